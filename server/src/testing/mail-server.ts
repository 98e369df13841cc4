import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A letter as it came in over SMTP, read as its receiver reads it. */
export interface ReceivedLetter {
  from: string
  to: string[]
  headers: Map<string, string>
  subject: string
  text: string
  /** The same as a page; null: it is text alone. */
  html: string | null
  /** The file that goes into its reader's calendar, and what is to be done with it. */
  calendar: { method: string; text: string } | null
}

/** What the mail server does with the next letters; taken in order, then everything is accepted. */
export type Reaction = 'accept' | { refuse: string } | { hold: Promise<void> }

export interface MailServer {
  url: string
  letters: ReceivedLetter[]
  /** How the next letters are met, whoever they are for. */
  react(...reactions: Reaction[]): void
  /** How the next letter to an address is met, whatever else arrives before it. */
  reactTo(address: string, reaction: Reaction): void
  /** The first letter to an address that nobody has waited for yet. */
  letterTo(address: string): Promise<ReceivedLetter>
  close(): Promise<void>
}

/** A real SMTP server on this machine that keeps what it is given. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const letters: ReceivedLetter[] = []
  const reactions: { to: string | null; reaction: Reaction }[] = []
  const seen = new Set<ReceivedLetter>()
  let arrived = Promise.withResolvers<void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.secure || options.key ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    ...options,
    onData(stream, session, callback) {
      void buffer(stream).then(async (raw) => {
        const { mailFrom, rcptTo } = session.envelope
        const place = reactions.findIndex(({ to }) => to === null || rcptTo.some(({ address }) => address === to))
        const { reaction = 'accept' } = reactions.splice(place, place < 0 ? 0 : 1)[0] ?? {}
        if (typeof reaction === 'object' && 'refuse' in reaction) return callback(new Error(reaction.refuse))
        letters.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          ...readLetter(raw.toString('latin1')),
        })
        arrived.resolve()
        arrived = Promise.withResolvers()
        if (typeof reaction === 'object') await reaction.hold
        callback()
      })
    },
  })
  server.on('error', () => {}) // A client that vanishes is what some tests are about.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Listening on a port, not on a pipe.
  const { port } = server.server.address() as AddressInfo

  return {
    url: `${options.secure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    letters,
    react: (...next) => void reactions.push(...next.map((reaction) => ({ to: null, reaction }))),
    reactTo: (to, reaction) => void reactions.push({ to, reaction }),
    async letterTo(address) {
      for (;;) {
        const letter = letters.find((one) => one.to.includes(address) && !seen.has(one))
        if (letter) {
          seen.add(letter)
          return letter
        }
        await arrived.promise
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The link a letter carries. */
export function linkIn({ text }: Pick<ReceivedLetter, 'text'>): URL {
  const link = /^https?:\/\/\S+$/m.exec(text)?.[0]
  if (!link) throw new Error(`no link in: ${text}`)
  return new URL(link)
}

/** Plain text; or the same in several ways, with files beside it (RFC 2046, 5.1). */
function readLetter(raw: string): Omit<ReceivedLetter, 'from' | 'to'> {
  const { headers, text } = readPart(raw)
  const parts = leavesOf(raw)
  const of = (type: string) => parts.find((part) => part.headers.get('content-type')?.startsWith(type))
  const calendar = of('text/calendar')
  return {
    headers,
    subject: decodeWords(headers.get('subject') ?? ''),
    text: of('text/plain')?.text ?? text,
    html: of('text/html')?.text ?? null,
    calendar: calendar
      ? { method: /method=(\w+)/i.exec(calendar.headers.get('content-type') ?? '')?.[1] ?? '', text: calendar.text }
      : null,
  }
}

function leavesOf(raw: string): ReturnType<typeof readPart>[] {
  const part = readPart(raw)
  const boundary = /^multipart\/\w+;.*boundary="?([^";]+)"?/i.exec(part.headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined) return [part]
  return part.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((inner) => leavesOf(inner.trimStart()))
}

/** A part, its header lines unfolded and decoded (RFC 5322, 2047, 2045). */
function readPart(raw: string): { headers: Map<string, string>; body: string; text: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  const body = rest.join('\r\n\r\n')
  const bytes = encoding === 'base64' ? Buffer.from(body, 'base64') : fromQuotedPrintable(body, encoding)
  return { headers, body, text: bytes.toString('utf8').replaceAll('\r\n', '\n') }
}

function fromQuotedPrintable(body: string, encoding: string | undefined): Buffer {
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const joined = body.replaceAll(/=\r\n/g, '')
  return Buffer.from(
    joined.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

const decodeWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : fromQuotedPrintable(word.replaceAll('_', ' '), 'quoted-printable').toString('utf8'),
    )
