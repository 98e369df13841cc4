import { hasThemAll } from '../../testing/naive/rules.ts'
import type { Agent, Conversation } from '../../testing/naive/world.ts'
import type { AgentRow, ConversationRow } from './camera.ts'

/** An agent in the words of the naive rules, which share nothing with the server's: as far as reading and taking ask. */
export const naiveAgent = (row: AgentRow, advises: ReadonlyMap<string, readonly string[]>): Agent => {
  const asked: Partial<Agent> = {
    id: row.id,
    name: row.name,
    role: row.role,
    ownRole: null,
    subAccountId: hasThemAll(row) ? null : row.sub_account_id,
    modules: row.modules,
    reach: row.reach,
    languages: row.languages,
    limit: row.conversation_limit,
    questionnaireIds: [...(advises.get(row.id) ?? [])],
    active: row.active,
    availability: row.availability,
    removed: row.removed_at !== null,
  }
  // Nothing else of a person decides what they read and take.
  return asked as Agent
}

/** A conversation as this agent is to judge it: whose it is matters only as far as it is theirs. */
export const naiveConversation = (row: ConversationRow, agent: Agent): Conversation => {
  const asked: Partial<Conversation> = {
    id: row.id,
    subAccountId: row.sub_account_id,
    state: row.state,
    assignee: row.assignee_id === agent.id ? agent : null,
    language: row.language,
    questionnaireId: row.questionnaire_id,
  }
  // Nothing else of it decides who reads and takes it.
  return asked as Conversation
}

/** The same, were it waiting. */
export const asWaiting = (row: ConversationRow, agent: Agent): Conversation => ({
  ...naiveConversation(row, agent),
  state: 'pending',
  assignee: null,
})
