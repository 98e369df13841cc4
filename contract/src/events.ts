import * as z from 'zod'
import { Colleague } from './agents.ts'
import { ConversationForAgent } from './conversations.ts'
import { AgentId, AppointmentId, ConversationId } from './ids.ts'
import { MessageForAgent, MessageForVisitor } from './messages.ts'
import { Instant } from './text.ts'
import { ConversationForVisitor } from './visitors.ts'
import { appointmentCalls } from './vocabulary.ts'

/** What an agent's streams say. Each carries whole things with their versions: applying one twice, or late, changes nothing. */
export const AgentEvent = z.discriminatedUnion('type', [
  /** A conversation in reach is new or changed; `messages` are those this change added. */
  z.object({
    type: z.literal('conversation.changed'),
    conversation: ConversationForAgent,
    messages: z.array(MessageForAgent),
  }),
  /** A conversation that was in reach no longer is. */
  z.object({ type: z.literal('conversation.left'), conversationId: ConversationId, version: z.int() }),
  z.object({ type: z.literal('colleague.changed'), colleague: Colleague }),
  z.object({ type: z.literal('colleague.left'), agentId: AgentId }),
  /** A list of the settings is no longer what was fetched. */
  z.object({
    type: z.literal('settings.changed'),
    list: z.enum([
      'agents',
      'invitations',
      'letters',
      'channels',
      'sub-accounts',
      'organisation',
      'questionnaires',
      'shortcuts',
      'appointment-reasons',
      'roles',
      'billing',
      'journal',
    ]),
  }),
  /** Appointments or calendars in the reader’s sight are no longer what was fetched. */
  z.object({ type: z.literal('appointments.changed') }),
  /** Somebody else made something of an appointment of the reader’s. It changes nothing that is shown: it calls them. */
  z.object({
    type: z.literal('appointment.called'),
    call: z.enum(appointmentCalls),
    appointment: z.object({ id: AppointmentId, name: z.string(), startsAt: Instant }),
  }),
  /** The reader came to belong to another organisation, or no longer does: ask who is signed in. */
  z.object({ type: z.literal('memberships.changed') }),
  /** The reader's own rights changed: fetch everything anew. */
  z.object({ type: z.literal('access.changed') }),
])
export type AgentEvent = z.infer<typeof AgentEvent>

/** What a visitor's conversation says. */
export const VisitorEvent = z.object({
  type: z.literal('conversation.changed'),
  conversation: ConversationForVisitor,
  messages: z.array(MessageForVisitor),
})
export type VisitorEvent = z.infer<typeof VisitorEvent>
