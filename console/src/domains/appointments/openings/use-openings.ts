import { useQueryClient } from '@tanstack/react-query'
import type { Opening, OpeningWish } from '#contract/appointments/openings.ts'
import type { AgentId } from '#contract/ids.ts'
import { api } from '../../../live/api.ts'
import { appointmentsKey } from '../../../live/appointments-key.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { closedFor } from './opening-draft.ts'
import { useOpeningWords } from './use-opening-words.ts'

/** What is done with openings and absences of somebody; `onReassign`: gives away what an absence was saved over, where the reader may. */
export function useOpenings(agentId: AgentId, onReassign: (() => void) | null) {
  const words = useOpeningWords()
  const { ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const params = { organisationId, agentId }
  const fetchAgain = () => queryClient.invalidateQueries({ queryKey: appointmentsKey(organisationId) })

  /** Over the version that was read; null: a new one. A refusal is thrown. */
  async function save(wish: OpeningWish, earlier: Opening | null): Promise<void> {
    try {
      const { booked } = earlier
        ? await api.call('PUT /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId', {
            params: { ...params, openingId: earlier.id },
            body: { ...wish, version: earlier.version },
          })
        : await api.call('POST /organisations/:organisationId/agents/:agentId/calendar/openings', {
            params,
            body: wish,
          })
      if (booked === 0) toasts.show({ text: words.saved[wish.kind] })
      else
        toasts.show({
          kind: 'notice',
          text: words.booked(booked),
          ...(onReassign && { act: { label: words.reassign, onAct: onReassign } }),
        })
    } finally {
      void fetchAgain()
    }
  }

  async function remove(opening: Opening): Promise<void> {
    const { id, version, ...wish } = opening
    try {
      await api.call('DELETE /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId', {
        params: { ...params, openingId: id },
      })
      toasts.show({
        text: words.removed[opening.kind],
        act: { label: ui.undo, onAct: () => void save(wish, null).catch(say) },
      })
    } catch (error) {
      say(error)
    } finally {
      void fetchAgain()
    }
  }

  const say = (error: unknown) => sayRefusal(error, ui.failure.text)
  return {
    save,
    remove: (opening: Opening) => void remove(opening),
    /** Only at this time, of those at which it comes again. */
    closeOnce: (span: { from: number; to: number }) => void save(closedFor(span), null).catch(say),
  }
}
