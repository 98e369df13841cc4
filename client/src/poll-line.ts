import type { Cursor } from '#contract/streams.ts'
import type { Frame } from './frames.ts'
import { broken, type Line, type LineListener } from './line.ts'
import { createPause } from './pause.ts'
import type { World } from './world.ts'

export interface PollLineSettings<Event> {
  poll(cursors: Cursor[], waitMs: number, signal: AbortSignal): Promise<{ frames: Frame<Event>[] }>
  /** Where the reader stands now. */
  cursors(): Cursor[]
  waitMs: number
  /** Rest after a poll that came back at once without news, or without having read everything: some proxies do not wait. */
  restMs: number
  world: Pick<World, 'nowMs'>
}

/** Long polls that behave as a socket does: attaching asks at once. */
export function openPollLine<Event>(settings: PollLineSettings<Event>, listener: LineListener<Event>): Line {
  let asking = new AbortController()
  let urgent = true
  let spoke = false
  let ended = false
  const rest = createPause()

  async function run() {
    listener.onOpen()
    while (!ended) {
      asking = new AbortController()
      const waitMs = urgent ? 0 : settings.waitMs
      urgent = false
      const askedAtMs = settings.world.nowMs()
      const from = settings.cursors()
      try {
        const { frames } = await settings.poll(from, waitMs, asking.signal)
        if (ended) return
        spoke = true
        for (const frame of frames) listener.onFrame(frame)
        const isNews = frames.some(({ type }) => type === 'events')
        const waited = settings.world.nowMs() - askedAtMs >= waitMs / 2
        if (!isWhole(from, frames)) urgent = true
        else if (urgent || waited) continue
        if (!isNews) await rest.for(settings.restMs)
      } catch (error) {
        if (!asking.signal.aborted) end(error)
      }
    }
  }

  function end(error?: unknown) {
    if (ended) return
    ended = true
    asking.abort()
    rest.wake()
    listener.onEnd({ code: broken, spoke, error })
  }

  queueMicrotask(run)
  return {
    send({ type }) {
      if (type !== 'attach') return
      urgent = true
      asking.abort()
      rest.wake()
    },
    // Each poll has its own time to answer.
    expectWord() {},
    drop: () => end(),
  }
}

/** Whether the answer says of each stream how it stands: caught up, or only by a snapshot. */
function isWhole<Event>(from: Cursor[], frames: Frame<Event>[]): boolean {
  const settled = new Set<string>()
  for (const frame of frames) if (frame.type === 'live' || frame.type === 'resync') settled.add(frame.stream)
  return from.every(({ stream }) => settled.has(stream))
}
