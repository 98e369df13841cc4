import type { Poll } from '#contract/live.ts'
import type { Stream } from '#server/platform/events/events.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { attach } from './attach.ts'
import type { Bearer } from './bearer.ts'
import type { DownFrame, Following } from './follow.ts'
import type { Hearing } from './hearing.ts'
import type { EndOfListening, Listeners } from './listeners.ts'

/** Frames that come together are answered together. */
const gatherMs = 15
/** Even one that does not wait for news waits until every stream was read, for so long. */
const readingMs = 10_000

/**
 * The sockets' reading for where sockets are blocked: follows the same streams in the same way. It answers once every stream is
 * caught up and there is something to tell, or the wait is over.
 *
 * Rights that change while it waits end it empty-handed: the next one asks under the new ones, from the same cursors.
 *
 * @refuses accounts.sign-in-required when the right to listen ends while waiting
 */
export async function poll(
  bearer: Bearer,
  { cursors, waitMs }: Poll,
  gone: AbortSignal,
  needs: Pick<Platform, 'database' | 'events' | 'log'> & { hearing: Hearing; listeners: Listeners },
): Promise<DownFrame[]> {
  const frames: DownFrame[] = []
  const { promise: over, resolve: finish } = Promise.withResolvers<'time' | 'frames' | EndOfListening>()
  const stopListening = needs.listeners.add({ bearer, end: finish })
  const followings = new Map<Stream, Following>()
  const timers: NodeJS.Timeout[] = [setTimeout(() => finish('time'), waitMs || readingMs)]
  gone.addEventListener('abort', () => finish('time'), { once: true })
  try {
    const listener = await needs.hearing.listenerFor(bearer)
    if (!listener) throw refusal('accounts.sign-in-required')
    const starts = await attach(listener.reader, cursors, needs)
    const settled = new Set<string>()
    let isNews = waitMs === 0
    const take = (frame: DownFrame) => {
      frames.push(frame)
      if (frame.type === 'live' || frame.type === 'resync') settled.add(frame.stream)
      if (frame.type !== 'live') isNews = true
      if (isNews && settled.size === starts.size) timers.push(setTimeout(() => finish('frames'), gatherMs))
    }
    const line = { send: take, drained: async () => {} }
    for (const [stream, start] of starts) {
      if (typeof start === 'string') take({ type: 'resync', stream, reason: start })
      else followings.set(stream, start(line))
    }
    const end = await over
    // A key has an end of its own, which may have come while it waited.
    if (end === 'access-ended' || !(await needs.hearing.stands(bearer))) throw refusal('accounts.sign-in-required')
    return end === 'access-changed' ? [] : frames
  } finally {
    for (const timer of timers) clearTimeout(timer)
    for (const following of followings.values()) following.stop()
    stopListening()
  }
}
