import type { AgentId, ConversationId, SubAccountId } from '#contract/ids.ts'
import type { TransferConversation } from '#contract/transfers.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import { type Agent, actorOf, holdActor, lockReceiver, personScope } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { holdSubAccount } from '../sub-accounts/index.ts'
import { type Acted, type ActNeeds, actOnConversation, type Held } from './act-on-conversation.ts'
import { asAssignee, type Change, giveToQueue, transferTo, transferToSubAccount } from './conversation.ts'
import { scopeOf } from './events.ts'
import { receiving } from './receiver.ts'
import { countOpenOf } from './store.ts'

/**
 * Hands a conversation to a colleague, to another sub-account, or back to the queue, with a note for whoever receives it. The
 * receiver's row is held alone, taken before the conversation: of any number of transfers to them at once none passes their limit
 * (N7), and whoever deactivates or removes them meanwhile finds it in their hands, or it never comes there. What is so already
 * changes nothing.
 *
 * @refuses request.not-found | access.inactive | conversations.not-yours | conversations.closed
 *   | conversations.receiver-inactive | conversations.receiver-no-access | conversations.receiver-language
 *   | conversations.receiver-questionnaire | conversations.receiver-full
 */
export function transferConversation(
  by: Actor,
  { conversationId, agentId, subAccountId, note }: TransferConversation & { conversationId: ConversationId },
  needs: ActNeeds,
): Promise<Acted> {
  let receiver: Agent | undefined
  const holdBoth = (receiverId: AgentId) => async (tx: OrganisationTransaction, actor: Actor) => {
    const held = await lockReceiver(tx, actor, receiverId)
    receiver = held.receiver
    return held.actor
  }
  return actOnConversation(
    by,
    conversationId,
    needs,
    async (held) => {
      authorise(held.actor, 'conversations.transfer', scopeOf(held.conversation))
      if (agentId !== null) return toAgent(held, receiver, note)
      if (subAccountId !== null && subAccountId !== held.conversation.subAccountId)
        return toSubAccount(held, subAccountId, note)
      const isWaiting = held.conversation.state === 'pending'
      return isWaiting ? null : giveToQueue(held.conversation, { by: asAssignee(held.actor), note }, held.moment)
    },
    agentId === null ? holdActor : holdBoth(agentId),
  )
}

/** A colleague whom the actor does not know is not there. */
async function toAgent(
  { actor, conversation, moment, tx }: Held,
  receiver: Agent | undefined,
  note: string,
): Promise<Change | null> {
  if (!receiver || !may(actor, 'colleagues.read', personScope(receiver)))
    throw refusal('request.not-found', { field: 'agentId' })
  if (conversation.state === 'open' && conversation.assignee?.id === receiver.id) return null
  const { name, conversationLimit: limit } = receiver
  const as = actorOf(receiver, tx.organisationId)
  const verdict = receiving(as, scopeOf(conversation), (await countOpenOf(tx, [receiver.id])).get(receiver.id) ?? 0)
  if (!verdict.can) throw refusal(verdict.refusal, { field: 'agentId', details: { name, limit } })
  const { subAccountId } = verdict
  return transferTo(conversation, { receiver: asAssignee(as), subAccountId, by: asAssignee(actor), note }, moment)
}

/** Held, so that it is not archived meanwhile. */
async function toSubAccount(
  { actor, conversation, moment, tx }: Held,
  subAccountId: SubAccountId,
  note: string,
): Promise<Change> {
  const isKnown = may(actor, 'sub-accounts.read', { subAccountId })
  if (!isKnown || !(await holdSubAccount(tx, subAccountId)))
    throw refusal('request.not-found', { field: 'subAccountId' })
  return transferToSubAccount(conversation, { subAccountId, by: asAssignee(actor), note }, moment)
}
