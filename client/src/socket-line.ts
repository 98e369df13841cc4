import { readFrame } from './frames.ts'
import { toJson } from './json.ts'
import { broken, type Line, type LineListener } from './line.ts'
import type { World } from './world.ts'

export interface SocketLineSettings {
  url: string
  protocols: string[]
  world: Pick<World, 'WebSocket'>
  /** From the start to the first frame. */
  answerMs: number
  /** Between frames. */
  silenceMs: number
}

/** A socket, from its opening to its end. Whoever falls silent on it is treated as gone. */
export function openSocketLine<Event>(settings: SocketLineSettings, listener: LineListener<Event>): Line {
  const socket = dial(settings)
  let spoke = false
  let ended = false
  let watch = setTimeout(drop, settings.answerMs)

  function expectWord(withinMs: number) {
    clearTimeout(watch)
    if (!ended) watch = setTimeout(drop, withinMs)
  }

  function end(code: number) {
    if (ended) return
    ended = true
    clearTimeout(watch)
    listener.onEnd({ code, spoke })
  }

  function drop() {
    socket?.close()
    end(broken)
  }

  if (!socket) {
    queueMicrotask(() => end(broken))
    return { send() {}, expectWord() {}, drop: () => end(broken) }
  }
  socket.onopen = () => {
    if (!ended) listener.onOpen()
  }
  socket.onmessage = ({ data }) => {
    expectWord(settings.silenceMs)
    const frame = ended ? null : readFrame<Event>(data)
    if (!frame) return
    spoke = true
    listener.onFrame(frame)
  }
  socket.onclose = ({ code }) => end(code)
  // A close always follows an error; without a listener some sockets throw it.
  socket.onerror = () => {}

  return {
    send(frame) {
      if (!ended && socket.readyState === socket.OPEN) socket.send(toJson(frame))
    },
    expectWord,
    drop,
  }
}

/** Null where the page, or its policy, forbids sockets outright. */
function dial({ world, url, protocols }: SocketLineSettings): WebSocket | null {
  try {
    return new world.WebSocket(url, protocols)
  } catch {
    return null
  }
}
