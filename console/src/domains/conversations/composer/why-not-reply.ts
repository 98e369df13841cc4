import type { Me } from '#contract/agents.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationWords } from '#words/fr/console/conversations.ts'

type Shown = Pick<ConversationForAgent, 'state' | 'language' | 'assigneeName'> & {
  may: Pick<ConversationForAgent['may'], 'pickUp' | 'reopen'>
}

/** Why one cannot answer here now. Whoever speaks the language of what waits, and may not take it, does not advise for it. */
export function whyNotReply(
  { state, language, assigneeName, may }: Shown,
  me: Pick<Me, 'active' | 'languages'>,
  words: ConversationWords['composer'],
): string {
  if (!me.active) return words.inactive
  if (state === 'open') return words.others(assigneeName ?? '')
  if (state === 'closed') return may.reopen ? words.closed : words.closedForYou
  if (may.pickUp) return words.pending
  return me.languages.includes(language) ? words.waitsForAdvisors : words.waitsForOthers
}
