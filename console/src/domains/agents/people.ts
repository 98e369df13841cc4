import type { AgentForAgent } from '#contract/agents.ts'
import type { InvitationForAgent } from '#contract/invitations.ts'
import type { Role } from '#contract/vocabulary.ts'
import type { SortValue } from '../../ui/lists/use-sorted.ts'

/** A line of the one list of people: somebody who belongs here, or somebody who was asked to. */
export type Person =
  | { kind: 'agent'; key: string; agent: AgentForAgent }
  | { kind: 'invitation'; key: string; invitation: InvitationForAgent }

export const states = ['all', 'active', 'inactive', 'dormant'] as const

export interface PeopleFilter {
  text: string
  role: Role | 'all'
  state: (typeof states)[number]
}

export const everybody: PeopleFilter = { text: '', role: 'all', state: 'all' }

export const isEverybody = (filter: PeopleFilter): boolean =>
  filter.text.trim() === '' && filter.role === 'all' && filter.state === 'all'

export const asPeople = (agents: readonly AgentForAgent[], invitations: readonly InvitationForAgent[]): Person[] => [
  ...agents.map((agent): Person => ({ kind: 'agent', key: agent.id, agent })),
  ...invitations.map((invitation): Person => ({ kind: 'invitation', key: invitation.id, invitation })),
]

/** Who a search is meant to find: accents and case do not matter, and every word must occur. */
export function matches(person: Person, filter: PeopleFilter): boolean {
  const { role } = person.kind === 'agent' ? person.agent : person.invitation
  if (filter.role !== 'all' && role !== filter.role) return false
  if (!isInState(person, filter.state)) return false
  const text = person.kind === 'agent' ? `${person.agent.name} ${person.agent.email}` : person.invitation.email
  return fold(filter.text)
    .split(/\s+/)
    .every((word) => fold(text).includes(word))
}

function isInState(person: Person, state: PeopleFilter['state']): boolean {
  if (state === 'all') return true
  if (person.kind === 'invitation') return false
  if (state === 'dormant') return person.agent.dormant
  return person.agent.active === (state === 'active')
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

export function sortValueOf(person: Person, key: string): SortValue {
  if (person.kind === 'invitation') return key === 'agent' ? person.invitation.email : null
  const { agent } = person
  if (key === 'role') return agent.role
  if (key === 'lastSignIn') return agent.lastSignInAt && -Date.parse(agent.lastSignInAt)
  return agent.name
}
