import { type Access, type Agent, type Conversation, type House, type Message, present, type Role } from './world.ts'

const everything = [
  ...['organisation.change', 'billing.change', 'sub-accounts.change', 'roles.change', 'people.change'],
  ...[
    'channels.change',
    'questionnaires.change',
    'shortcuts.change',
    'conversations.run',
    'appointments.change',
    'appointments.run',
    'statistics.read',
    'letters.read',
    'journal.read',
  ],
]

/** [S8, C6] The administrator everything; [N4] the moderator no settings, nor people; [C7] the manager what is of a sub-account. */
export const permissionsFromTheStart: Record<Role, string[]> = {
  administrator: everything,
  moderator: ['questionnaires.change', 'shortcuts.change', 'conversations.run', 'appointments.run', 'statistics.read'],
  manager: [
    ...['people.change', 'channels.change', 'questionnaires.change', 'shortcuts.change', 'conversations.run'],
    ...['appointments.change', 'appointments.run', 'statistics.read'],
  ],
  agent: [],
}

export const permissionsOf = ({ role, ownRole }: Pick<Access, 'role' | 'ownRole'>): string[] =>
  ownRole ? ownRole.permissions : permissionsFromTheStart[role]

export const allows = (agent: Access, permission: string): boolean => permissionsOf(agent).includes(permission)

/** [C5] Administrators and moderators have every sub-account. */
export const hasThemAll = ({ role }: { role: Role }): boolean => role === 'administrator' || role === 'moderator'

/** What tells of everybody, or changes what is everybody's. */
export const allowsWhole = (agent: Access, permission: string): boolean =>
  hasThemAll(agent) && allows(agent, permission)

/** [C6, C7] Whoever runs people. */
export const leads = (agent: Access): boolean => allows(agent, 'people.change')

/** [N3, N4] Modules are granted. */
export const holds = (agent: Access, module: string): boolean => agent.modules.includes(module)

/** [S9, S12] What opens: of an inactive person nothing of visitors', of an inactive agent only what is their own. */
export function opens(agent: Agent, module: string): boolean {
  if (agent.active) return holds(agent, module)
  if (agent.role === 'agent') return module === 'statistics' || module === 'shortcuts'
  if (module === 'conversations' || module === 'visitors' || module === 'recordings') return false
  return holds(agent, module)
}

/** [C5, C6, C7] Whether a sub-account is among those this person has. */
export const has = (agent: Access, subAccountId: string | null): boolean =>
  hasThemAll(agent) || agent.subAccountId === subAccountId

/** Sub-accounts whose names this person reads: their own, and those their reach goes to. */
export const knows = (agent: Access, subAccountId: string): boolean =>
  has(agent, subAccountId) || (agent.role === 'agent' && agent.reach === 'all')

/** Colleagues whose names this person reads: those of the sub-accounts they know, and themselves. */
export function knowsColleague(agent: Agent, other: Agent, subAccountId = other.subAccountId): boolean {
  if (hasThemAll(agent) || agent === other) return true
  return subAccountId !== null && knows(agent, subAccountId)
}

/** [C6, C7] With every sub-account one sees everybody; with one, its managers and agents. */
export function sees(agent: Agent, person: Access): boolean {
  if (!leads(agent)) return false
  if (hasThemAll(agent)) return true
  return !hasThemAll(person) && person.subAccountId === agent.subAccountId
}

/** Nobody acts on somebody above them: whose role allows what theirs does not, or, for an agent, whose role is higher. */
export function standsOver(agent: Agent, person: Access): boolean {
  if (!sees(agent, person)) return false
  if (agent.role === 'agent' && person.role !== 'agent') return false
  for (const permission of permissionsOf(person)) if (!allows(agent, permission)) return false
  return true
}

const readsHowMuch = ({ role, reach }: Access): number => {
  if (hasThemAll({ role })) return 3
  if (role === 'manager') return 2
  return { own: 1, 'sub-account': 2, all: 3 }[reach]
}

/** Whoever can grant, grants no more than they have. `given`: what is new of it. */
export function mayGive(agent: Agent, given: Access): boolean {
  if (!standsOver(agent, given)) return false
  for (const module of given.modules) if (!holds(agent, module)) return false
  if (readsHowMuch(given) > readsHowMuch(agent)) return false
  if (given.role === 'agent' && given.reach === 'all' && !hasThemAll(agent)) return false
  if (agent.role === 'agent')
    for (const id of given.questionnaireIds) if (!agent.questionnaireIds.includes(id)) return false
  return true
}

/** Who may read a conversation. */
export function mayRead(agent: Agent, conversation: Conversation): boolean {
  // [A6] Access ends with removal; [S12] inactive people read none.
  if (agent.removed) return false
  if (!agent.active) return false
  // [N3] Only the modules granted.
  if (!holds(agent, 'conversations')) return false
  // [C6, N4] Every conversation of every sub-account.
  if (hasThemAll(agent)) return true
  // [C12] Only those of their sub-account.
  if (agent.role === 'manager') return conversation.subAccountId === agent.subAccountId
  // An agent's reach is a choice: all, the sub-account's, own.
  if (agent.reach === 'all') return true
  if (conversation.subAccountId !== agent.subAccountId) return false
  if (agent.reach === 'sub-account') return true
  // [N3] Their own, and waiting ones that are for them.
  if (conversation.assignee === agent) return true
  return conversation.state === 'pending' && isFor(agent, conversation)
}

/** [N8] Only those who accept its language, [N9] only advisors of its questionnaire. */
function isFor(agent: Agent, { language, questionnaireId }: Conversation): boolean {
  if (!agent.languages.includes(language)) return false
  return questionnaireId === null || agent.questionnaireIds.includes(questionnaireId)
}

/** Nobody above an agent is bound by languages and questionnaires. */
export function mayTake(agent: Agent, conversation: Conversation): boolean {
  if (!mayRead(agent, conversation)) return false
  return agent.role !== 'agent' || isFor(agent, conversation)
}

/** [N7] Whether they have room for so many more. */
export function hasRoom(house: House, agent: Agent, more = 1): boolean {
  if (agent.limit === null) return true
  let open = 0
  for (const { state, assignee } of house.conversations) if (state === 'open' && assignee === agent) open += 1
  return open + more <= agent.limit
}

export const mayPickUp = (agent: Agent, conversation: Conversation): boolean =>
  conversation.state === 'pending' && mayTake(agent, conversation)

export const mayReopen = (agent: Agent, conversation: Conversation): boolean =>
  conversation.state === 'closed' && mayTake(agent, conversation)

/** Only its assignee answers. */
export const mayWrite = (agent: Agent, conversation: Conversation): boolean =>
  mayRead(agent, conversation) && conversation.assignee === agent && conversation.state === 'open'

/** Its assignee closes it, or whoever runs conversations. */
export const mayClose = (agent: Agent, conversation: Conversation): boolean =>
  mayRead(agent, conversation) && (conversation.assignee === agent || allows(agent, 'conversations.run'))

/** Nobody writes to somebody outside in the name of who has it, or had it when it was closed. */
export const maySendTranscript = (agent: Agent, conversation: Conversation): boolean =>
  mayRead(agent, conversation) && conversation.assignee === agent

/** [N13] Whoever has it hands it on, or whoever runs conversations. */
export const mayTransfer = (agent: Agent, conversation: Conversation): boolean =>
  mayClose(agent, conversation) && conversation.state !== 'closed'

/** What words said before is for who has it, or whoever runs conversations. */
export const mayReadVersions = (agent: Agent, conversation: Conversation): boolean => mayClose(agent, conversation)

/** Files go with their words: taken back, they are for whoever may know what was said before. */
export const holdsFile = (agent: Agent, conversation: Conversation, { deleted }: Message): boolean =>
  mayRead(agent, conversation) && (!deleted || mayReadVersions(agent, conversation))

/** [N7] Who would get it, and why it waits, is for whoever runs conversations. */
export const mayExplain = (agent: Agent, conversation: Conversation): boolean =>
  mayRead(agent, conversation) && allows(agent, 'conversations.run')

const isFull = ({ role, ownRole }: Access): boolean => role === 'administrator' && ownRole === null

/** [A10] The last active administrator who holds everything stays so. */
export function isLastAdministrator(house: House, agent: Agent): boolean {
  if (!isFull(agent) || !agent.active) return false
  for (const other of present(house)) if (other !== agent && isFull(other) && other.active) return false
  return true
}

export const staysAdministrator = (access: Access, active: boolean): boolean => isFull(access) && active

/** Being let talk is somebody else's to say, unless one holds everything. */
export const mayActivate = (agent: Agent, target: Agent): boolean =>
  standsOver(agent, target) && (agent !== target || agent.active || isFull(agent))

/** Roles a person may give: none above their own. */
export function mayGrant(agent: Agent): Role[] {
  const roles: Role[] = ['administrator', 'moderator', 'manager', 'agent']
  return roles.filter((role) =>
    standsOver(agent, {
      ...agent,
      role,
      ownRole: null,
      subAccountId: hasThemAll({ role }) ? null : agent.subAccountId,
    }),
  )
}

/** [N9] Whoever may make and change questionnaires. */
export const writesQuestionnaires = (agent: Agent): boolean =>
  allows(agent, 'questionnaires.change') && opens(agent, 'questionnaires')

export const readsQuestionnaires = (agent: Agent): boolean => leads(agent) || opens(agent, 'questionnaires')

/** A role is made, changed and removed by whoever holds all of what is in it. */
export const mayShape = (
  agent: Agent,
  { permissions, modules }: { permissions: string[]; modules: string[] },
): boolean => permissions.every((one) => allows(agent, one)) && modules.every((one) => holds(agent, one))

/** [S13] Seats are held by people and by open invitations. */
export function seatsLeft(house: House): number {
  if (house.seats === null) return Number.POSITIVE_INFINITY
  const open = house.invitations.filter(({ state }) => state === 'pending')
  return house.seats - present(house).length - open.length
}
