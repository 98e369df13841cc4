import type { AgentId, SubAccountId } from '#contract/ids.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import { type Role, roles } from '#contract/vocabulary.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { type ConversationScope, mayTake, reaches } from './reach.ts'

/** A person, or the place of one: what is acted on when people are. */
export interface PersonScope {
  /** Null for a person who is yet to come. */
  agentId: AgentId | null
  role: Role
  subAccountId: SubAccountId | null
}

export interface SubAccountScope {
  subAccountId: SubAccountId
}

/** Every act there is, with what it is done to. */
export interface Things {
  'organisation.rename': null
  'sub-accounts.read': SubAccountScope
  'agents.list': null
  'agents.read': PersonScope
  'agents.activate': PersonScope
  'agents.remove': PersonScope
  'invitations.create': PersonScope
  'invitations.read': PersonScope
  'invitations.change': PersonScope
  'letters.read': null
  'channels.list': null
  'channels.read': SubAccountScope
  'channels.change': SubAccountScope
  'availability.change': null
  /** Anything with visitors' conversations, before it is said with which. */
  'conversations.take-part': null
  'conversations.read': ConversationScope
  'conversations.pick-up': ConversationScope
  'conversations.write': ConversationScope
  'conversations.note': ConversationScope
  'conversations.close': ConversationScope
  'conversations.reopen': ConversationScope
}
export type Act = keyof Things

export type Verdict = { allowed: true } | { allowed: false; reason: RefusalCode }

const allowed: Verdict = { allowed: true }
const refused = (reason: RefusalCode = 'access.refused'): Verdict => ({ allowed: false, reason })
const when = (holds: boolean, reason?: RefusalCode): Verdict => (holds ? allowed : refused(reason))
/** What is out of reach is not there. */
const unseen = refused('request.not-found')

/** The table: one rule an act, refusing unless it says otherwise. Total by its type. */
const rules: { [A in Act]: (actor: Actor, thing: Things[A]) => Verdict } = {
  'organisation.rename': (actor) => when(actor.role === 'administrator'),
  'sub-accounts.read': (actor, { subAccountId }) =>
    belongsTo(actor, subAccountId) || (actor.role === 'agent' && actor.reach === 'all') ? allowed : unseen,
  'agents.list': (actor) => when(leads(actor)),
  'agents.read': (actor, person) => (leads(actor) ? when(stands(actor, person), 'request.not-found') : refused()),
  'agents.activate': actOnPerson,
  'agents.remove': actOnPerson,
  'invitations.create': (actor, person) => (leads(actor) ? when(stands(actor, person), 'agents.above-you') : refused()),
  'invitations.read': (actor, person) => (leads(actor) ? when(stands(actor, person), 'request.not-found') : refused()),
  'invitations.change': (actor, person) =>
    leads(actor) ? when(stands(actor, person), 'request.not-found') : refused(),
  'letters.read': (actor) => when(actor.role === 'administrator'),
  'channels.list': (actor) => when(holdsChannels(actor)),
  'channels.read': (actor, { subAccountId }) =>
    holdsChannels(actor) ? when(belongsTo(actor, subAccountId), 'request.not-found') : refused(),
  'channels.change': (actor, { subAccountId }) => {
    if (!holdsChannels(actor)) return refused()
    return belongsTo(actor, subAccountId) ? when(leads(actor)) : unseen
  },
  'availability.change': (actor) => when(actor.active, 'access.inactive'),
  'conversations.take-part': (actor) => when(actor.active, 'access.inactive'),
  'conversations.read': (actor, conversation) => (reaches(actor, conversation) ? allowed : unseen),
  'conversations.pick-up': (actor, conversation) =>
    whileReached(actor, conversation, () =>
      conversation.state === 'pending' ? when(mayTake(actor, conversation)) : refused(),
    ),
  'conversations.write': (actor, conversation) =>
    whileReached(actor, conversation, () => {
      if (conversation.assigneeId !== actor.agentId) return refused('conversations.not-yours')
      return when(conversation.state === 'open', 'conversations.closed')
    }),
  'conversations.note': (actor, conversation) => whileReached(actor, conversation, () => allowed),
  'conversations.close': (actor, conversation) =>
    whileReached(actor, conversation, () =>
      when(conversation.assigneeId === actor.agentId || runs(actor), 'conversations.not-yours'),
    ),
  'conversations.reopen': (actor, conversation) =>
    whileReached(actor, conversation, () =>
      conversation.state === 'closed' ? when(mayTake(actor, conversation)) : refused(),
    ),
}

/** Whether the actor may do this to that, and if not, why. Pure: everything it needs is in its arguments. */
export const decide = <A extends Act>(actor: Actor, act: A, thing: Things[A]): Verdict => rules[act](actor, thing)

export const may = <A extends Act>(actor: Actor, act: A, thing: Things[A]): boolean => decide(actor, act, thing).allowed

/** Throws the refusal that `decide` gives as its reason. */
export function authorise<A extends Act>(actor: Actor, act: A, thing: Things[A]): void {
  const verdict = decide(actor, act, thing)
  if (!verdict.allowed) throw refusal(verdict.reason)
}

export const acts = Object.keys(rules)

/** Roles the actor may give: none above their own. */
export const grantableRoles = (actor: Actor): Role[] =>
  leads(actor)
    ? roles.filter((role) => stands(actor, { agentId: null, role, subAccountId: defaultSubAccount(actor, role) }))
    : []

const defaultSubAccount = (actor: Actor, role: Role): SubAccountId | null =>
  role === 'administrator' || role === 'moderator' ? null : actor.subAccountId

/** Runs people and channels. */
const leads = (actor: Actor): boolean => actor.role === 'administrator' || actor.role === 'manager'

/** Has the say over conversations of others. */
const runs = (actor: Actor): boolean => actor.role !== 'agent'

const belongsTo = (actor: Actor, subAccountId: SubAccountId): boolean =>
  actor.subAccountId === null || actor.subAccountId === subAccountId

const holdsChannels = (actor: Actor): boolean => actor.modules.includes('channels')

/** An administrator stands over everybody; a manager over managers and agents of their own sub-account. */
function stands(actor: Actor, person: PersonScope): boolean {
  if (actor.role === 'administrator') return true
  if (actor.role !== 'manager') return false
  return (person.role === 'manager' || person.role === 'agent') && person.subAccountId === actor.subAccountId
}

function actOnPerson(actor: Actor, person: PersonScope): Verdict {
  return leads(actor) ? when(stands(actor, person), 'request.not-found') : refused()
}

/** Inactive comes before unseen: an inactive agent knows their state, and learns nothing of the conversation by it. */
function whileReached(actor: Actor, conversation: ConversationScope, rule: () => Verdict): Verdict {
  if (!actor.active) return refused('access.inactive')
  return reaches(actor, conversation) ? rule() : unseen
}
