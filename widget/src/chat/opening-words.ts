import { isNobodyThere } from '../presence.ts'
import { momentOf } from './times.ts'
import type { View } from './view.ts'

/** What the conversation begins with: the greeting, or that nobody is there. */
export const openingWords = ({ greeting, words }: Pick<View, 'greeting' | 'words'>): string =>
  isNobodyThere(greeting) ? greeting.away || words.away : greeting.greeting || words.greeting

/** Whether words are answered now, and if not, from when on. */
export function presenceWords({ greeting, words, locale }: Pick<View, 'greeting' | 'words' | 'locale'>): string {
  if (greeting.state === 'answering') return words.teamHere
  if (greeting.state !== 'closed') return words.teamAway
  const { changesAt } = greeting
  return changesAt ? words.opensAgain(momentOf(new Date(changesAt), new Date(), locale, words)) : words.closedNow
}

/** Whether who writes now is asked where to answer: nobody is there, and nothing they said waits for an answer already. */
export const asksEmail = ({ greeting, conversation, waiting }: Pick<View, 'greeting' | 'conversation' | 'waiting'>) =>
  isNobodyThere(greeting) && waiting.length === 0 && (conversation === null || conversation.state === 'closed')
