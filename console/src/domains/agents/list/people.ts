import type { AgentForAgent, RemovedAgent } from '#contract/agents.ts'
import type { RoleId, SubAccountId } from '#contract/ids.ts'
import type { InvitationForAgent } from '#contract/invitations.ts'
import type { Role } from '#contract/vocabulary.ts'
import type { SortValue } from '../../../ui/lists/sort-rows.ts'

/** A line of the one list of people: somebody who belongs here, who was asked to, or who did until lately. */
export type Person =
  | { kind: 'agent'; key: string; agent: AgentForAgent }
  | { kind: 'invitation'; key: string; invitation: InvitationForAgent }
  | { kind: 'removed'; key: string; removed: RemovedAgent }

export const states = ['all', 'active', 'inactive', 'dormant', 'invited', 'removed'] as const
export type PeopleState = (typeof states)[number]

export interface PeopleFilter {
  text: string
  /** A role, or one of the organisation's own by its id. */
  role: Role | RoleId | 'all'
  subAccountId: SubAccountId | 'all'
  state: PeopleState
}

export const everybody: PeopleFilter = { text: '', role: 'all', subAccountId: 'all', state: 'all' }

export const isEverybody = (filter: PeopleFilter): boolean =>
  filter.text.trim() === '' && filter.role === 'all' && filter.subAccountId === 'all' && filter.state === 'all'

interface Everyone {
  agents: readonly AgentForAgent[]
  invitations: readonly InvitationForAgent[]
  removed: readonly RemovedAgent[]
}

export const asPeople = ({ agents, invitations, removed }: Everyone): Person[] => [
  ...agents.map((agent): Person => ({ kind: 'agent', key: agent.id, agent })),
  ...invitations.map((invitation): Person => ({ kind: 'invitation', key: invitation.id, invitation })),
  ...removed.map((one): Person => ({ kind: 'removed', key: one.id, removed: one })),
]

/** Who a search is meant to find: accents and case do not matter, and every word must occur. Asked for one person after another. */
export function searchFor(filter: PeopleFilter): (person: Person) => boolean {
  const words = fold(filter.text).split(/\s+/)
  return (person) => {
    if (!isInState(person, filter.state)) return false
    if (!hasRole(person, filter.role) || !isIn(person, filter.subAccountId)) return false
    const text = fold(textOf(person))
    return words.every((word) => text.includes(word))
  }
}

/** Somebody who was removed is looked for on purpose only. */
function isInState(person: Person, state: PeopleState): boolean {
  if (person.kind === 'removed') return state === 'removed'
  if (person.kind === 'invitation') return state === 'all' || state === 'invited'
  if (state === 'all') return true
  if (state === 'invited' || state === 'removed') return false
  if (state === 'dormant') return person.agent.dormant
  return person.agent.active === (state === 'active')
}

function hasRole(person: Person, role: PeopleFilter['role']): boolean {
  if (role === 'all') return true
  if (person.kind === 'removed') return person.removed.role === role
  const held = person.kind === 'agent' ? person.agent : person.invitation
  return (held.customRoleId ?? held.role) === role
}

/** Who has every sub-account is in each of them. */
function isIn(person: Person, subAccountId: PeopleFilter['subAccountId']): boolean {
  if (subAccountId === 'all' || person.kind === 'removed') return true
  const own = person.kind === 'agent' ? person.agent.subAccountId : person.invitation.subAccountId
  return own === null || own === subAccountId
}

function textOf(person: Person): string {
  if (person.kind === 'invitation') return person.invitation.email
  if (person.kind === 'removed') return `${person.removed.name} ${person.removed.email}`
  const { name, shownName, email, description } = person.agent
  return `${name} ${shownName} ${email} ${description}`
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** What people are called besides their own names. */
export interface PeopleNames {
  roleOf(person: Person): string
  subAccountOf(person: Person): string
}

export const sortKeys = ['agent', 'role', 'subAccount', 'languages', 'limit', 'lastSignIn', 'active'] as const
export type SortKey = (typeof sortKeys)[number]

/** What a column sorts people by; null where it says nothing of them. Unlimited is more than any number. */
export const sortValuesOf =
  ({ roleOf, subAccountOf }: PeopleNames) =>
  (person: Person, key: string): SortValue => {
    if (key === 'role') return roleOf(person)
    if (key === 'subAccount') return subAccountOf(person)
    if (key === 'agent') return nameOf(person)
    if (person.kind === 'removed') return key === 'lastSignIn' ? -Date.parse(person.removed.removedAt) : null
    const held = person.kind === 'agent' ? person.agent : person.invitation
    if (key === 'languages') return held.languages.join(' ')
    if (key === 'limit') return held.conversationLimit ?? Number.MAX_SAFE_INTEGER
    if (person.kind === 'invitation') return key === 'lastSignIn' ? Date.parse(person.invitation.expiresAt) : null
    if (key === 'active') return person.agent.active ? 0 : 1
    return person.agent.lastSignInAt && -Date.parse(person.agent.lastSignInAt)
  }

const nameOf = (person: Person): string => {
  if (person.kind === 'agent') return person.agent.name
  return person.kind === 'removed' ? person.removed.name : person.invitation.email
}
