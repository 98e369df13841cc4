import type { AgentForAgent, Colleague, Me, RemovedAgent } from '#contract/agents.ts'
import type { AgentId, UserId } from '#contract/ids.ts'
import { modules } from '#contract/vocabulary.ts'
import { decide, grantableRoles, may, type PersonScope } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { type Agent, isDormant, isFullAdministrator, isPresent, restorableUntil } from './agent.ts'

/** What every agent may know of a colleague. */
export const asColleague = (agent: Agent, now: Date): Colleague => ({
  id: agent.id,
  name: agent.name,
  role: agent.role,
  active: agent.active,
  availability: isPresent(agent, now) ? agent.availability : null,
  photoId: agent.photoId,
})

/** An agent as the table of access sees them. */
export const personScope = (agent: Agent): PersonScope => ({
  agentId: agent.id,
  role: agent.role,
  subAccountId: agent.subAccountId,
  permissions: agent.permissions,
})

/** What of a row stands elsewhere. */
export interface Around {
  now: Date
  /** There is one active administrator only. */
  lastAdministrator: boolean
  /** Addresses that were asked for here and wait to be proven. */
  nextEmails: ReadonlyMap<UserId, string>
}

/** A row of Settings → Agents, as this reader may act on it. */
export function forAgent(agent: Agent, reader: Actor, { now, lastAdministrator, nextEmails }: Around): AgentForAgent {
  const scope = personScope(agent)
  const locked = lastAdministrator && isFullAdministrator(agent) && agent.active
  return {
    ...asColleague(agent, now),
    email: agent.email,
    nextEmail: nextEmails.get(agent.userId) ?? null,
    firstName: agent.firstName,
    lastName: agent.lastName,
    shownName: agent.shownName ?? '',
    description: agent.description,
    customRoleId: agent.customRoleId,
    subAccountId: agent.subAccountId,
    modules: agent.modules,
    reach: agent.reach,
    languages: agent.languages,
    conversationLimit: agent.conversationLimit,
    questionnaireIds: agent.questionnaireIds,
    lastSignInAt: agent.lastSignInAt?.toISOString() ?? null,
    dormant: isDormant(agent, now),
    version: agent.version,
    you: agent.id === reader.agentId,
    may: {
      edit: may(reader, 'agents.edit', scope),
      activate: may(reader, 'agents.activate', scope) && !locked,
      remove: may(reader, 'agents.remove', scope) && !locked,
      locked: locked ? 'last-administrator' : null,
    },
  }
}

/** Somebody who was removed and can be brought back. */
export const forRestorer = (agent: Agent & { removedAt: Date }, names: ReadonlyMap<AgentId, string>): RemovedAgent => ({
  id: agent.id,
  name: agent.name,
  email: agent.email,
  role: agent.role,
  removedAt: agent.removedAt.toISOString(),
  restorableUntil: restorableUntil(agent.removedAt).toISOString(),
  removedBy: (agent.removedBy && names.get(agent.removedBy)) ?? null,
})

/** One's own membership and what the console may offer. */
export const asMe = (actor: Actor, organisationName: string): Me => ({
  agentId: actor.agentId,
  organisationId: actor.organisationId,
  organisationName,
  name: actor.name,
  shownName: actor.shownName,
  email: actor.email,
  photoId: actor.photoId,
  role: actor.role,
  customRoleId: actor.customRoleId,
  permissions: [...actor.permissions],
  subAccountId: actor.subAccountId,
  active: actor.active,
  availability: actor.availability,
  languages: [...actor.languages],
  reach: actor.reach,
  modules: modules.filter((module) => may(actor, 'modules.open', { module })),
  may: {
    talk: decide(actor, 'availability.change', null).allowed,
    readAgents: may(actor, 'agents.list', null),
    invite: may(actor, 'agents.list', null),
    grant: grantableRoles(actor),
    readChannels: may(actor, 'channels.list', null),
    changeChannels: may(actor, 'channels.list', null) && actor.permissions.includes('channels.change'),
    readLetters: may(actor, 'letters.read', null),
    readJournal: may(actor, 'journal.read', null),
    changeOrganisation: may(actor, 'organisation.rename', null),
    changeSubAccounts: may(actor, 'sub-accounts.change', null),
    readQuestionnaires: may(actor, 'questionnaires.list', null),
    readRoles: may(actor, 'roles.list', null),
    changeBilling: may(actor, 'billing.change', null),
  },
})
