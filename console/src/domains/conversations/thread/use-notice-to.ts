import type { MessageForAgent } from '#contract/messages.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { useWords } from '../../../ui/words.tsx'
import { firstName } from '../visitor-name.ts'

/**
 * To whom a notice says that the conversation went, or where its words were sent; null: it says nothing of it. A sub-account one does not
 * know has no name.
 */
export function useNoticeTo({ subject, notice, text }: Pick<MessageForAgent, 'subject' | 'notice' | 'text'>) {
  const words = useWords().conversations.thread.noticeTo
  const id = subject?.kind === 'sub-account' ? subject.subAccountId : null
  const name = useKnown(({ subAccounts }) => subAccounts.find((one) => one.id === id)?.name ?? null, null)
  if (notice === 'transcript-sent') return words.address(text)
  if (subject === null) return null
  return subject.kind === 'agent' ? words.agent(firstName(subject.name)) : words.subAccount(name)
}
