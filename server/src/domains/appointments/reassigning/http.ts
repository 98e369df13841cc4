import type { Platform } from '#server/platform/platform.ts'
import { actorIn } from '../../agents/index.ts'
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
    const given = await reassign(caller, { ...body, agentId: params.agentId }, needs)
    return needs.database.snapshot(caller.organisationId, async (tx) => ({
      appointments: await appointmentsForAgent(tx, given, await actorIn(tx, caller)),
    }))
  },
})
