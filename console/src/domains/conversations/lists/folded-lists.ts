import { type ConversationState, conversationStates } from '#contract/vocabulary.ts'
import { keep, keepOneOf, useKept } from '../../../ui/kept.ts'

const keptFolded = keep<readonly ConversationState[]>('comptoir.folded-lists', {
  parse: (raw) => conversationStates.filter((state) => (raw ?? '').split(' ').includes(state)),
  format: (states) => states.join(' '),
})

/** The lists a person has folded away, kept in this browser. */
export function useFoldedLists(): [
  readonly ConversationState[],
  (state: ConversationState, isFolded: boolean) => void,
] {
  const [folded, write] = useKept(keptFolded)
  return [folded, (state, isFolded) => write(isFolded ? [...folded, state] : folded.filter((other) => other !== state))]
}

/** The one list a phone shows. */
export const keptPhoneList = keepOneOf('comptoir.phone-list', conversationStates)
