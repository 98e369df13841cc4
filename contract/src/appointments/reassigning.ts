import * as z from 'zod'
import { Count } from '../counts.ts'
import { AgentId, AppointmentId, OrganisationId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoutes } from '../route.ts'
import { whyNotFree } from '../vocabulary.ts'
import { AppointmentForAgent } from './appointments.ts'

/** Where one appointment of somebody could go. */
export const Placing = z.object({
  appointment: AppointmentForAgent,
  /** Everybody the reader knows who might, those who can first. */
  candidates: z.array(
    z.object({ agent: z.object({ id: AgentId, name: z.string() }), why: z.array(z.enum(whyNotFree)) }),
  ),
  /** Whom the plan gives it to; null: nobody is free. */
  agentId: AgentId.nullable(),
})
export type Placing = z.infer<typeof Placing>

const ofAgent = z.object({ organisationId: OrganisationId, agentId: AgentId })
const Ids = z.array(AppointmentId).min(1).max(limits.appointmentsPerReassignment)

export const reassigningRoutes = defineRoutes({
  'POST /organisations/:organisationId/agents/:agentId/reassignment/plan': {
    summary: 'Who could take over an agent’s appointments to come, and who not, and why; nothing changes',
    who: 'agent',
    key: 'conversations:read',
    params: ofAgent,
    body: z.strictObject({
      /** Absent: all to come. */
      appointmentIds: Ids.optional(),
      /** Absent: whoever is free, each time whoever has least to do. */
      agentId: AgentId.optional(),
    }),
    reply: z.object({ placings: z.array(Placing) }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/agents/:agentId/reassignment': {
    summary: 'Give appointments to other agents, all or none; visitors and agents are told',
    who: 'agent',
    key: 'conversations:write',
    params: ofAgent,
    body: z.strictObject({
      moves: z
        .array(z.strictObject({ appointmentId: AppointmentId, version: Count, agentId: AgentId }))
        .min(1)
        .max(limits.appointmentsPerReassignment)
        .refine((moves) => new Set(moves.map(({ appointmentId }) => appointmentId)).size === moves.length, {
          params: { problem: 'repeated' },
        }),
    }),
    reply: z.object({ appointments: z.array(AppointmentForAgent) }),
    refuses: [
      'access.refused',
      /** With details.refused: [{ appointmentId, why }], why as in the plan, or `changed`; none was given to anybody. */
      'appointments.not-placed',
      /** Each time it was tried, somebody else was given one of the times at that moment. */
      'appointments.slot-taken',
    ],
  },
})
