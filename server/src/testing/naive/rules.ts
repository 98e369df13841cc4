import { type Agent, type Conversation, type House, present, type Role } from './world.ts'

/** [C6, C7] Administrators and managers run people and channels. */
export const leads = (agent: Agent): boolean => agent.role === 'administrator' || agent.role === 'manager'

/** [N3, N4] Modules are granted to agents; everybody above has them all. */
export const holds = (agent: Agent, module: string): boolean => agent.role !== 'agent' || agent.modules.includes(module)

/** [C5, C6, C7] Whether a sub-account is among those this person has. */
export function has(agent: Agent, subAccountId: string | null): boolean {
  if (agent.role === 'administrator' || agent.role === 'moderator') return true
  return agent.subAccountId === subAccountId
}

/** Sub-accounts whose names this person reads: their own, and those their reach goes to. */
export const knows = (agent: Agent, subAccountId: string): boolean =>
  has(agent, subAccountId) || (agent.role === 'agent' && agent.reach === 'all')

/** [C6, C7] Whose name somebody reads: their own, everybody's where they have every sub-account, else that of people who have one they know. */
export function knowsOf(agent: Agent, other: Agent): boolean {
  if (agent.role === 'administrator' || agent.role === 'moderator') return true
  if (agent === other) return true
  return other.subAccountId !== null && knows(agent, other.subAccountId)
}

/** [C6, C7] An administrator stands over everybody; a manager over managers and agents of their own sub-account. */
export function standsOver(agent: Agent, person: { role: Role; subAccountId: string | null }): boolean {
  if (agent.role === 'administrator') return true
  if (agent.role === 'manager')
    return (person.role === 'manager' || person.role === 'agent') && person.subAccountId === agent.subAccountId
  return false
}

/** Who may read a conversation. */
export function mayRead(agent: Agent, conversation: Conversation): boolean {
  // [A6] Access ends with removal; [S12] inactive people read none.
  if (agent.removed) return false
  if (!agent.active) return false
  // [N3] Only the modules granted.
  if (!holds(agent, 'conversations')) return false
  // [C6, N4] Every conversation of every sub-account.
  if (agent.role === 'administrator') return true
  if (agent.role === 'moderator') return true
  // [C12] Only those of their sub-account.
  if (agent.role === 'manager') return conversation.subAccountId === agent.subAccountId
  // An agent's reach is a choice: all, the sub-account's, own.
  if (agent.reach === 'all') return true
  if (conversation.subAccountId !== agent.subAccountId) return false
  if (agent.reach === 'sub-account') return true
  // [N3] Their own, and [N8] waiting ones in a language they accept.
  if (conversation.assignee === agent) return true
  return conversation.state === 'pending' && agent.languages.includes(conversation.language)
}

/** [N8] A conversation goes only to those who accept its language; nobody above an agent is bound by that. */
export function mayTake(agent: Agent, conversation: Conversation): boolean {
  if (!mayRead(agent, conversation)) return false
  return agent.role !== 'agent' || agent.languages.includes(conversation.language)
}

export const mayPickUp = (agent: Agent, conversation: Conversation): boolean =>
  conversation.state === 'pending' && mayTake(agent, conversation)

export const mayReopen = (agent: Agent, conversation: Conversation): boolean =>
  conversation.state === 'closed' && mayTake(agent, conversation)

/** Only its assignee answers. */
export const mayWrite = (agent: Agent, conversation: Conversation): boolean =>
  mayRead(agent, conversation) && conversation.assignee === agent && conversation.state === 'open'

/** Its assignee closes it, or somebody above. */
export const mayClose = (agent: Agent, conversation: Conversation): boolean =>
  mayRead(agent, conversation) && (conversation.assignee === agent || agent.role !== 'agent')

/** [A10] The last active administrator can neither be removed nor deactivated. */
export function isLastAdministrator(house: House, agent: Agent): boolean {
  if (agent.role !== 'administrator' || !agent.active) return false
  for (const other of present(house))
    if (other !== agent && other.role === 'administrator' && other.active) return false
  return true
}

/** Roles a person may give: none above their own. */
export function mayGrant(agent: Agent): Role[] {
  if (agent.role === 'administrator') return ['administrator', 'moderator', 'manager', 'agent']
  if (agent.role === 'manager') return ['manager', 'agent']
  return []
}
