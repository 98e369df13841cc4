import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'
import { limits, times } from '#contract/limits.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { UpFrame } from '#contract/socket/frames.ts'
import { subprotocol, ticketPrefix } from '#contract/socket/version.ts'
import type { Cursor } from '#contract/streams.ts'
import type { Platform } from '#server/platform/platform.ts'
import { attach } from './attach.ts'
import type { Bearer } from './bearer.ts'
import type { DownFrame, Following } from './follow.ts'
import type { Hearing } from './hearing.ts'
import type { Listeners } from './listeners.ts'
import { redeemTicket } from './tickets.ts'
import type { Typing, Watcher } from './typing.ts'

/** A reader this far behind is closed, to come back and read from the database. Bounds what a slow one costs. */
const mostBufferedBytes = 1024 * 1024
/** Frames a client may send in ten seconds. */
const mostFramesPerTenSeconds = 100

export interface SocketNeeds extends Pick<Platform, 'database' | 'events' | 'clock' | 'log' | 'publicUrl'> {
  listeners: Listeners
  typing: Typing
  hearing: Hearing
  heartbeatMs?: number
}

/** The sockets' door at /api/socket, on an HTTP server that is already made. */
export function openSockets(server: Server, needs: SocketNeeds) {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  })
  const open = new Set<Connection>()
  let closing = false

  server.on('upgrade', (request, socket, head) => {
    void admit(request, socket, head).catch((error) => {
      needs.log.error({ err: error }, 'socket: handshake failed')
      refuse(socket, 503)
    })
  })

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname !== '/api/socket') return refuse(socket, 404)
    if (closing) return refuse(socket, 503)
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
    const ticket = offered.find((name) => name.startsWith(ticketPrefix))?.slice(ticketPrefix.length)
    const bearer = ticket && (await redeemTicket(ticket, needs))
    if (!bearer) return refuse(socket, 401)
    if (!(await needs.hearing.originAllowed(bearer, request.headers.origin ?? null))) return refuse(socket, 403)
    const connection = new Connection(bearer, needs, () => open.delete(connection))
    if (!(await connection.prepare())) return refuse(socket, 401)
    sockets.handleUpgrade(request, socket, head, (ws) => {
      if (!offered.includes(subprotocol)) return ws.close(closeCodes.outdated)
      open.add(connection)
      connection.attachTo(ws)
    })
  }

  const beating = setInterval(() => {
    for (const connection of open) connection.beat()
  }, needs.heartbeatMs ?? times.heartbeatMs)
  beating.unref()

  return {
    count: () => open.size,
    /** Sends everybody away to come back: their cursors go on elsewhere or later. */
    stop() {
      closing = true
      clearInterval(beating)
      for (const connection of open) connection.close(closeCodes.restarting)
    },
    /** Cuts whoever has not left. */
    terminate() {
      for (const connection of open) connection.terminate()
    },
  }
}

/** One socket: its bearer, the streams it follows, and what it sends. */
class Connection {
  readonly #bearer: Bearer
  readonly #needs: SocketNeeds
  readonly #onClosed: () => void
  readonly #following = new Map<string, Following>()
  #listener: Awaited<ReturnType<Hearing['listenerFor']>> = null
  #watcher: Watcher | null = null
  #ws: WebSocket | null = null
  #stopListening = () => {}
  #stopWatching = () => {}
  #frames = 0
  #framesSince = 0

  constructor(bearer: Bearer, needs: SocketNeeds, onClosed: () => void) {
    this.#bearer = bearer
    this.#needs = needs
    this.#onClosed = onClosed
  }

  /** Asks the database who this is now; false when they are nobody any more. */
  async prepare(): Promise<boolean> {
    // Listening for the end of rights begins before they are read, so that no end falls between.
    let ended = false
    this.#stopListening = this.#needs.listeners.add({
      bearer: this.#bearer,
      end: (why) => {
        ended = true
        this.close(why === 'access-ended' ? closeCodes.accessEnded : closeCodes.accessChanged)
      },
    })
    this.#listener = await this.#needs.hearing.listenerFor(this.#bearer)
    if (this.#listener && !ended) return true
    this.#stopListening()
    return false
  }

  attachTo(ws: WebSocket): void {
    this.#ws = ws
    ws.on('message', (data, isBinary) => this.#receive(data, isBinary))
    ws.on('error', () => ws.terminate())
    ws.on('close', () => this.#tidy())
    const { organisationId } = this.#bearer
    const mayWatch = this.#listener?.mayWatch ?? (() => false)
    this.#watcher = { organisationId, mayWatch, send: (frame) => this.#send(frame) }
    this.#stopWatching = this.#needs.typing.watch(this.#watcher)
  }
  beat(): void {
    const heads = [...this.#following.values()].map((following) => following.head()).filter((head) => head !== null)
    this.#send({ type: 'beat', heads })
    for (const following of this.#following.values()) if (following.head()) following.acknowledgeHead()
  }

  close(code: number): void {
    if (!this.#ws) return
    this.#tidy()
    this.#ws.close(code)
    // A client that does not answer the closing is cut.
    const ws = this.#ws
    void setTimeout(2_000, undefined, { ref: false }).then(() => ws.terminate())
  }

  terminate(): void {
    this.#ws?.terminate()
  }

  #receive(data: WebSocket.RawData, isBinary: boolean): void {
    const frame = isBinary ? undefined : parseFrame(String(data))
    if (!frame || !this.#withinRate()) this.close(closeCodes.malformed)
    else if (frame.type === 'attach') this.#attach(frame.cursors)
    else if (frame.type === 'typing') void this.#tellTyping(frame)
  }

  #attach(cursors: readonly Cursor[]): void {
    if (!this.#listener) return
    const line = { send: (frame: DownFrame) => this.#send(frame), drained: () => this.#drained() }
    for (const [stream, start] of attach(this.#listener.reader, cursors, this.#needs)) {
      this.#following.get(stream)?.stop()
      this.#following.delete(stream)
      if (typeof start === 'string') this.#send({ type: 'resync', stream, reason: start })
      else this.#following.set(stream, start(line))
    }
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

  #send(frame: DownFrame): void {
    const ws = this.#ws
    if (ws?.readyState !== WebSocket.OPEN) return
    if (ws.bufferedAmount > mostBufferedBytes) this.close(closeCodes.overflow)
    else ws.send(JSON.stringify(frame))
  }

  /** Reading from the database goes at the reader's pace; only what happens now can overflow. */
  async #drained(): Promise<void> {
    while (this.#ws?.readyState === WebSocket.OPEN && this.#ws.bufferedAmount > mostBufferedBytes / 4)
      await setTimeout(20)
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

  #tidy(): void {
    for (const following of this.#following.values()) following.stop()
    this.#following.clear()
    this.#stopWatching()
    this.#stopListening()
    this.#onClosed()
  }
}

function parseFrame(text: string): UpFrame | undefined {
  try {
    return UpFrame.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
