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
  /** Rest after a poll that should have waited for news and came back at once without any: some proxies do not wait. */
  restMs: number
  world: Pick<World, 'nowMs'>
}

/** Long polls that behave as a socket does: attaching asks at once, each answer ends with "live". */
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
        for (const frame of withLive(from, frames)) listener.onFrame(frame)
        const waited = settings.world.nowMs() - askedAtMs >= waitMs / 2
        if (!urgent && !waited && !frames.some(({ type }) => type === 'events')) await rest.for(settings.restMs)
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

/** An answer that says nothing more of a stream says that there is nothing more. */
function withLive<Event>(from: Cursor[], frames: Frame<Event>[]): Frame<Event>[] {
  const all = [...frames]
  for (const { stream, epoch, since } of from) {
    const own = frames.filter((frame) => 'stream' in frame && frame.stream === stream)
    if (own.some(({ type }) => type === 'live' || type === 'resync')) continue
    const last = own.findLast((frame) => 'seq' in frame)
    const seq = last && 'seq' in last ? last.seq : since
    all.push({ type: 'live', stream, epoch, prev: seq, seq })
  }
  return all
}
