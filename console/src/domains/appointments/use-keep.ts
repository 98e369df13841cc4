import { useQueryClient } from '@tanstack/react-query'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import type { BodyOf } from '#contract/routes.ts'
import { api } from '../../live/api.ts'
import { appointmentsKey } from '../../live/appointments-key.ts'
import { useMe } from '../../live/session.ts'
import type { Despite } from './moving/refused-time.ts'
import { appointmentQuery, type CalendarReply, calendarsKey } from './queries.ts'

type Outcome = BodyOf<'POST /organisations/:organisationId/appointments/:appointmentId/outcome'>['state']

/** What is done with an appointment. Each answers with it as it is then, which is shown at once; a refusal is thrown. */
export function useKeep() {
  const { organisationId } = useMe()
  const queryClient = useQueryClient()

  const show = (kept: AppointmentForAgent) => {
    queryClient.setQueryData(appointmentQuery(organisationId, kept.id).queryKey, kept)
    queryClient.setQueriesData<CalendarReply>({ queryKey: calendarsKey(organisationId) }, (known) =>
      known?.appointments.some(({ id }) => id === kept.id)
        ? { ...known, appointments: known.appointments.map((one) => (one.id === kept.id ? kept : one)) }
        : known,
    )
    return kept
  }
  /** Whatever was refused may no longer be as it is shown. */
  const lookAgain = (error: unknown): never => {
    void queryClient.invalidateQueries({ queryKey: appointmentsKey(organisationId) })
    throw error
  }
  const kept = (work: Promise<AppointmentForAgent>) => work.then(show, lookAgain)
  const params = ({ id }: AppointmentForAgent) => ({ organisationId, appointmentId: id })

  return {
    move: (one: AppointmentForAgent, startsAt: number, despite: Despite = []) =>
      kept(
        api.call('POST /organisations/:organisationId/appointments/:appointmentId/move', {
          params: params(one),
          body: { startsAt: new Date(startsAt).toISOString(), despite, version: one.version },
        }),
      ),
    cancel: (one: AppointmentForAgent, why: string) =>
      kept(
        api.call('POST /organisations/:organisationId/appointments/:appointmentId/cancellation', {
          params: params(one),
          body: { why, version: one.version },
        }),
      ),
    conclude: (one: AppointmentForAgent, state: Outcome) =>
      kept(
        api.call('POST /organisations/:organisationId/appointments/:appointmentId/outcome', {
          params: params(one),
          body: { state, version: one.version },
        }),
      ),
    askToMove: (one: AppointmentForAgent) =>
      kept(
        api.call('POST /organisations/:organisationId/appointments/:appointmentId/request-to-move', {
          params: params(one),
        }),
      ),
    book: (wish: BodyOf<'POST /organisations/:organisationId/appointments'>) =>
      api
        .call('POST /organisations/:organisationId/appointments', { params: { organisationId }, body: wish })
        .finally(() => queryClient.invalidateQueries({ queryKey: appointmentsKey(organisationId) })),
  }
}
