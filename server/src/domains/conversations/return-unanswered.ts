import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Agent } from '../agents/index.ts'
import type { WhyReturned } from './conversation.ts'
import { listUnanswered } from './queue-store.ts'
import { giveBack } from './return-conversations.ts'
import { lockOpenOf } from './store.ts'

/**
 * What an agent took and has not answered yet goes back to pending when they go away, or closed their console and are gone, in the
 * transaction that says so: its visitor still waits for a first word. What they are in the middle of stays theirs.
 */
export const returnUnanswered =
  (needs: Pick<Platform, 'events' | 'clock' | 'ids'>, why: Extract<WhyReturned, 'away' | 'gone'>) =>
  async (tx: OrganisationTransaction, agent: Agent): Promise<void> => {
    const open = await lockOpenOf(tx, agent.id)
    const unanswered = await listUnanswered(
      tx,
      open.map(({ id }) => id),
    )
    giveBack(
      tx,
      open.filter(({ id }) => unanswered.has(id)),
      { agent, why },
      needs,
    )
  }
