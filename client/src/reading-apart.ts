import type { MessageForAgent } from '#contract/messages.ts'
import type { ThreadState } from './agent-state.ts'
import { mergeMessages } from './threads.ts'

/** A stretch of a conversation somewhere before its loaded end, read on its own until it meets that end. */
export interface Stretch {
  /** In order, without a hole. */
  readonly messages: readonly MessageForAgent[]
  /** Whether there are older and newer ones beyond it. */
  readonly more: boolean
  readonly newer: boolean
}

/** Whether a stretch and what is loaded of the end leave no hole between them. */
export const meets = ({ messages, newer }: Stretch, thread: ThreadState): boolean =>
  !newer || (messages.at(-1)?.seq ?? 0) >= (thread.messages[0]?.seq ?? 0) - 1

/** The loaded end with a stretch before it that it meets. Of a message that stands in both, the end's is kept true by events. */
export function joined(thread: ThreadState, { messages, more }: Stretch): ThreadState {
  const firstSeq = thread.messages[0]?.seq ?? Number.POSITIVE_INFINITY
  const before = messages.filter(({ seq }) => seq < firstSeq)
  if (before.length === 0) return thread
  return { ...thread, messages: mergeMessages(thread.messages, before), more }
}

/** What an event tells of messages that stand in the stretch: how they are now. */
export function heard(stretch: Stretch, changed: readonly MessageForAgent[]): Stretch {
  const bySeq = new Map(changed.map((message) => [message.seq, message]))
  if (!stretch.messages.some(({ seq }) => bySeq.has(seq))) return stretch
  return { ...stretch, messages: stretch.messages.map((message) => bySeq.get(message.seq) ?? message) }
}

/** The page before a stretch, or after it. */
export const withOlderStretch = (
  stretch: Stretch,
  page: { messages: readonly MessageForAgent[]; more: boolean },
): Stretch => ({
  ...stretch,
  messages: mergeMessages(stretch.messages, page.messages),
  more: page.more,
})
export const withNewerStretch = (
  stretch: Stretch,
  page: { messages: readonly MessageForAgent[]; more: boolean },
): Stretch => ({
  ...stretch,
  messages: mergeMessages(stretch.messages, page.messages),
  newer: page.more,
})
