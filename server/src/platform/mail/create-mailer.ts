import type { Log } from '../log.ts'
import type { Mailer } from './mailer.ts'

const connectWithinMs = 10_000
/** A server that says nothing for this long is given up … */
const silenceMs = 20_000
/** … and so is one that keeps talking without taking the letter. */
export const sendWithinMs = 45_000

/**
 * Sends by the server of an address as `SMTP_URL` has it: `smtps://` speaks TLS from the start, `smtp://` turns to it
 * when the server offers it, and `?requireTLS=true` insists.
 */
export function createMailer({ smtpUrl, from, log }: { smtpUrl: string; from: string; log: Log }): Mailer {
  // Loaded here and not above: a Comptoir without SMTP settings is spared its 10 MB.
  const transport = import('nodemailer').then(({ createTransport }) => {
    const pool = createTransport({
      pool: true,
      url: smtpUrl,
      maxConnections: 3,
      // A connection that broke while it was idle is worth one more try; retrying a letter is its sender's business.
      maxRequeues: 1,
      idleTimeout: 30_000,
      dnsTimeout: connectWithinMs,
      connectionTimeout: connectWithinMs,
      greetingTimeout: connectWithinMs,
      socketTimeout: silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    // Without a listener a connection that breaks while idle would end this process.
    pool.on('error', (error) => log.warn({ err: error }, 'mail: a connection to the mail server broke'))
    return pool
  })
  const domain = /@([^\s@<>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'

  return {
    async send({ id, to, subject, text, html, calendar }) {
      if (!isOneMailbox(to)) throw new Error('this is not one e-mail address')
      try {
        await (await transport).sendMail({
          messageId: `<${id}@${domain}>`,
          from,
          // As a structure, so that no comma or bracket in it can name a second recipient.
          to: { name: '', address: to },
          subject: subject.replaceAll(/\p{Cc}+/gu, ' '),
          text,
          html: html ?? undefined,
          ...(calendar && { icalEvent: { method: methodOf(calendar), filename: 'invite.ics', content: calendar } }),
          // RFC 3834: no holiday notices in return.
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(sendWithinMs),
        })
      } catch (error) {
        throw new Error(wordsOf(error), { cause: error })
      }
    },
    close: () => void transport.then((pool) => pool.close({ force: true })),
  }
}

const isOneMailbox = (address: string): boolean => /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(address)

/** What the mail server said, or else what happened to the connection. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'sending failed'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'the mail server took too long'
  return 'response' in error && typeof error.response === 'string' ? error.response : error.message
}

/** RFC 5546: a part of the letter says it too, or calendars take the file for one to be read. */
const methodOf = (calendar: string): string => /^METHOD:([A-Z]+)\r?$/m.exec(calendar)?.[1] ?? 'PUBLISH'
