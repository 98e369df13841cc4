import { once } from 'node:events'
import { WebSocket } from 'ws'
import { socketPath } from '#contract/addresses.ts'
import type { UpFrame } from '#contract/socket/frames.ts'
import { subprotocol, ticketPrefix } from '#contract/socket/version.ts'

/** A frame as it came. */
export type HeardFrame = { type: string; stream?: string } & Record<string, unknown>

/** An open socket, listened to by hand: what came over it, and how it ended. */
export interface Ear {
  readonly heard: HeardFrame[]
  /** The code it was closed with; null while it is open. */
  readonly endedWith: number | null
  /** Resolves with the code when it is closed. */
  readonly end: Promise<number>
  send(frame: UpFrame): void
  sendRaw(data: string | Buffer): void
  /** Waits for a frame; also one that came before. */
  hears(is: (frame: HeardFrame) => boolean): Promise<HeardFrame>
  /** Waits until everything the server has sent so far is here: frames keep their order, and so does the answer to a ping. */
  catchUp(): Promise<void>
  close(): void
}

/** The server would not let them listen; the status says why. */
export class NotAdmitted extends Error {
  readonly status: number
  constructor(status: number) {
    super(`the handshake was answered ${status}`)
    this.status = status
  }
}

export interface Handshake {
  ticket?: string
  origin?: string
  /** The protocols offered, when not the right one and the ticket. */
  protocols?: string[]
  path?: string
}

/** Opens a socket as a browser would. @throws {NotAdmitted} */
export async function listen(
  serverOrigin: string,
  { ticket, origin, protocols, path = socketPath }: Handshake,
): Promise<Ear> {
  const offered = protocols ?? [subprotocol, ...(ticket === undefined ? [] : [`${ticketPrefix}${ticket}`])]
  const socket = new WebSocket(`${serverOrigin.replace(/^http/, 'ws')}${path}`, offered, {
    ...(origin !== undefined && { origin }),
    perMessageDeflate: false,
  })
  const ear = hear(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => {
      reject(new NotAdmitted(response.statusCode ?? 0))
      response.destroy()
    })
  })
  return ear
}

function hear(socket: WebSocket): Ear {
  const heard: HeardFrame[] = []
  const waiting = new Set<(frame: HeardFrame) => void>()
  let endedWith: number | null = null
  const end = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      endedWith = code
      resolve(code)
    })
  })
  socket.on('error', () => {}) // It is closed then, which tells.
  socket.on('message', (data) => {
    const frame: HeardFrame = JSON.parse(String(data))
    heard.push(frame)
    for (const tell of [...waiting]) tell(frame)
  })
  return {
    heard,
    get endedWith() {
      return endedWith
    },
    end,
    send: (frame) => socket.send(JSON.stringify(frame)),
    sendRaw: (data) => socket.send(data),
    async hears(is) {
      const earlier = heard.find(is)
      if (earlier) return earlier
      const { promise, resolve } = Promise.withResolvers<HeardFrame>()
      const tell = (frame: HeardFrame) => is(frame) && resolve(frame)
      waiting.add(tell)
      const first = await Promise.race([promise, end])
      waiting.delete(tell)
      if (typeof first === 'number') throw new Error(`the socket was closed (${first}) before that was heard`)
      return first
    },
    async catchUp() {
      if (endedWith !== null) return
      socket.ping()
      await Promise.race([once(socket, 'pong'), end])
    },
    close: () => socket.close(),
  }
}
