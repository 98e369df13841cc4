import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Refused } from '#client/refused.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { api } from '../../../live/api.ts'
import { useLive } from '../../../live/use-live.tsx'
import { type FormRefusal, type FormState, useForm } from '../../../ui/fields/use-form.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { asWish, type Target, targetsOf } from './targets.ts'

/** Loads, absences and limits change while one looks. */
const freshEveryMs = 10_000

interface Values extends Record<string, unknown> {
  key: string | null
  note: string
}

/** The form of a transfer, and what it chooses from. A refusal keeps both: the note stays, and the list says how things stand now. */
export function useTransfer(conversation: ConversationForAgent, onDone: (isReached: boolean) => void) {
  const words = useWords().transfers
  const live = useLive()
  const params = { organisationId: live.organisationId, conversationId: conversation.id }
  const candidates = useQuery({
    queryKey: ['transfer-candidates', conversation.id],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates', {
        params,
        signal,
      }),
    refetchInterval: freshEveryMs,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const targets = candidates.data && targetsOf(candidates.data, words.queue)
  const targetOf = ({ key }: Values) => targets?.find((target) => target.key === key)

  const form: FormState<Values> = useForm<Values>({
    initial: { key: null, note: '' },
    async send(values): Promise<FormRefusal | null> {
      const target = targetOf(values)
      if (!target) return { message: words.gone }
      try {
        const { conversation: changed } = await api.call(
          'POST /organisations/:organisationId/conversations/:conversationId/transfer',
          { params, body: { ...asWish(target), note: values.note } },
        )
        if (changed) live.show(changed)
        toasts.show({ text: doneText(target) })
        onDone(changed !== null)
        return null
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        void candidates.refetch()
        return { message: error.field === undefined ? error.message : whyNot(error, target) }
      }
    },
  })

  const doneText = ({ kind, name }: Target) =>
    kind === 'queue' ? words.done.queue : kind === 'agent' ? words.done.agent(name) : words.done.subAccount(name)

  /** That somebody is not there says nothing to who has just chosen them. */
  const whyNot = (error: Refused, { kind }: Target) => {
    if (error.code !== 'request.not-found') return error.message
    return kind === 'agent' ? words.gone : words.goneSubAccount
  }

  return { form, targets, chosen: targetOf(form.values), isFailed: candidates.isError, retry: candidates.refetch }
}
