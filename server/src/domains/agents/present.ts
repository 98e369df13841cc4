import type { AgentForAgent, Colleague, Me } from '#contract/agents.ts'
import { decide, grantableRoles, may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { type Agent, isDormant, isPresent } from './agent.ts'

/** What every agent may know of a colleague. */
export const asColleague = (agent: Agent, now: Date): Colleague => ({
  id: agent.id,
  name: agent.name,
  role: agent.role,
  active: agent.active,
  availability: isPresent(agent, now) ? agent.availability : null,
})

/** A row of Settings → Agents, as this reader may act on it. */
export function forAgent(
  agent: Agent,
  reader: Actor,
  { now, lastAdministrator }: { now: Date; lastAdministrator: boolean },
): AgentForAgent {
  const scope = { agentId: agent.id, role: agent.role, subAccountId: agent.subAccountId }
  const locked = lastAdministrator && agent.role === 'administrator' && agent.active
  return {
    ...asColleague(agent, now),
    email: agent.email,
    subAccountId: agent.subAccountId,
    languages: agent.languages,
    lastSignInAt: agent.lastSignInAt?.toISOString() ?? null,
    dormant: isDormant(agent, now),
    you: agent.id === reader.agentId,
    may: {
      activate: may(reader, 'agents.activate', scope) && !locked,
      remove: may(reader, 'agents.remove', scope) && !locked,
      locked: locked ? 'last-administrator' : null,
    },
  }
}

/** One's own membership and what the console may offer. */
export const asMe = (actor: Actor, organisationName: string): Me => ({
  agentId: actor.agentId,
  organisationId: actor.organisationId,
  organisationName,
  name: actor.name,
  email: actor.email,
  role: actor.role,
  subAccountId: actor.subAccountId,
  active: actor.active,
  availability: actor.availability,
  languages: [...actor.languages],
  reach: actor.reach,
  modules: [...actor.modules],
  may: {
    talk: decide(actor, 'availability.change', null).allowed,
    readAgents: may(actor, 'agents.list', null),
    invite: may(actor, 'agents.list', null),
    grant: grantableRoles(actor),
    readChannels: may(actor, 'channels.list', null),
    changeChannels: may(actor, 'channels.list', null) && may(actor, 'agents.list', null),
    readLetters: may(actor, 'letters.read', null),
    changeOrganisation: may(actor, 'organisation.rename', null),
  },
})
