import * as z from 'zod'
import { Done } from './accounts.ts'
import { AgentId, OrganisationId, SubAccountId } from './ids.ts'
import { defineRoutes } from './route.ts'
import { Instant } from './text.ts'
import { availabilities, modules, reaches, roles } from './vocabulary.ts'

/** What every agent may know of a colleague. */
export const Colleague = z.object({
  id: AgentId,
  name: z.string(),
  role: z.enum(roles),
  active: z.boolean(),
  /** null: no console open. */
  availability: z.enum(availabilities).nullable(),
})
export type Colleague = z.infer<typeof Colleague>

/** A row of Settings → Agents. */
export const AgentForAgent = Colleague.extend({
  email: z.string(),
  subAccountId: SubAccountId.nullable(),
  languages: z.array(z.string()),
  lastSignInAt: Instant.nullable(),
  /** Not signed in for 30 days. */
  dormant: z.boolean(),
  you: z.boolean(),
  may: z.object({
    activate: z.boolean(),
    remove: z.boolean(),
    /** Why not, when the switch is locked though the reader stands above. */
    locked: z.enum(['last-administrator']).nullable(),
  }),
})
export type AgentForAgent = z.infer<typeof AgentForAgent>

/** The reader's own membership and what the console may offer them. The server asks again at every door. */
export const Me = z.object({
  agentId: AgentId,
  organisationId: OrganisationId,
  organisationName: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  subAccountId: SubAccountId.nullable(),
  active: z.boolean(),
  availability: z.enum(availabilities),
  languages: z.array(z.string()),
  reach: z.enum(reaches),
  modules: z.array(z.enum(modules)),
  may: z.object({
    talk: z.boolean(),
    readAgents: z.boolean(),
    invite: z.boolean(),
    /** Roles this person may give. */
    grant: z.array(z.enum(roles)),
    readChannels: z.boolean(),
    changeChannels: z.boolean(),
    readLetters: z.boolean(),
    changeOrganisation: z.boolean(),
  }),
})
export type Me = z.infer<typeof Me>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofAgent = inOrganisation.extend({ agentId: AgentId })

export const agentRoutes = defineRoutes({
  'GET /organisations/:organisationId/me': {
    summary: "One's own membership and what it allows",
    who: 'agent',
    params: inOrganisation,
    reply: Me,
  },
  'PUT /organisations/:organisationId/me/availability': {
    summary: 'Say whether one takes conversations now',
    who: 'agent',
    params: inOrganisation,
    body: z.strictObject({ availability: z.enum(availabilities) }),
    reply: Me,
    refuses: ['access.inactive'],
  },
  'GET /organisations/:organisationId/agents': {
    summary: 'The agents the reader may see',
    who: 'agent',
    params: inOrganisation,
    reply: z.object({ agents: z.array(AgentForAgent) }),
    refuses: ['access.refused'],
  },
  'PUT /organisations/:organisationId/agents/:agentId/activity': {
    summary: 'Activate or deactivate an agent; open conversations of a deactivated agent go back to pending',
    who: 'agent',
    params: ofAgent,
    body: z.strictObject({ active: z.boolean() }),
    reply: AgentForAgent,
    refuses: ['access.refused', 'agents.above-you', 'agents.last-administrator'],
  },
  'DELETE /organisations/:organisationId/agents/:agentId': {
    summary: 'Remove an agent from this organisation: access ends at once, what they wrote stays',
    who: 'agent',
    params: ofAgent,
    reply: Done,
    refuses: ['access.refused', 'agents.above-you', 'agents.last-administrator'],
  },
})
