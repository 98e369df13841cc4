import type { Poll } from '#contract/live.ts'
import type { Stream } from '#server/platform/events/events.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Bearer } from './bearer.ts'
import { attach } from './attach.ts'
import type { DownFrame, Following } from './follow.ts'
import type { Hearing } from './hearing.ts'
import type { EndOfRight, Listeners } from './listeners.ts'

/** Frames that come together are answered together. */
const gatherMs = 15
/** A poll that would not wait for news still waits until every stream was read: its answer says how things stand now. */
const readingMs = 10_000

/**
 * The sockets' reading for where sockets are blocked: follows the same streams in the same way, and answers with the first frames
 * there are, or with none when the wait is over.
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
  const { promise: over, resolve: finish } = Promise.withResolvers<'time' | 'frames' | EndOfRight>()
  const stopListening = needs.listeners.add({ bearer, end: finish })
  const followings = new Map<Stream, Following>()
  const timers: NodeJS.Timeout[] = [setTimeout(() => finish('time'), waitMs || readingMs)]
  const live = new Set<string>()
  gone.addEventListener('abort', () => finish('time'), { once: true })
  try {
    const listener = await needs.hearing.listenerFor(bearer)
    if (!listener) throw refusal('accounts.sign-in-required')
    const take = (frame: DownFrame) => {
      frames.push(frame)
      if (frame.type === 'live') live.add(frame.stream)
      // Being caught up is news only once every stream is, or something happened.
      if (frame.type !== 'live' || (waitMs === 0 && live.size === followings.size))
        timers.push(setTimeout(() => finish('frames'), gatherMs))
    }
    const line = { send: take, drained: async () => {} }
    for (const [stream, start] of attach(listener.reader, cursors, needs)) {
      if (typeof start === 'string') take({ type: 'resync', stream, reason: start })
      else followings.set(stream, start(line))
    }
    const end = await over
    if (end === 'access-ended') throw refusal('accounts.sign-in-required')
    return end === 'access-changed' ? [] : frames
  } finally {
    for (const timer of timers) clearTimeout(timer)
    for (const following of followings.values()) following.stop()
    stopListening()
  }
}
