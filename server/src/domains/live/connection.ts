import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import { limits } from '#contract/limits.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { UpFrame } from '#contract/socket/frames.ts'
import type { Cursor } from '#contract/streams.ts'
import type { Stream } from '#server/platform/events/events.ts'
import type { Platform } from '#server/platform/platform.ts'
import { attach, type Start } from './attach.ts'
import type { Bearer } from './bearer.ts'
import type { DownFrame, Following } from './follow.ts'
import type { Hearing, Listener } from './hearing.ts'
import type { EndOfListening, Listeners } from './listeners.ts'
import type { Typing, Watcher } from './typing.ts'

/** A reader this far behind is closed, to come back and read from the database. Bounds what a slow one costs. */
const mostBufferedBytes = 1024 * 1024
/** Frames a client may send in ten seconds. */
const mostFramesPerTenSeconds = 100
/** How long a client may take to answer the closing. */
const goodbyeMs = 2_000

export interface ConnectionNeeds extends Pick<Platform, 'database' | 'events' | 'clock' | 'log'> {
  listeners: Listeners
  typing: Typing
  hearing: Hearing
}

const codes: Record<EndOfListening, number> = {
  'access-ended': closeCodes.accessEnded,
  'access-changed': closeCodes.accessChanged,
  restarting: closeCodes.restarting,
}

/** One socket: its bearer, the streams it follows, and what it sends. */
export class Connection {
  readonly #bearer: Bearer
  readonly #needs: ConnectionNeeds
  readonly #socket: Duplex
  readonly #following = new Map<Stream, Following>()
  #listener: Listener | null = null
  #watcher: Watcher | null = null
  #ws: WebSocket | null = null
  #released = false
  #corked = false
  #frames = 0
  #framesSince = 0
  #stopListening = () => {}
  #stopWatching = () => {}
  /** One list of cursors after the other, in the order in which they came. */
  #attaching: Promise<void> = Promise.resolve()

  /** `socket` is what lies below the WebSocket that it is about to become. */
  constructor(bearer: Bearer, socket: Duplex, needs: ConnectionNeeds) {
    this.#bearer = bearer
    this.#needs = needs
    this.#socket = socket
    socket.once('close', () => this.#release())
  }

  get organisationId(): Bearer['organisationId'] {
    return this.#bearer.organisationId
  }

  get streams(): Iterable<Stream> {
    return this.#following.keys()
  }

  /** Asks the database who this is now; false when they are nobody any more. */
  async prepare(): Promise<boolean> {
    // Listening for the end of rights begins before they are read, so that no end falls between.
    this.#stopListening = this.#needs.listeners.add({ bearer: this.#bearer, end: (why) => void this.#end(why) })
    this.#listener = await this.#needs.hearing.listenerFor(this.#bearer)
    if (!this.#listener) this.#release()
    return !this.#released
  }

  attachTo(ws: WebSocket): void {
    this.#ws = ws
    ws.on('message', (data, isBinary) => this.#receive(data, isBinary))
    ws.on('error', () => ws.terminate())
    const { organisationId } = this.#bearer
    const mayWatch = this.#listener?.mayWatch ?? (() => false)
    const isAgent = this.#bearer.kind === 'agent'
    this.#watcher = { organisationId, isAgent, mayWatch, send: (frame) => this.#send(frame) }
    this.#stopWatching = this.#needs.typing.watch(this.#watcher)
  }

  /** Says where each stream stands. */
  beat(): void {
    const heads = [...this.#following.values()].map((following) => following.head()).filter((head) => head !== null)
    this.#send({ type: 'beat', heads })
    for (const following of this.#following.values()) following.acknowledgeHead()
  }

  /** Says goodbye; whoever does not answer is cut. */
  close(code: number): void {
    this.#release()
    const ws = this.#ws
    ws?.close(code)
    setTimeout(() => ws?.terminate(), goodbyeMs).unref()
  }

  terminate(): void {
    this.#ws?.terminate()
  }

  async #end(why: EndOfListening): Promise<void> {
    if (this.#released) return
    // Nothing more is told under the old rights, while the new ones are read.
    this.#release()
    const isSomebody =
      why !== 'access-changed' ||
      // Fail open: whoever is told to fetch everything anew is asked who they are.
      (await this.#needs.hearing.listenerFor(this.#bearer).catch(() => true))
    this.close(isSomebody ? codes[why] : closeCodes.accessEnded)
  }

  #receive(data: WebSocket.RawData, isBinary: boolean): void {
    if (this.#released) return
    const frame = isBinary ? undefined : parseFrame(String(data))
    if (!frame || !this.#withinRate()) this.close(closeCodes.malformed)
    else if (frame.type === 'attach') this.#attaching = this.#attaching.then(() => this.#attach(frame.cursors))
    else if (frame.type === 'typing') void this.#tellTyping(frame)
    else if (frame.type === 'looking') void this.#tellLooking(frame)
  }

  async #attach(cursors: readonly Cursor[]): Promise<void> {
    const starts = await this.#startsOf(cursors)
    if (this.#released) return
    const line = { send: (frame: DownFrame) => this.#tell(frame), drained: () => this.#drained() }
    for (const [stream, start] of starts) {
      this.#following.get(stream)?.stop()
      this.#following.delete(stream)
      if (typeof start === 'string') this.#send({ type: 'resync', stream, reason: start })
      else this.#following.set(stream, start(line))
    }
    // Nobody has so many; made-up ones would each be looked after.
    if (this.#following.size > limits.streamsPerAttachment) this.close(closeCodes.malformed)
  }

  /** Nothing, and no connection any more, when the database could not be asked: whoever comes back asks again. */
  async #startsOf(cursors: readonly Cursor[]): Promise<Map<Stream, Start>> {
    try {
      return this.#listener ? await attach(this.#listener.reader, cursors, this.#needs) : new Map()
    } catch (error) {
      this.#needs.log.warn({ err: error }, 'live: not attached')
      this.close(closeCodes.restarting)
      return new Map()
    }
  }

  /** Sends what a stream says. Should the hint that rights changed be lost, the event that tells of it ends the socket too. */
  #tell(frame: DownFrame): void {
    this.#send(frame)
    if (frame.type === 'events' && frame.events.some(({ type }) => type === 'access.changed'))
      void this.#end('access-changed')
  }

  async #tellTyping({ conversationId, typing }: Extract<UpFrame, { type: 'typing' }>): Promise<void> {
    const listener = this.#listener
    const watcher = this.#watcher
    if (!listener || !watcher) return
    try {
      const scope = await listener.typingScope(conversationId)
      if (scope)
        this.#needs.typing.tell(
          this.#bearer.organisationId,
          scope,
          { type: 'typing', conversationId, by: listener.by, typing },
          watcher,
        )
    } catch (error) {
      // Fail open: a typing sign that is lost is not worth a socket.
      this.#needs.log.debug({ err: error }, 'typing not told')
    }
  }

  async #tellLooking({ conversationId, doing }: Extract<UpFrame, { type: 'looking' }>): Promise<void> {
    const listener = this.#listener
    const watcher = this.#watcher
    if (!listener || !watcher) return
    try {
      const found = await listener.lookingScope(conversationId)
      if (!found) return
      const { scope, as } = found
      this.#needs.typing.tell(
        this.#bearer.organisationId,
        scope,
        { type: 'looking', conversationId, ...as, doing },
        watcher,
      )
    } catch (error) {
      // Fail open: who looks is not worth a socket.
      this.#needs.log.debug({ err: error }, 'looking not told')
    }
  }

  #send(frame: DownFrame): void {
    const ws = this.#ws
    if (this.#released || ws?.readyState !== WebSocket.OPEN) return
    if (ws.bufferedAmount > mostBufferedBytes) {
      this.close(closeCodes.overflow)
      return
    }
    this.#cork()
    ws.send(JSON.stringify(frame))
  }

  /** Frames of one turn of the loop leave in one packet: a system call costs more than what it carries. */
  #cork(): void {
    if (this.#corked) return
    this.#corked = true
    this.#socket.cork()
    setImmediate(() => {
      this.#corked = false
      this.#socket.uncork()
    })
  }

  /** Reading from the database goes at the reader's pace; only what happens now can overflow. */
  async #drained(): Promise<void> {
    if (this.#released || (this.#ws?.bufferedAmount ?? 0) <= mostBufferedBytes / 4) return
    const { promise, resolve } = Promise.withResolvers<void>()
    for (const event of ['drain', 'close']) this.#socket.once(event, resolve)
    await promise
    for (const event of ['drain', 'close']) this.#socket.off(event, resolve)
  }

  #withinRate(): boolean {
    const now = Date.now()
    if (now - this.#framesSince > 10_000) {
      this.#framesSince = now
      this.#frames = 0
    }
    this.#frames++
    return this.#frames <= mostFramesPerTenSeconds
  }

  /** Nothing is followed, heard or told from here on. */
  #release(): void {
    if (this.#released) return
    this.#released = true
    for (const following of this.#following.values()) following.stop()
    this.#following.clear()
    this.#stopWatching()
    this.#stopListening()
  }
}

function parseFrame(text: string): UpFrame | undefined {
  try {
    return UpFrame.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
