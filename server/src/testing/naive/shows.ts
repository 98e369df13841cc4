import { everyModule } from './access.ts'
import { seesAppointment, upcomingOf, whoComes } from './appointment-acts.ts'
import { couldTakeOver } from './conversation-acts.ts'
import { instantOf } from './hours.ts'
import { isEmpty } from './place-acts.ts'
import { reasonsOf } from './reason-acts.ts'
import {
  allows,
  allowsWhole,
  holds,
  isLastAdministrator,
  knows,
  knowsColleague,
  leads,
  mayActivate,
  mayGrant,
  mayShape,
  opens,
  permissionsOf,
  readsQuestionnaires,
  sees,
  standsOver,
} from './rules.ts'
import { shortcutsOf } from './shortcut-acts.ts'
import { type Agent, agentOf, type House, present } from './world.ts'

const inOrder = (words: string[]): string[] => words.toSorted()

/** What a person is shown of their own membership. */
export const me = (house: House, agent: Agent) => ({
  agentId: agent.id,
  organisationId: house.id,
  organisationName: house.name,
  email: agent.person.email,
  role: agent.role,
  customRoleId: agent.ownRole?.id ?? null,
  permissions: inOrder(permissionsOf(agent)),
  subAccountId: agent.subAccountId,
  active: agent.active,
  availability: agent.availability,
  reach: agent.reach,
  modules: inOrder(everyModule.filter((module) => opens(agent, module))),
  may: {
    talk: agent.active,
    readAgents: leads(agent),
    invite: leads(agent),
    grant: mayGrant(agent),
    readChannels: holds(agent, 'channels'),
    changeChannels: holds(agent, 'channels') && allows(agent, 'channels.change'),
    readLetters: allowsWhole(agent, 'letters.read'),
    readJournal: allowsWhole(agent, 'journal.read'),
    changeOrganisation: allows(agent, 'organisation.change'),
    changeSubAccounts: allowsWhole(agent, 'sub-accounts.change'),
    readQuestionnaires: readsQuestionnaires(agent),
    readRoles: leads(agent),
    changeBilling: allows(agent, 'billing.change'),
  },
})

/** [C6, C7] The people a leader sees, and which of them they may change; null for others. */
export const agents = (house: House, reader: Agent) =>
  leads(reader)
    ? present(house)
        .filter((agent) => sees(reader, agent))
        .map((agent) => row(house, agent, reader))
    : null

/** One person of the list. */
export function row(house: House, agent: Agent, reader: Agent) {
  const isLast = isLastAdministrator(house, agent)
  return {
    ...colleague(agent),
    email: agent.person.email,
    customRoleId: agent.ownRole?.id ?? null,
    subAccountId: agent.subAccountId,
    modules: inOrder(agent.modules),
    reach: agent.reach,
    languages: agent.languages,
    conversationLimit: agent.limit,
    questionnaireIds: inOrder(agent.questionnaireIds),
    version: agent.version,
    you: agent === reader,
    may: {
      edit: standsOver(reader, agent),
      activate: mayActivate(reader, agent) && !isLast,
      remove: standsOver(reader, agent) && !isLast,
      locked: isLast ? 'last-administrator' : null,
    },
  }
}

/** [A6] [A8] What somebody has in hand, who of those the reader sees could take it over, and whether the account goes with them. */
export function holdings(house: House, agent: Agent, reader: Agent) {
  const held = house.conversations.filter(({ state, assignee }) => state === 'open' && assignee === agent)
  const heirs = present(house).filter((one) => one !== agent && sees(reader, one) && couldTakeOver(house, one, held))
  const conversations = {
    ...{ kind: 'conversations', count: held.length, blocks: false },
    heirs: heirs.map(({ id, name }) => ({ id, name })),
    listed: [],
  }
  const upcoming = upcomingOf(house, agent)
  const appointments = {
    ...{ kind: 'appointments', count: upcoming.length, blocks: true, heirs: [] },
    // How many is told to whoever runs people; which, only to whoever sees them.
    listed: upcoming
      .filter((one) => opens(reader, 'appointments') && seesAppointment(reader, one))
      .map(({ id, hour, reason }) => ({ id, at: instantOf(hour), what: reason.name, who: whoComes })),
  }
  return { holdings: [conversations, appointments].filter(({ count }) => count > 0) }
}

/** Who was removed by others and has not come back, to those who would see them. */
export const removedAgents = (house: House, reader: Agent) =>
  leads(reader)
    ? house.agents
        .filter(({ removed, removedBy, id }) => removed && removedBy?.id !== id)
        .filter((agent) => !agentOf(house, agent.person) && sees(reader, agent))
        .map(({ id, name, person, role }) => ({ id, name, email: person.email, role }))
    : null

const colleague = (agent: Agent) => ({ id: agent.id, name: agent.name, role: agent.role, active: agent.active })

/** Names and roles of colleagues, of the sub-accounts one knows. */
export const colleagues = (house: House, reader: Agent) =>
  present(house)
    .filter((agent) => knowsColleague(reader, agent))
    .map(colleague)

export const subAccounts = (house: House, reader: Agent) =>
  house.subAccounts.filter(({ id, archived }) => !archived && knows(reader, id)).map(({ id, name }) => ({ id, name }))

/** [C3] Every one, with what it holds. */
export function subAccountHoldings(house: House, reader: Agent) {
  if (!allowsWhole(reader, 'sub-accounts.change')) return null
  return house.subAccounts.map(({ id, name, version, archived }) => {
    const count = (things: { subAccountId: string | null }[]) =>
      things.filter(({ subAccountId }) => subAccountId === id).length
    const closed = house.conversations.filter(({ state }) => state === 'closed')
    return {
      ...{ id, name, version, isEmpty: isEmpty(house, id), ...(!archived && { archivedAt: null }) },
      holds: {
        people: count(present(house)),
        invitations: count(house.invitations.filter(({ state }) => state === 'pending')),
        channels: count(house.channels),
        questionnaires: count(house.questionnaires),
        shortcuts: shortcutsOf(house, id).length,
        reasons: reasonsOf(house, id).length,
        openConversations: count(house.conversations) - count(closed),
        closedConversations: count(closed),
      },
    }
  })
}

export function roles(house: House, reader: Agent) {
  if (!leads(reader)) return null
  const open = house.invitations.filter(({ state }) => state === 'pending')
  const seen = <One extends Agent | (typeof open)[number]>(list: One[]) => list.filter((one) => sees(reader, one))
  return house.roles
    .filter(({ removed }) => !removed)
    .map((role) => ({
      ...{ id: role.id, name: role.name, model: role.model, version: role.version },
      ...{ permissions: inOrder(role.permissions), modules: inOrder(role.modules) },
      holders: {
        people: seen(present(house)).filter(({ ownRole }) => ownRole === role).length,
        invitations: seen(open).filter(({ ownRole }) => ownRole === role).length,
      },
      may: { change: allowsWhole(reader, 'roles.change') && mayShape(reader, role) },
    }))
}

/** Names of channels beside the conversations that come from them. */
export const channelNames = (house: House, reader: Agent) =>
  house.channels
    .filter(({ subAccountId }) => knows(reader, subAccountId))
    .map(({ id, subAccountId, name }) => ({ id, subAccountId, name }))

/** The same of what conversations began with. */
export const questionnaireNames = (house: House, reader: Agent) =>
  house.questionnaires
    .filter(({ subAccountId }) => subAccounts(house, reader).some(({ id }) => id === subAccountId))
    .map(({ id, subAccountId, name }) => ({ id, subAccountId, name }))

export function invitations(house: House, reader: Agent) {
  if (!leads(reader)) return null
  return house.invitations
    .filter((one) => one.state === 'pending' && sees(reader, one))
    .map((one) => ({
      ...{ id: one.id, email: one.email, role: one.role, subAccountId: one.subAccountId, expired: false },
      inviterName: sees(reader, one.inviter) ? one.inviter.name : null,
      letter: one.letterId === null ? null : 'waiting',
      may: { resend: standsOver(reader, one), revoke: standsOver(reader, one) },
    }))
}

/** Letters that still have a purpose. */
export function letters(house: House, reader: Agent) {
  if (!allowsWhole(reader, 'letters.read')) return null
  const invitations = house.invitations
    .filter(({ state, letterId }) => state === 'pending' && letterId !== null)
    .map(({ letterId, email }) => ({ id: letterId, to: email, state: 'waiting' }))
  const transcripts = house.transcripts.map(({ letterId, to }) => ({ id: letterId, to, state: 'waiting' }))
  const appointments = house.appointmentLetters.map(({ letterId, to }) => ({ id: letterId, to, state: 'waiting' }))
  return [...invitations, ...transcripts, ...appointments]
}
