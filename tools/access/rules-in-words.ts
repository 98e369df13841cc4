import type { AgentId, SubAccountId } from '#contract/ids.ts'
import { type Module, modules, permissions, roleModels } from '#contract/vocabulary.ts'
import type { Act, Things } from '#server/domains/access/decide.ts'

/** A sub-account of those who have one, and another. */
export const here = 'here' as SubAccountId
const there = 'there' as SubAccountId
export const oneself = 'oneself' as AgentId
const somebody = 'somebody' as AgentId

/** One act: its rule as a sentence, and what it is tried on for the table. */
interface Rule<A extends Act> {
  rule: string
  tried: readonly (readonly [on: string, thing: Things[A]])[]
}

const alone = [['', null]] as const

const people = [
  ['an agent of their sub-account', { agentId: somebody, role: 'agent', subAccountId: here }],
  ['a manager of their sub-account', { agentId: somebody, role: 'manager', subAccountId: here }],
  ['an agent of another sub-account', { agentId: somebody, role: 'agent', subAccountId: there }],
  ['a moderator', { agentId: somebody, role: 'moderator', subAccountId: null }],
  ['an administrator', { agentId: somebody, role: 'administrator', subAccountId: null }],
] as const

const grants = people.map(
  ([on, person]) =>
    [on, { ...person, modules: roleModels[person.role].modules, reach: 'own', questionnaireIds: [] }] as const,
)

const places = [
  ['of their sub-account', { subAccountId: here }],
  ['of another sub-account', { subAccountId: there }],
] as const

const shortcuts = [
  ['their own', { agentId: oneself, subAccountId: null }],
  ['a colleague’s own', { agentId: somebody, subAccountId: null }],
  ['of their sub-account', { agentId: null, subAccountId: here }],
  ['of another sub-account', { agentId: null, subAccountId: there }],
  ['the organisation’s', { agentId: null, subAccountId: null }],
] as const

const receivers = [
  ['one’s own', { agentId: oneself, subAccountId: here }],
  ['somebody’s of their sub-account', { agentId: somebody, subAccountId: here }],
  ['somebody’s of another sub-account', { agentId: somebody, subAccountId: there }],
  ['somebody’s who has all sub-accounts', { agentId: somebody, subAccountId: null }],
] as const

const pending = {
  subAccountId: here,
  state: 'pending',
  assigneeId: null,
  language: 'fr',
  questionnaireId: null,
} as const
const conversations = [
  ['a waiting one of their sub-account', pending],
  ['the same, in a language they do not accept', { ...pending, language: 'de' }],
  ['their own', { ...pending, state: 'open', assigneeId: oneself }],
  ['a colleague’s of their sub-account', { ...pending, state: 'open', assigneeId: somebody }],
  ['one of another sub-account', { ...pending, subAccountId: there }],
] as const
const closed = [
  ['their own', { ...pending, state: 'closed', assigneeId: oneself }],
  ['a colleague’s of their sub-account', { ...pending, state: 'closed', assigneeId: somebody }],
  ['one of another sub-account', { ...pending, subAccountId: there, state: 'closed', assigneeId: somebody }],
] as const
const open = conversations.filter(([, { state }]) => state === 'open')
const wordsOf = [
  ['their own words', { conversation: { ...pending, state: 'open', assigneeId: oneself }, authorId: oneself }],
  ['a colleague’s words', { conversation: { ...pending, state: 'open', assigneeId: oneself }, authorId: somebody }],
] as const
const waiting = conversations.filter(([, { state }]) => state === 'pending')

const openedModules: Module[] = [
  'conversations',
  'visitors',
  'recordings',
  'channels',
  'statistics',
  'shortcuts',
  'appointments',
]

/** Every act there is: an act without its sentence does not compile. */
export const rulesInWords: { [A in Act]: Rule<A> } = {
  'organisation.rename': {
    rule: 'Whoever holds `organisation.change` renames the organisation.',
    tried: alone,
  },
  'billing.change': {
    rule: 'Whoever holds `billing.change` sees the plan and its price, changes plan and seats, and writes to the sales department.',
    tried: alone,
  },
  'journal.read': {
    rule: 'Whoever holds `journal.read` and has every sub-account reads the journal: it tells of everybody.',
    tried: alone,
  },
  'roles.list': { rule: 'Whoever runs people (`people.change`) sees the organisation’s own roles.', tried: alone },
  'roles.change': {
    rule: 'Whoever holds `roles.change` and has every sub-account makes, changes and removes roles, of permissions and modules they hold themselves.',
    tried: [
      ['one that allows nothing', { permissions: [], modules: [] }],
      ['one that allows everything', { permissions, modules }],
    ],
  },
  'sub-accounts.change': {
    rule: 'Whoever holds `sub-accounts.change` and has every sub-account adds, renames and archives sub-accounts.',
    tried: alone,
  },
  'modules.open': {
    rule: 'A module opens for whoever holds it. An inactive person opens neither conversations, visitors nor recordings; of an inactive agent, only statistics (their own) and shortcuts open.',
    tried: openedModules.map((module) => [module, { module }]),
  },
  'statistics.read': {
    rule: 'Whoever opens the module reads their own figures; whoever holds `statistics.read` also those of the sub-accounts they have, and the whole organisation’s when they have them all.',
    tried: [
      ['their own', { of: 'oneself' }],
      ['of their sub-account', { of: 'sub-account', subAccountId: here }],
      ['of another sub-account', { of: 'sub-account', subAccountId: there }],
      ['of the organisation', { of: 'organisation' }],
    ],
  },
  'sub-accounts.read': {
    rule: 'People know the sub-account they belong to, and every one when they have them all or an agent’s reach goes to all.',
    tried: places,
  },
  'colleagues.read': {
    rule: 'People know the names and roles of colleagues of the sub-accounts they know. Who answers in a conversation is told with it.',
    tried: [
      ['themselves', { agentId: oneself, subAccountId: here }],
      ['somebody of their sub-account', { agentId: somebody, subAccountId: here }],
      ['somebody of another', { agentId: somebody, subAccountId: there }],
      ['somebody who has them all', { agentId: somebody, subAccountId: null }],
    ],
  },
  'agents.list': { rule: 'Whoever runs people (`people.change`) opens the list of people.', tried: alone },
  'agents.read': {
    rule: 'Whoever runs people sees everybody; with one sub-account, its managers and agents. Others are not there for them.',
    tried: people,
  },
  'agents.activate': {
    rule: 'Activating and deactivating need the same as editing. Nobody who is inactive activates themselves, but an administrator who holds everything.',
    tried: people,
  },
  'agents.edit': {
    rule: 'Whoever runs people edits those they see, unless their role allows what the editor’s does not. Whoever runs people with the role of an agent stands over agents alone.',
    tried: people,
  },
  'agents.remove': { rule: 'Removing and bringing back need the same as editing.', tried: people },
  'agents.grant': {
    rule: 'Whoever gives rights to somebody, by whatever door, holds all of them: the role’s permissions, the sub-account, every module, the reach of conversations, and, being an agent, the questionnaires.',
    tried: grants,
  },
  'questionnaires.list': {
    rule: 'Whoever runs people, or holds the module questionnaires, sees the list.',
    tried: alone,
  },
  'questionnaires.read': {
    rule: 'Of the list, those of the sub-accounts one has.',
    tried: places,
  },
  'questionnaires.change': {
    rule: 'Whoever holds `questionnaires.change` and the module makes, renames and archives those of the sub-accounts they have.',
    tried: places,
  },
  'shortcuts.list': {
    rule: 'Whoever holds the module shortcuts opens the list; an agent who is inactive keeps their own.',
    tried: alone,
  },
  'shortcuts.read': {
    rule: 'One’s own, the organisation’s, and those of the sub-accounts one knows. Nobody sees what a colleague keeps for themselves; an agent who is inactive sees only their own.',
    tried: shortcuts,
  },
  'shortcuts.change': {
    rule: 'One’s own; what is shared by whoever holds `shortcuts.change`: of a sub-account they have, of the organisation when they have them all.',
    tried: shortcuts,
  },
  'reasons.list': {
    rule: 'Whoever holds the module appointments; of inactive people, those who run things.',
    tried: alone,
  },
  'reasons.read': { rule: 'Those of the sub-accounts one has.', tried: places },
  'reasons.change': {
    rule: 'Whoever holds `appointments.change` and the module makes, changes and archives those of the sub-accounts they have.',
    tried: places,
  },
  'calendars.read': {
    rule: 'One’s own; whoever holds `appointments.run`, those of the people of the sub-accounts they have.',
    tried: receivers,
  },
  'calendars.change': {
    rule: 'One’s own openings, absences and zone; of others whose calendar one reads, whoever holds `appointments.change`.',
    tried: receivers,
  },
  'appointments.read': {
    rule: 'Those one receives; whoever holds `appointments.run`, all of the sub-accounts they have. How far an agent reaches among conversations changes nothing.',
    tried: receivers,
  },
  'appointments.keep': {
    rule: 'Who reads an appointment books, moves and cancels it, and says what came of it.',
    tried: receivers,
  },
  'appointments.reassign': {
    rule: 'Whoever holds `appointments.run` gives them to another, of the sub-accounts they have.',
    tried: receivers,
  },
  'invitations.create': {
    rule: 'Inviting needs `agents.grant` of everything the invitation brings.',
    tried: people,
  },
  'invitations.read': { rule: 'An invitation is seen by whoever would see the person it brings.', tried: people },
  'invitations.change': {
    rule: 'It is resent and revoked by whoever might edit the person it brings.',
    tried: people,
  },
  'letters.read': {
    rule: 'Whoever holds `letters.read` and has every sub-account sees letters that still have a purpose, and sends them by hand.',
    tried: alone,
  },
  'channels.list': { rule: 'Whoever holds the module channels opens the list.', tried: alone },
  'channels.read': { rule: 'Of the list, those of the sub-accounts one has.', tried: places },
  'channels.change': {
    rule: 'Whoever holds the module and `channels.change` changes those of the sub-accounts they have.',
    tried: places,
  },
  'availability.change': { rule: 'Whoever is active says whether they take conversations now.', tried: alone },
  'conversations.take-part': {
    rule: 'Nothing is done with a visitor’s conversation by somebody who is inactive.',
    tried: alone,
  },
  'conversations.read': {
    rule: 'With the module, while active: administrators and moderators read every conversation, managers those of their sub-account, agents as far as their reach goes: all, the sub-account’s, or their own and the waiting ones they may take. What is out of reach is not there.',
    tried: conversations,
  },
  'conversations.pick-up': {
    rule: 'A waiting conversation is taken by whoever reads it; an agent accepts its language and is advisor for its questionnaire.',
    tried: waiting,
  },
  'conversations.write': { rule: 'Only who has taken it answers, while it is open.', tried: open },
  'conversations.note': { rule: 'Whoever reads it writes notes for colleagues.', tried: open },
  'conversations.close': {
    rule: 'Who has taken it closes it, or whoever reads it and holds `conversations.run`.',
    tried: open,
  },
  'conversations.reopen': { rule: 'A closed one is taken up again like a waiting one is taken.', tried: closed },
  'conversations.explain': {
    rule: 'Whoever reads it and holds `conversations.run` sees to whom it was offered and why, and who would get it now.',
    tried: waiting,
  },
  'conversations.rewrite': {
    rule: 'Whoever reads it rewrites and takes back, for a day, what they said or noted themselves.',
    tried: wordsOf,
  },
  'conversations.read-versions': {
    rule: 'What words said before they were rewritten is read by who has the conversation, or by whoever reads it and holds `conversations.run`.',
    tried: open,
  },
  'conversations.send-transcript': {
    rule: 'Who has it, or had it when it was closed, sends its words to the visitor by letter.',
    tried: open,
  },
  'conversations.transfer': {
    rule: 'Who has it hands it on, or whoever reads it and holds `conversations.run`, while it is not closed.',
    tried: open,
  },
}
