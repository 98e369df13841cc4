import * as z from 'zod'
import { ConversationForAgent } from './conversations.ts'
import { AgentId, ConversationId, OrganisationId, PhotoId, SubAccountId } from './ids.ts'
import { limits } from './limits.ts'
import { defineRoutes } from './route.ts'
import { Prose } from './text.ts'
import { availabilities } from './vocabulary.ts'

/** Why a conversation cannot go to somebody. */
export const receiverRefusals = [
  'conversations.receiver-inactive',
  'conversations.receiver-no-access',
  'conversations.receiver-language',
  'conversations.receiver-questionnaire',
  'conversations.receiver-full',
] as const
export type ReceiverRefusal = (typeof receiverRefusals)[number]

/** Into somebody's hands, or into the queue of another sub-account; neither: back into the queue of its own. */
export const TransferConversation = z
  .strictObject({
    agentId: AgentId.nullable().default(null),
    subAccountId: SubAccountId.nullable().default(null),
    /** Written as a note before the notice, for whoever receives it; empty: none. Visitors never see it. */
    note: Prose(limits.messageLength, 0).default(''),
  })
  .refine(({ agentId, subAccountId }) => agentId === null || subAccountId === null, {
    path: ['subAccountId'],
    message: 'to one of them',
  })
export type TransferConversation = z.infer<typeof TransferConversation>

/** A colleague to whom it could go, or why it could not. */
export const ReceiverForAgent = z.object({
  id: AgentId,
  name: z.string(),
  photoId: PhotoId.nullable(),
  /** null: no console open. Away and absent colleagues receive all the same. */
  availability: z.enum(availabilities).nullable(),
  /** What they have open now, of how much they may have; null: any number. */
  open: z.int(),
  limit: z.int().nullable(),
  /** Null: it could go to them now. */
  refusal: z.enum(receiverRefusals).nullable(),
  /** The sub-account it would belong to from then on, being out of their reach where it is; null: it stays. */
  movesTo: SubAccountId.nullable(),
})
export type ReceiverForAgent = z.infer<typeof ReceiverForAgent>

export const TransferCandidates = z.object({
  /** Colleagues the reader knows, but for who has it. */
  agents: z.array(ReceiverForAgent),
  /** Other sub-accounts the reader knows, and how many of their people could take it up there. */
  subAccounts: z.array(z.object({ id: SubAccountId, name: z.string(), takers: z.int() })),
  /** Where it would wait without leaving its sub-account; null: it waits there already. */
  queue: z.object({ takers: z.int() }).nullable(),
})
export type TransferCandidates = z.infer<typeof TransferCandidates>

const ofConversation = z.object({ organisationId: OrganisationId, conversationId: ConversationId })

export const transferRoutes = defineRoutes({
  'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates': {
    summary: 'To whom a conversation could go, and to whom not and why',
    who: 'agent',
    key: 'conversations:read',
    params: ofConversation,
    reply: TransferCandidates,
    refuses: ['access.inactive', 'conversations.not-yours', 'conversations.closed'],
  },
  'POST /organisations/:organisationId/conversations/:conversationId/transfer': {
    summary: 'Hand a conversation to a colleague, to another sub-account, or back to the queue, with a note',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation,
    body: TransferConversation,
    /** Null when it is out of the reader's reach from now on. */
    reply: z.object({ conversation: ConversationForAgent.nullable() }),
    refuses: ['access.inactive', 'conversations.not-yours', 'conversations.closed', ...receiverRefusals],
  },
})
