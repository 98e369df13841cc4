import type { Platform } from '#server/platform/platform.ts'
import type { HandlersOf } from '../../callers.ts'
import type { BookingNeeds } from '../booking/book.ts'
import { appointmentsForAgent } from '../booking/calendar.ts'
import { planReassignment } from './plan-reassignment.ts'
import { reassign } from './reassign.ts'

type Doors =
  | 'POST /organisations/:organisationId/agents/:agentId/reassignment/plan'
  | 'POST /organisations/:organisationId/agents/:agentId/reassignment'

/** The team's doors to giving appointments of one to others. */
export const reassigningHandlers = (needs: BookingNeeds & Platform): HandlersOf<Doors> => ({
  'POST /organisations/:organisationId/agents/:agentId/reassignment/plan': async ({ caller, params, body }) => ({
    placings: await planReassignment(
      caller,
      { agentId: params.agentId, appointmentIds: body.appointmentIds, to: body.agentId },
      needs,
    ),
  }),

  'POST /organisations/:organisationId/agents/:agentId/reassignment': async ({ caller, params, body }) => {
    const { appointments, by } = await reassign(caller, { ...body, agentId: params.agentId }, needs)
    return {
      appointments: await needs.database.transaction(caller.organisationId, (tx) =>
        appointmentsForAgent(tx, appointments, by),
      ),
    }
  },
})
