import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { may } from '../access/index.ts'
import { type Agent, actorOf, listAgents, personScope } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import type { Conversation } from './conversation.ts'
import { scopeOf } from './events.ts'

/** Colleagues whom a note in a conversation may name: those who read it, of those its author knows. */
export async function listReaders(
  tx: OrganisationTransaction,
  author: Actor,
  conversation: Conversation,
): Promise<Agent[]> {
  return (await known(tx, author)).filter((agent) => reads(tx, agent, conversation))
}

/**
 * Holds what a note names against the same: somebody its author does not know is not there, and who does not read the conversation
 * is not called into it.
 *
 * @refuses request.not-found | messages.mention-refused, with details.name
 */
export async function refuseMentions(
  tx: OrganisationTransaction,
  author: Actor,
  { conversation, mentions }: { conversation: Conversation; mentions: readonly AgentId[] },
): Promise<void> {
  if (mentions.length === 0) return
  const colleagues = await known(tx, author)
  for (const id of mentions) {
    const agent = colleagues.find((one) => one.id === id)
    if (!agent) throw refusal('request.not-found', { field: 'mentions' })
    if (!reads(tx, agent, conversation))
      throw refusal('messages.mention-refused', { field: 'mentions', details: { name: agent.name } })
  }
}

const known = async (tx: OrganisationTransaction, author: Actor): Promise<Agent[]> =>
  (await listAgents(tx)).filter(
    (agent) => agent.id !== author.agentId && may(author, 'colleagues.read', personScope(agent)),
  )

const reads = ({ organisationId }: OrganisationTransaction, agent: Agent, conversation: Conversation): boolean =>
  may(actorOf(agent, organisationId), 'conversations.read', scopeOf(conversation))
