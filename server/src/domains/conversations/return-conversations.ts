import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { may } from '../access/index.ts'
import { type Agent, actorOf } from '../agents/index.ts'
import { commitChange } from './commit-change.ts'
import { asAssignee, type Conversation, returnToQueue, type WhyReturned } from './conversation.ts'
import { scopeOf } from './events.ts'
import { lockOpenOf } from './store.ts'

type Needs = Pick<Platform, 'events' | 'clock' | 'ids'>

/**
 * What an agent has open and may no longer answer goes back to pending, in the transaction that took the right: because they
 * were deactivated, or because what they reach is less than before.
 */
export const returnUnanswerable =
  (needs: Needs) =>
  async (tx: OrganisationTransaction, agent: Agent): Promise<void> => {
    const actor = actorOf(agent, tx.organisationId)
    const lost = (await lockOpenOf(tx, agent.id)).filter((one) => !may(actor, 'conversations.write', scopeOf(one)))
    giveBack(tx, lost, { agent, why: agent.active ? 'out-of-reach' : 'deactivated' }, needs)
  }

/** To the queue. The conversations are locked. */
export function giveBack(
  tx: OrganisationTransaction,
  conversations: readonly Conversation[],
  { agent, why }: { agent: Agent; why: WhyReturned },
  { events, clock, ids }: Needs,
): void {
  const from = asAssignee(actorOf(agent, tx.organisationId))
  for (const conversation of conversations)
    commitChange(
      tx,
      events,
      conversation,
      returnToQueue(conversation, from, why, { now: clock.now(), newMessageId: ids.message }),
    )
}
