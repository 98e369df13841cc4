import { once } from 'node:events'
import { connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net'
import { FrameSplitter, type WireFrame } from './socket-frames.ts'

/** What becomes of a frame on its way to a client; `hold` lets the next one overtake it. */
export type FrameFate = 'pass' | 'lose' | 'double' | 'hold'

/**
 * A line of TCP between clients and a server, with everything that befalls lines: torn without a goodbye, silent, and
 * losing, doubling or swapping single frames of a socket. Bytes pass unchanged unless a test says otherwise.
 */
export class Wire {
  /** Asked for each text frame that goes down to a client. */
  fateOf: (text: string) => FrameFate = () => 'pass'
  /** Asked when an answer to a request sets out; true: the line is torn instead, the work being done. */
  losesAnswerTo: (request: string) => boolean = () => false
  /** Asked when a request sets out; true: the line is torn before the server hears of it. */
  losesRequest: (request: string) => boolean = () => false
  /** Asked for all that comes down, connection by connection; true: the line is torn instead. */
  tearsAt: (bytes: Buffer, connection: object) => boolean = () => false
  /** False: nobody gets through. */
  isUp = true
  readonly #server: Server
  readonly #pairs = new Set<Pair>()

  private constructor(target: () => NetConnectOpts) {
    this.#server = createServer({ noDelay: true }, (client) => {
      if (!this.isUp) {
        client.resetAndDestroy()
        return
      }
      const pair = new Pair(client, connect({ ...target(), noDelay: true }), this)
      this.#pairs.add(pair)
      client.once('close', () => this.#pairs.delete(pair))
    })
  }

  /** The target is asked at each connection, so that it may move. */
  static async to(target: () => NetConnectOpts): Promise<Wire> {
    const wire = new Wire(target)
    wire.#server.listen(0, '127.0.0.1')
    await once(wire.#server, 'listening')
    return wire
  }

  get port(): number {
    const address = this.#server.address()
    if (typeof address !== 'object' || address === null) throw new Error('the wire is closed')
    return address.port
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Everything passes again. */
  heal(): void {
    this.fateOf = () => 'pass'
    this.losesAnswerTo = () => false
    this.losesRequest = () => false
    this.tearsAt = () => false
    this.isUp = true
    this.resume()
  }

  /** Tears what is open, as a lost network does: no closing frame, no answer. */
  cut(which: 'everything' | 'sockets' = 'everything'): void {
    for (const pair of this.#pairs) if (which === 'everything' || pair.isSocket) pair.tear()
  }

  /** Nothing of what the server sends over open sockets is taken any more: its buffers fill. */
  stallSockets(): void {
    for (const pair of this.#pairs) if (pair.isSocket) pair.stall()
  }

  resume(): void {
    for (const pair of this.#pairs) pair.resume()
  }

  async close(): Promise<void> {
    this.isUp = false
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }
}

/** One connection through the wire. */
class Pair {
  isSocket = false
  readonly #client: Socket
  readonly #server: Socket
  readonly #wire: Wire
  readonly #frames = new FrameSplitter()
  #request = ''
  #held: WireFrame | null = null

  constructor(client: Socket, server: Socket, wire: Wire) {
    this.#client = client
    this.#server = server
    this.#wire = wire
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('error', () => to.destroy())
      from.on('end', () => to.end())
      from.on('close', () => to.destroy())
    }
    client.on('data', (bytes: Buffer) => this.#up(bytes))
    server.on('data', (bytes: Buffer) => this.#down(bytes))
  }

  tear(): void {
    this.#client.resetAndDestroy()
    // A line to PostgreSQL ends in a socket file, which knows no reset.
    if (this.#server.remoteAddress === undefined) this.#server.destroy()
    else this.#server.resetAndDestroy()
  }

  stall(): void {
    this.#server.pause()
  }

  resume(): void {
    this.#server.resume()
  }

  #up(bytes: Buffer): void {
    const [line] = /^[A-Z]+ \S+/.exec(bytes.toString('latin1', 0, 500)) ?? []
    if (line && !this.isSocket) {
      this.#request = line
      if (this.#wire.losesRequest(line)) {
        this.tear()
        return
      }
    }
    this.#server.write(bytes)
  }

  #down(bytes: Buffer): void {
    const endOfHead = bytes.indexOf('\r\n\r\n')
    if (this.#wire.tearsAt(bytes, this)) this.tear()
    else if (this.isSocket) this.#pass(bytes)
    else if (this.#request !== '' && this.#wire.losesAnswerTo(this.#request)) this.tear()
    else if (bytes.toString('latin1', 0, 12) === 'HTTP/1.1 101' && endOfHead > 0) {
      this.isSocket = true
      this.#client.write(bytes.subarray(0, endOfHead + 4))
      this.#pass(bytes.subarray(endOfHead + 4))
    } else this.#client.write(bytes)
  }

  #pass(bytes: Buffer): void {
    for (const frame of this.#frames.push(bytes)) {
      const fate = frame.text === null ? 'pass' : this.#wire.fateOf(frame.text)
      if (fate === 'lose') continue
      if (fate === 'hold' && !this.#held) {
        this.#held = frame
        continue
      }
      this.#client.write(frame.bytes)
      if (fate === 'double') this.#client.write(frame.bytes)
      if (this.#held) this.#client.write(this.#held.bytes)
      this.#held = null
    }
  }
}
