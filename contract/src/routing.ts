import * as z from 'zod'
import { ConversationForAgent } from './conversations.ts'
import { Count } from './counts.ts'
import { AgentId, ChannelId, ConversationId, OrganisationId } from './ids.ts'
import { limits } from './limits.ts'
import { defineRoutes } from './route.ts'
import { Instant } from './text.ts'
import { ChannelKey } from './visitors.ts'
import { routingCauses, routingModes, routingOutcomes, whyBlocked, whyNots } from './vocabulary.ts'

/** How what waits on a channel finds somebody. */
export const ChannelRouting = z.object({
  mode: z.enum(routingModes),
  /** So long an agent has to take what they are offered, before it goes to the next. */
  offerSeconds: z.int(),
  /** 0: never changed. */
  version: z.int(),
  may: z.object({ change: z.boolean() }),
})
export type ChannelRouting = z.infer<typeof ChannelRouting>

export const ChangeChannelRouting = z.strictObject({
  mode: z.enum(routingModes),
  offerSeconds: z.int().min(limits.offerSecondsMin).max(limits.offerSecondsMax),
  /** The version that was read: saving over somebody else's change is refused. */
  version: Count,
})
export type ChangeChannelRouting = z.infer<typeof ChangeChannelRouting>

const Person = z.object({ id: AgentId, name: z.string() })

/** Somebody the reader knows, and what keeps them from it; nothing: they could take it. */
export const RoutingCandidate = Person.extend({ why: z.array(z.enum(whyNots)) })
export type RoutingCandidate = z.infer<typeof RoutingCandidate>

const verdict = {
  /** Offered to somebody; waits, though somebody could take it; or nobody could. */
  outcome: z.enum(routingOutcomes),
  /** To whom it is offered; null: to nobody, or to somebody the reader does not know. */
  agent: Person.nullable(),
  /** Why nobody could; null: somebody could. */
  because: z.enum(whyBlocked).nullable(),
  candidates: z.array(RoutingCandidate),
}

/** What was decided, when, and by which facts. */
export const RoutingDecision = z.object({
  decidedAt: Instant,
  mode: z.enum(routingModes),
  cause: z.enum(routingCauses),
  ...verdict,
})
export type RoutingDecision = z.infer<typeof RoutingDecision>

export const RoutingOfConversation = z.object({
  mode: z.enum(routingModes),
  /** To whom it is offered at this moment. */
  offer: z.object({ agent: Person.nullable(), until: Instant }).nullable(),
  /** Who would get it, were it decided now; null: it does not wait. */
  now: z.object(verdict).nullable(),
  /** The last ones, newest first. */
  decisions: z.array(RoutingDecision),
})
export type RoutingOfConversation = z.infer<typeof RoutingOfConversation>

/** Waiting conversations that nobody could take now, with the reason, of those the reader runs. */
export const Queue = z.object({
  blocked: z.array(z.object({ conversationId: ConversationId, because: z.enum(whyBlocked) })),
})
export type Queue = z.infer<typeof Queue>

/** Where a visitor's conversation waits. */
export const PlaceInQueue = z.object({
  /** 1: next. Null: it does not wait. */
  place: z.int().nullable(),
  /** How much longer it usually takes; null: too little is known, nobody is there, or it took longer already. */
  estimateMs: z.int().nullable(),
  /** When somebody is there again; null: it is open, or nobody said. */
  opensAt: Instant.nullable(),
  /** Not worth asking again sooner. */
  askAgainMs: z.int(),
})
export type PlaceInQueue = z.infer<typeof PlaceInQueue>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofChannel = inOrganisation.extend({ channelId: ChannelId })
const ofConversation = inOrganisation.extend({ conversationId: ConversationId })

export const routingRoutes = defineRoutes({
  'GET /organisations/:organisationId/channels/:channelId/routing': {
    summary: 'How conversations of a channel find somebody',
    who: 'agent',
    key: 'channels:read',
    params: ofChannel,
    reply: ChannelRouting,
    refuses: ['access.refused'],
  },
  'PUT /organisations/:organisationId/channels/:channelId/routing': {
    summary: 'Change how conversations of a channel find somebody',
    who: 'agent',
    key: 'channels:write',
    params: ofChannel,
    body: ChangeChannelRouting,
    reply: ChannelRouting,
    refuses: ['access.refused', 'channels.changed-meanwhile'],
  },
  'GET /organisations/:organisationId/queue': {
    summary: 'Waiting conversations that nobody could take now, and why',
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation,
    reply: Queue,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/routing': {
    summary: 'Why this agent, why not that one, why it still waits, and who would get it now',
    who: 'agent',
    key: 'conversations:read',
    params: ofConversation,
    reply: RoutingOfConversation,
    refuses: ['access.refused'],
  },
  'DELETE /organisations/:organisationId/conversations/:conversationId/offer': {
    summary:
      'Pass on a conversation that one is offered: it goes to the next. Passing on what one is not offered changes nothing.',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation,
    reply: ConversationForAgent,
    refuses: ['access.inactive'],
  },
  'GET /widget/:channelKey/place': {
    summary: "The place of the visitor's conversation in the queue",
    who: 'visitor',
    params: z.object({ channelKey: ChannelKey }),
    reply: PlaceInQueue,
    refuses: ['channels.site-refused'],
  },
})
