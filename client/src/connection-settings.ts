import { times as agreed } from '#contract/limits.ts'
import type { Cursor } from '#contract/streams.ts'
import type { Backoff } from './backoff.ts'
import type { Frame, LookingFrame, TypingFrame } from './frames.ts'
import type { Refused } from './refused.ts'
import type { World } from './world.ts'

/**
 * What the screen may say: `live` only when every stream is caught up; `connecting` for the first moments without a
 * line, `offline` once trying has failed; `ended` and `outdated` are final (no such right; load the page anew).
 */
export type ConnectionState = 'connecting' | 'catching-up' | 'live' | 'offline' | 'ended' | 'outdated'

export interface ConnectionSettings<Event> {
  /** `wss://…` and `socketPath` */
  socketUrl: string
  ticket(signal: AbortSignal): Promise<{ ticket: string }>
  poll(cursors: Cursor[], waitMs: number, signal: AbortSignal): Promise<{ frames: Frame<Event>[] }>
  /** Fetches everything anew and shows it. Answers with the cursors it is stamped with; none: nothing to follow yet. */
  snapshot(signal: AbortSignal): Promise<Cursor[]>
  /** New events of one stream, in order. Some may be known already: applying is idempotent. */
  onEvents(events: Event[], stream: string): void
  onTyping?(frame: TypingFrame): void
  /** A colleague looks at a conversation, or no longer does. */
  onLooking?(frame: LookingFrame): void
  onState?(state: ConnectionState): void
  /** The reader's rights changed; a snapshot follows by itself. */
  onAccessChanged?(): void
  /** What ended it, when it was a refusal. */
  onEnded?(refused: Refused): void
  world?: World
  times?: Partial<ConnectionTimes>
}

export interface ConnectionTimes {
  retry: Backoff
  /** From opening a socket to its first frame. */
  answerMs: number
  /** From asking an open line, when the page wakes, to its answer. */
  wakeAnswerMs: number
  silenceMs: number
  pollWaitMs: number
  pollRestMs: number
  /** While sockets are blocked, one is tried after so long; the wait doubles up to its cap. */
  probe: Backoff
  /** A line that was caught up for so long was a good one: the next retry is quick again. */
  steadyMs: number
}

export const usualTimes: ConnectionTimes = {
  retry: { baseMs: 500, capMs: 10_000 },
  answerMs: 10_000,
  wakeAnswerMs: 5_000,
  silenceMs: agreed.silenceMs,
  pollWaitMs: agreed.pollWaitMs,
  pollRestMs: 1_000,
  probe: { baseMs: 60_000, capMs: 600_000 },
  steadyMs: 10_000,
}
