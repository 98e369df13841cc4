import type { AgentId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import { type Module, type Permission, type Reach, type Role, roleModels, roles } from '#contract/vocabulary.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { type ConversationScope, mayTake, reaches } from './reach.ts'

/** A person, or the place of one: what is acted on when people are. */
export interface PersonScope {
  /** Null for a person who is yet to come. */
  agentId: AgentId | null
  /** The role, or the one a custom role was copied from. */
  role: Role
  subAccountId: SubAccountId | null
  /** What their role allows; absent: what the role is from the start. */
  permissions?: readonly Permission[]
}

/** What somebody is to hold from now on. */
export interface Grant extends PersonScope {
  modules: readonly Module[]
  reach: Reach
  /** Absent: none. */
  questionnaireIds?: readonly QuestionnaireId[]
}

/** A role of the organisation's own, as it is to be. */
export interface RoleGrant {
  permissions: readonly Permission[]
  modules: readonly Module[]
}

/** Whose figures: one's own, a sub-account's, everybody's. */
export type Figures = { of: 'oneself' } | { of: 'sub-account'; subAccountId: SubAccountId } | { of: 'organisation' }

export interface SubAccountScope {
  subAccountId: SubAccountId
}

/** Whose a shortcut is: an agent's own, a sub-account's, or, with neither, the organisation's. */
export interface ShortcutOwner {
  agentId: AgentId | null
  subAccountId: SubAccountId | null
}

/** Who receives, and in which sub-account: that of the agent for their calendar, that of the reason for an appointment. */
export interface AppointmentScope {
  agentId: AgentId
  /** Null: of somebody who has all of them. */
  subAccountId: SubAccountId | null
}

/** Words in a conversation: whose they are decides who changes them. */
export interface WordsScope {
  conversation: ConversationScope
  /** Null: not an agent’s, or no words. */
  authorId: AgentId | null
}

/** Every act there is, with what it is done to. */
export interface Things {
  'organisation.rename': null
  'billing.change': null
  'journal.read': null
  'roles.list': null
  'roles.change': RoleGrant
  'sub-accounts.change': null
  'modules.open': { module: Module }
  'statistics.read': Figures
  'sub-accounts.read': SubAccountScope
  'colleagues.read': Pick<PersonScope, 'agentId' | 'subAccountId'>
  'agents.list': null
  'agents.read': PersonScope
  'agents.activate': PersonScope
  'agents.edit': PersonScope
  'agents.remove': PersonScope
  /** Whether the actor may give all of this to somebody: nobody gives what they do not hold. */
  'agents.grant': Grant
  'questionnaires.list': null
  'questionnaires.read': SubAccountScope
  'questionnaires.change': SubAccountScope
  'shortcuts.list': null
  'shortcuts.read': ShortcutOwner
  'shortcuts.change': ShortcutOwner
  'reasons.list': null
  'reasons.read': SubAccountScope
  'reasons.change': SubAccountScope
  /** When somebody receives. */
  'calendars.read': AppointmentScope
  'calendars.change': AppointmentScope
  'appointments.read': AppointmentScope
  /** Book, move, cancel, and say what came of it. */
  'appointments.keep': AppointmentScope
  /** Give somebody's to another. */
  'appointments.reassign': AppointmentScope
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
  /** See why it is offered to whom, and why it waits. */
  'conversations.explain': ConversationScope
  'conversations.transfer': ConversationScope
  'conversations.rewrite': WordsScope
  'conversations.read-versions': ConversationScope
  'conversations.send-transcript': ConversationScope
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
  'organisation.rename': (actor) => when(holds(actor, 'organisation.change')),
  'billing.change': (actor) => when(holds(actor, 'billing.change')),
  'journal.read': (actor) => when(holdsWhole(actor, 'journal.read')),
  'roles.list': (actor) => when(leads(actor)),
  'roles.change': (actor, role) =>
    holdsWhole(actor, 'roles.change')
      ? when(isWithin(role.permissions, actor.permissions) && isWithin(role.modules, actor.modules), 'agents.above-you')
      : refused(),
  'sub-accounts.change': (actor) => when(holdsWhole(actor, 'sub-accounts.change')),
  'modules.open': (actor, { module }) => (opens(actor, module) ? allowed : whyNotOpen(actor)),
  'statistics.read': (actor, figures) => {
    if (figures.of === 'oneself') return when(opens(actor, 'statistics'))
    if (!holds(actor, 'statistics.read') || !opens(actor, 'statistics')) return refused()
    return figures.of === 'organisation'
      ? when(actor.subAccountId === null)
      : when(belongsTo(actor, figures.subAccountId), 'request.not-found')
  },
  'sub-accounts.read': (actor, { subAccountId }) => (readsSubAccount(actor, subAccountId) ? allowed : unseen),
  // Who answers in a conversation is told with it. Beside that, people know those of the sub-accounts they read.
  'colleagues.read': (actor, { agentId, subAccountId }) =>
    actor.subAccountId === null ||
    agentId === actor.agentId ||
    (subAccountId !== null && readsSubAccount(actor, subAccountId))
      ? allowed
      : unseen,
  'agents.list': (actor) => when(leads(actor)),
  'agents.read': (actor, person) => (leads(actor) ? when(sees(actor, person), 'request.not-found') : refused()),
  'agents.activate': (actor, person) => {
    const verdict = actOnPerson(actor, person)
    if (!verdict.allowed || person.agentId !== actor.agentId) return verdict
    // Being let talk is somebody else's to say; whoever holds everything has nobody above them.
    return when(actor.active || (actor.role === 'administrator' && actor.customRoleId === null), 'agents.yourself')
  },
  'agents.edit': actOnPerson,
  'agents.remove': actOnPerson,
  'agents.grant': (actor, grant) =>
    leads(actor)
      ? when(
          stands(actor, grant) &&
            isWithin(grant.modules, actor.modules) &&
            reachIsWithin(grant, actor) &&
            (actor.role !== 'agent' || isWithin(grant.questionnaireIds ?? [], actor.questionnaireIds)),
          'agents.above-you',
        )
      : refused(),
  'questionnaires.list': (actor) => when(leads(actor) || opens(actor, 'questionnaires')),
  'questionnaires.read': (actor, { subAccountId }) =>
    leads(actor) || opens(actor, 'questionnaires')
      ? when(belongsTo(actor, subAccountId), 'request.not-found')
      : refused(),
  'questionnaires.change': (actor, { subAccountId }) => {
    if (!mayMakeQuestionnaires(actor)) return refused()
    return belongsTo(actor, subAccountId) ? allowed : unseen
  },
  'shortcuts.list': (actor) => (opens(actor, 'shortcuts') ? allowed : whyNotOpen(actor)),
  'shortcuts.read': onShortcut(() => true),
  'shortcuts.change': onShortcut((actor, { agentId, subAccountId }) => {
    if (agentId !== null) return true
    return subAccountId === null
      ? holdsWhole(actor, 'shortcuts.change')
      : holds(actor, 'shortcuts.change') && belongsTo(actor, subAccountId)
  }),
  'reasons.list': (actor) => (opens(actor, 'appointments') ? allowed : whyNotOpen(actor)),
  'reasons.read': whileReceiving((actor, { subAccountId }) => (belongsTo(actor, subAccountId) ? allowed : unseen)),
  'reasons.change': whileReceiving((actor, { subAccountId }) =>
    belongsTo(actor, subAccountId) ? when(holds(actor, 'appointments.change')) : unseen,
  ),
  'calendars.read': whileReceiving((actor, receiver) => (seesReceiver(actor, receiver) ? allowed : unseen)),
  'calendars.change': whileReceiving((actor, receiver) => {
    if (!seesReceiver(actor, receiver)) return unseen
    return when(receiver.agentId === actor.agentId || holds(actor, 'appointments.change'))
  }),
  'appointments.read': whileReceiving((actor, receiver) => (seesReceiver(actor, receiver) ? allowed : unseen)),
  'appointments.keep': whileReceiving((actor, receiver) => (seesReceiver(actor, receiver) ? allowed : unseen)),
  'appointments.reassign': whileReceiving((actor, receiver) =>
    seesReceiver(actor, receiver) ? when(holds(actor, 'appointments.run')) : unseen,
  ),
  'invitations.create': (actor, person) => (leads(actor) ? when(stands(actor, person), 'agents.above-you') : refused()),
  'invitations.read': (actor, person) => (leads(actor) ? when(sees(actor, person), 'request.not-found') : refused()),
  'invitations.change': actOnPerson,
  'letters.read': (actor) => when(holdsWhole(actor, 'letters.read')),
  'channels.list': (actor) => when(holdsChannels(actor)),
  'channels.read': (actor, { subAccountId }) =>
    holdsChannels(actor) ? when(belongsTo(actor, subAccountId), 'request.not-found') : refused(),
  'channels.change': (actor, { subAccountId }) => {
    if (!holdsChannels(actor)) return refused()
    return belongsTo(actor, subAccountId) ? when(holds(actor, 'channels.change')) : unseen
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
      when(conversation.assigneeId === actor.agentId || holds(actor, 'conversations.run'), 'conversations.not-yours'),
    ),
  'conversations.reopen': (actor, conversation) =>
    whileReached(actor, conversation, () =>
      conversation.state === 'closed' ? when(mayTake(actor, conversation)) : refused(),
    ),
  'conversations.explain': (actor, conversation) =>
    whileReached(actor, conversation, () => when(holds(actor, 'conversations.run'))),
  'conversations.transfer': (actor, conversation) =>
    whileReached(actor, conversation, () => {
      if (conversation.assigneeId !== actor.agentId && !holds(actor, 'conversations.run'))
        return refused('conversations.not-yours')
      return when(conversation.state !== 'closed', 'conversations.closed')
    }),
  'conversations.rewrite': (actor, { conversation, authorId }) =>
    whileReached(actor, conversation, () => when(authorId === actor.agentId, 'messages.not-yours')),
  'conversations.read-versions': (actor, conversation) =>
    whileReached(actor, conversation, () =>
      when(conversation.assigneeId === actor.agentId || holds(actor, 'conversations.run'), 'conversations.not-yours'),
    ),
  // A letter in the organisation's name, to somebody outside: for who speaks with the visitor, while and after.
  'conversations.send-transcript': (actor, conversation) =>
    whileReached(actor, conversation, () => when(conversation.assigneeId === actor.agentId, 'conversations.not-yours')),
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

/** Whether the actor may make questionnaires, in the sub-accounts they have. */
export const mayMakeQuestionnaires = (actor: Actor): boolean =>
  holds(actor, 'questionnaires.change') && opens(actor, 'questionnaires')

/** Whether the actor may make channels, in the sub-accounts they have. */
export const mayMakeChannels = (actor: Actor): boolean => holdsChannels(actor) && holds(actor, 'channels.change')

const defaultSubAccount = (actor: Actor, role: Role): SubAccountId | null =>
  role === 'administrator' || role === 'moderator' ? null : actor.subAccountId

const holds = (actor: Actor, permission: Permission): boolean => actor.permissions.includes(permission)

/** What tells of everybody, or changes everything: not for one who has a single sub-account, whatever their role was given. */
const holdsWhole = (actor: Actor, permission: Permission): boolean =>
  holds(actor, permission) && actor.subAccountId === null

/** Runs people. */
const leads = (actor: Actor): boolean => holds(actor, 'people.change')

const belongsTo = (actor: Actor, subAccountId: SubAccountId): boolean =>
  actor.subAccountId === null || actor.subAccountId === subAccountId

const readsSubAccount = (actor: Actor, subAccountId: SubAccountId): boolean =>
  belongsTo(actor, subAccountId) || (actor.role === 'agent' && actor.reach === 'all')

const holdsChannels = (actor: Actor): boolean => actor.modules.includes('channels')

const isWithin = <Right>(some: readonly Right[], all: readonly Right[]): boolean =>
  some.every((right) => all.includes(right))

/** Reading every sub-account is more than one who has a single one may give; nobody gives a wider reach than their own. */
const reachIsWithin = (grant: Pick<Grant, 'role' | 'reach'>, actor: Actor): boolean =>
  (grant.reach !== 'all' || actor.subAccountId === null) && widths[reachOf(grant)] <= widths[reachOf(actor)]

const widths: Record<Reach, number> = { own: 0, 'sub-account': 1, all: 2 }

/** Only an agent's is a choice: those above have what their role has. */
function reachOf({ role, reach }: { role: Role; reach: Reach }): Reach {
  if (role === 'agent') return reach
  return roleModels[role].scope === 'organisation' ? 'all' : 'sub-account'
}

/** Whether a person belongs where the actor runs people: everybody, or managers and agents of their sub-account. */
const sees = (actor: Actor, person: PersonScope): boolean =>
  leads(actor) &&
  (actor.subAccountId === null ||
    (roleModels[person.role].scope === 'sub-account' && person.subAccountId === actor.subAccountId))

/**
 * Whether they also stand above: nobody acts on somebody whose role allows what theirs does not. Whoever runs people as an agent
 * stands over agents alone: every questionnaire is a manager's, whatever their permissions.
 */
const stands = (actor: Actor, person: PersonScope): boolean =>
  sees(actor, person) &&
  (actor.role !== 'agent' || person.role === 'agent') &&
  isWithin(person.permissions ?? roleModels[person.role].permissions, actor.permissions)

function actOnPerson(actor: Actor, person: PersonScope): Verdict {
  if (!leads(actor)) return refused()
  return sees(actor, person) ? when(stands(actor, person), 'agents.above-you') : unseen
}

/** What lies among visitors is only for who may talk to them. */
const amongVisitors: readonly Module[] = ['conversations', 'visitors', 'recordings']
/** What an agent who may not talk keeps: their own figures, their own replies. */
const theirOwn: readonly Module[] = ['statistics', 'shortcuts']

function opens(actor: Actor, module: Module): boolean {
  if (actor.active) return actor.modules.includes(module)
  if (actor.role === 'agent') return theirOwn.includes(module)
  return actor.modules.includes(module) && !amongVisitors.includes(module)
}

/** A rule for whoever the module is open to. */
function whileReceiving<Thing>(rule: (actor: Actor, thing: Thing) => Verdict) {
  return (actor: Actor, thing: Thing): Verdict =>
    opens(actor, 'appointments') ? rule(actor, thing) : whyNotOpen(actor)
}

/** Everybody sees what is theirs; whoever runs appointments, those of the sub-accounts they have. */
const seesReceiver = (actor: Actor, { agentId, subAccountId }: AppointmentScope): boolean =>
  agentId === actor.agentId ||
  (holds(actor, 'appointments.run') && (actor.subAccountId === null || actor.subAccountId === subAccountId))

/** A rule for shortcuts that are there for the actor: their own; while they answer visitors, or run things, also what is shared. */
function onShortcut(rule: (actor: Actor, owner: ShortcutOwner) => boolean) {
  return (actor: Actor, owner: ShortcutOwner): Verdict => {
    if (!opens(actor, 'shortcuts')) return whyNotOpen(actor)
    return seesShortcut(actor, owner) ? when(rule(actor, owner)) : unseen
  }
}

function seesShortcut(actor: Actor, { agentId, subAccountId }: ShortcutOwner): boolean {
  if (agentId !== null) return agentId === actor.agentId
  if (!actor.active && actor.role === 'agent') return false
  return subAccountId === null || readsSubAccount(actor, subAccountId)
}

const whyNotOpen = (actor: Actor): Verdict => refused(actor.active ? 'access.refused' : 'access.inactive')

/** Inactive comes before unseen: an inactive agent knows their state, and learns nothing of the conversation by it. */
function whileReached(actor: Actor, conversation: ConversationScope, rule: () => Verdict): Verdict {
  if (!actor.active) return refused('access.inactive')
  return reaches(actor, conversation) ? rule() : unseen
}
