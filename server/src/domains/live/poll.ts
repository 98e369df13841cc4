import type { Poll } from '#contract/live.ts'
import type { Stream } from '#server/platform/events/events.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Bearer } from './bearer.ts'
import { type DownFrame, type Following, follow } from './follow.ts'
import type { Hearing } from './hearing.ts'
import type { Listeners } from './listeners.ts'

/** Frames that come together are answered together. */
const gatherMs = 15
/** A poll that would not wait for news still waits until every stream was read: its answer says how things stand now. */
const readingMs = 10_000

/**
 * The sockets' reading for where sockets are blocked: follows the same streams in the same way, and answers with the first frames
 * there are, or with none when the wait is over.
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
  const { promise: over, resolve: finish } = Promise.withResolvers<'time' | 'frames' | 'ended'>()
  const stopListening = needs.listeners.add({ bearer, end: () => finish('ended') })
  const followings: Following[] = []
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
      if (frame.type !== 'live' || (waitMs === 0 && live.size === cursors.length))
        timers.push(setTimeout(() => finish('frames'), gatherMs))
    }
    for (const cursor of cursors) {
      const stream = cursor.stream as Stream
      if (!listener.reader.mayFollow(stream)) take({ type: 'resync', stream, reason: 'unknown-stream' })
      else if (cursor.epoch !== needs.events.epoch) take({ type: 'resync', stream, reason: 'epoch' })
      else
        followings.push(follow(listener.reader, { ...cursor, stream }, { send: take, drained: async () => {} }, needs))
    }
    if ((await over) === 'ended') throw refusal('accounts.sign-in-required')
    return frames
  } finally {
    for (const timer of timers) clearTimeout(timer)
    for (const following of followings) following.stop()
    stopListening()
  }
}
