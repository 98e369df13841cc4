import type { MessageForAgent } from '#contract/messages.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { formatMoment } from '../../../ui/time/format-time.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { firstName } from '../visitor-name.ts'

/**
 * To whom a notice says that the conversation went, where its words were sent, or when and with whom an appointment is; null: it says
 * nothing of it. A sub-account one does not know has no name.
 */
export function useNoticeTo({
  subject,
  notice,
  appointment,
  text,
}: Pick<MessageForAgent, 'subject' | 'notice' | 'appointment' | 'text'>) {
  const { tag, words: all } = useSpeech()
  const words = all.conversations.thread.noticeTo
  const id = subject?.kind === 'sub-account' ? subject.subAccountId : null
  const name = useKnown(({ subAccounts }) => subAccounts.find((one) => one.id === id)?.name ?? null, null)
  if (notice === 'transcript-sent') return words.address(text)
  if (appointment)
    return words.appointment(formatMoment(new Date(appointment.startsAt), tag), firstName(appointment.agent.name))
  if (subject === null) return null
  return subject.kind === 'agent' ? words.agent(firstName(subject.name)) : words.subAccount(name)
}
