import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { socketPath } from '#contract/addresses.ts'
import { UpFrame } from '#contract/socket/frames.ts'
import { subprotocol, ticketPrefix } from '#contract/socket/version.ts'
import type { Cursor } from '#contract/streams.ts'
import type { Frame } from '../frames.ts'
import { type Refused, Unreachable } from '../refused.ts'

/** What its streams say: a word each, so that a test can read the whole story at a glance. */
export type Word = { type: 'word'; text: string }

interface Attachment {
  sentUpTo: number
}

interface Client {
  socket: WebSocket
  attachments: Map<string, Attachment>
}

/**
 * A small server that speaks the live part of the contract over real sockets, and misbehaves on demand: it loses,
 * doubles and swaps frames, falls silent, tears sockets. Streams are kept in memory.
 */
export class ContractServer {
  readonly streams = new Map<string, string[]>()
  epoch = 'e1'
  /** Answers attachments and beats; false: it accepts sockets and says nothing. */
  speaks = true
  /** False: the upgrade is torn, as by a proxy that knows no sockets. */
  acceptsSockets = true
  /** False: nothing answers at all. */
  isUp = true
  /** Refuses what it is asked over HTTP. */
  refusal: Refused | null = null
  /** What a snapshot waits for between reading and answering. */
  snapshotDelay: Promise<void> = Promise.resolve()
  /** Reads older than this many words are no longer kept. */
  kept = Number.POSITIVE_INFINITY
  readonly counts = { tickets: 0, sockets: 0, snapshots: 0, polls: 0, attaches: 0 }
  readonly heard: UpFrame[] = []
  /** What happens to the next frames, one entry each. */
  readonly faults: ('lose' | 'double' | 'hold')[] = []
  private held: { client: Client; frame: Frame<Word> }[] = []
  private readonly http: Server = createServer()
  private readonly clients = new Set<Client>()
  private readonly waiting = new Set<() => void>()
  private readonly tickets = new Set<string>()
  private readonly beats: NodeJS.Timeout

  private constructor(beatMs: number) {
    const sockets = new WebSocketServer({ noServer: true })
    this.http.on('upgrade', (request, socket, head) => {
      if (!this.isUp || !this.acceptsSockets || !this.spend(request)) return socket.destroy()
      sockets.handleUpgrade(request, socket, head, (socket) => this.welcome(socket))
    })
    this.beats = setInterval(() => this.beat(), beatMs)
  }

  static async start({ beatMs = 60 } = {}): Promise<ContractServer> {
    const server = new ContractServer(beatMs)
    server.http.listen(0, '127.0.0.1')
    await once(server.http, 'listening')
    return server
  }

  get socketUrl() {
    return `ws://127.0.0.1:${(this.http.address() as AddressInfo).port}${socketPath}`
  }

  stop() {
    clearInterval(this.beats)
    this.tear()
    this.http.close()
    this.http.closeAllConnections()
  }

  /** Sockets are torn without a word, as by `kill -9` or a lost network. */
  tear() {
    for (const { socket } of this.clients) socket.terminate()
  }

  close(code: number) {
    for (const { socket } of this.clients) socket.close(code)
  }

  say(stream: string, text: string) {
    this.wordsOf(stream).push(text)
    for (const client of this.clients) this.flush(client, stream)
    for (const wake of this.waiting) wake()
  }

  typing(frame: Extract<Frame<Word>, { type: 'typing' }>) {
    for (const client of this.clients) this.send(client, frame)
  }

  async ticket() {
    this.answer()
    this.counts.tickets += 1
    const ticket = `ticket-${this.counts.tickets}`
    this.tickets.add(ticket)
    return { ticket }
  }

  /** The words of all streams, and where each stands. */
  async snapshot(): Promise<{ cursors: Cursor[]; words: Map<string, string[]> }> {
    this.answer()
    this.counts.snapshots += 1
    const snapshot = {
      cursors: [...this.streams].map(([stream, { length }]) => ({ stream, epoch: this.epoch, since: length })),
      words: new Map([...this.streams].map(([stream, words]) => [stream, [...words]])),
    }
    await this.snapshotDelay
    return snapshot
  }

  async poll(cursors: Cursor[], waitMs: number, signal: AbortSignal): Promise<{ frames: Frame<Word>[] }> {
    this.answer()
    this.counts.polls += 1
    const isBehind = (cursor: Cursor) => cursor.since < this.wordsOf(cursor.stream).length
    if (waitMs > 0 && !cursors.some(isBehind)) await this.news(waitMs, signal)
    signal.throwIfAborted()
    this.answer()
    return { frames: cursors.flatMap((cursor) => this.replay(cursor)) }
  }

  private async news(waitMs: number, signal: AbortSignal) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, waitMs)
      const wake = () => done()
      signal.addEventListener('abort', wake)
      this.waiting.add(wake)
      const waiting = this.waiting
      function done() {
        clearTimeout(timer)
        waiting.delete(wake)
        resolve()
      }
    })
  }

  private answer() {
    if (!this.isUp) throw new Unreachable('down')
    if (this.refusal) throw this.refusal
  }

  private wordsOf(stream: string): string[] {
    const words = this.streams.get(stream) ?? []
    this.streams.set(stream, words)
    return words
  }

  private spend({ headers }: IncomingMessage): boolean {
    const [first, second = ''] = (headers['sec-websocket-protocol'] ?? '').split(/,\s*/)
    return (
      first === subprotocol && second.startsWith(ticketPrefix) && this.tickets.delete(second.slice(ticketPrefix.length))
    )
  }

  private welcome(socket: WebSocket) {
    this.counts.sockets += 1
    const client: Client = { socket, attachments: new Map() }
    this.clients.add(client)
    socket.on('close', () => this.clients.delete(client))
    socket.on('message', (data) => {
      const frame = UpFrame.parse(JSON.parse(String(data)))
      this.heard.push(frame)
      if (frame.type === 'attach' && this.speaks) this.attach(client, frame.cursors)
    })
  }

  private attach(client: Client, cursors: Cursor[]) {
    this.counts.attaches += 1
    for (const cursor of cursors) {
      for (const frame of this.replay(cursor)) this.send(client, frame)
      client.attachments.set(cursor.stream, { sentUpTo: this.wordsOf(cursor.stream).length })
    }
  }

  private replay({ stream, epoch, since }: Cursor): Frame<Word>[] {
    const words = this.wordsOf(stream)
    if (epoch !== this.epoch) return [{ type: 'resync', stream, reason: 'epoch' }]
    if (words.length - since > this.kept) return [{ type: 'resync', stream, reason: 'too-old' }]
    const head = words.length
    const frames: Frame<Word>[] = []
    for (let prev = since; prev < head; prev += 2) frames.push(this.eventsFrame(stream, prev, Math.min(prev + 2, head)))
    return [...frames, { type: 'live', stream, epoch, prev: head, seq: head }]
  }

  private eventsFrame(stream: string, prev: number, seq: number): Frame<Word> {
    const events = this.wordsOf(stream)
      .slice(prev, seq)
      .map((text) => ({ type: 'word' as const, text }))
    return { type: 'events', stream, epoch: this.epoch, prev, seq, events }
  }

  private flush(client: Client, stream: string) {
    const attachment = client.attachments.get(stream)
    const head = this.wordsOf(stream).length
    if (!attachment || attachment.sentUpTo === head) return
    this.send(client, this.eventsFrame(stream, attachment.sentUpTo, head))
    attachment.sentUpTo = head
  }

  private beat() {
    for (const client of this.clients) {
      const heads = [...client.attachments].map(([stream, { sentUpTo }]) => ({
        stream,
        epoch: this.epoch,
        prev: sentUpTo,
        seq: this.wordsOf(stream).length,
      }))
      this.send(client, { type: 'beat', heads })
    }
  }

  private send(client: Client, frame: Frame<Word>) {
    if (!this.speaks) return
    const fault = frame.type === 'beat' ? undefined : this.faults.shift()
    if (fault === 'lose') return
    if (fault === 'hold') {
      this.held.push({ client, frame })
      return
    }
    client.socket.send(JSON.stringify(frame))
    if (fault === 'double') client.socket.send(JSON.stringify(frame))
    for (const late of this.held.splice(0)) late.client.socket.send(JSON.stringify(late.frame))
  }
}
