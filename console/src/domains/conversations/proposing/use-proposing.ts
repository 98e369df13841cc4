import { useQuery } from '@tanstack/react-query'
import { cleanProse } from '#client/prose.ts'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ReasonId } from '#contract/ids.ts'
import { locales } from '#words/locale.ts'
import { type ProposalWords, proposalWords } from '#words/proposal.ts'
import { api } from '../../../live/api.ts'
import { settingsKey } from '../../../live/settings-key.ts'
import { useKnown, useLive } from '../../../live/use-live.tsx'
import { type FormState, useForm } from '../../../ui/fields/use-form.ts'

interface Wish extends Record<string, unknown> {
  reasonId: ReasonId | null
  text: string
}

/** What may be proposed in a conversation, and proposing it. The words begin as the visitor's language has them, and are the agent's own. */
export function useProposing(conversation: ConversationForAgent, words: ProposalWords, onDone: () => void) {
  const live = useLive()
  const { data, isError, refetch } = useQuery({
    queryKey: settingsKey(live.organisationId, 'appointment-reasons'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/appointment-reasons', {
        params: { organisationId: live.organisationId },
        signal,
      }),
  })
  // Visitors book what their channel offers, wherever their conversation went.
  const subAccountId = useKnown(
    ({ channels }) => channels.find(({ id }) => id === conversation.channelId)?.subAccountId ?? null,
    null,
  )
  const reasons = data?.reasons.filter((one) => one.archivedAt === null && one.subAccountId === subAccountId)
  const beginning = (id: ReasonId | null) => {
    const reason = reasons?.find((one) => one.id === id)
    return reason ? beginningOf(reason, conversation.language) : ''
  }

  const form: FormState<Wish> = useForm<Wish>({
    initial: { reasonId: null, text: '' },
    check: ({ reasonId, text }) => ({
      reasonId: reasonId === null ? words.needReason : undefined,
      text: text.trim() === '' ? words.needText : undefined,
    }),
    async send({ reasonId, text }) {
      live.send(conversation.id, { kind: 'text', text: cleanProse(text), mentions: [], proposedReasonId: reasonId })
      onDone()
      return null
    },
  })
  const { reasonId, text } = form.values

  return {
    form,
    reasons,
    isFailed: isError,
    retry: refetch,
    choose(id: ReasonId) {
      form.field('reasonId').onChange(id)
      // Words of one's own stay.
      if (text.trim() === '' || text === beginning(reasonId)) form.field('text').onChange(beginning(id))
    },
  }
}

function beginningOf({ texts }: ReasonForAgent, language: string): string {
  const spoken = (one: string) => one.split('-', 1)[0]
  const title = (texts.find((one) => spoken(one.language) === spoken(language)) ?? texts[0])?.title ?? ''
  return proposalWords(locales.find((one) => one === spoken(language)) ?? 'en').begins(title)
}
