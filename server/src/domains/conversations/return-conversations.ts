import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type Agent, nameForVisitors } from '../agents/index.ts'
import { commitChange } from './commit-change.ts'
import { returnToQueue } from './conversation.ts'
import { lockOpenOf } from './store.ts'

/** The open conversations of an agent who may no longer answer go back to pending, in the transaction that took the right. */
export const returnConversations =
  ({ events, clock, ids }: Pick<Platform, 'events' | 'clock' | 'ids'>) =>
  async (tx: OrganisationTransaction, agent: Agent): Promise<void> => {
    for (const conversation of await lockOpenOf(tx, agent.id)) {
      const change = returnToQueue(conversation, asAssignee(agent), { now: clock.now(), newMessageId: ids.message })
      commitChange(tx, events, conversation, change)
    }
  }

const asAssignee = (agent: Agent) => ({ id: agent.id, name: agent.name, shownName: nameForVisitors(agent) })
