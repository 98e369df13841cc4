import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { may } from '../access/index.ts'
import { actorOf, findAgent } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import type { ChannelFollower } from '../channels/index.ts'
import { commitChange } from './commit-change.ts'
import { type Change, type Conversation, moveTo, returnToQueue } from './conversation.ts'
import { scopeOf } from './events.ts'
import { countOfChannel, moveWithChannel } from './store-of-channel.ts'

/**
 * Conversations go with their channel to another sub-account, but for those that were transferred elsewhere. Waiting and open ones
 * are told one by one; an open one whose agent does not reach the new place waits there. Of closed ones, which may be hundreds of
 * thousands, nothing is told: consoles fetch them anew, since the list of channels changed.
 */
export const followChannel = ({ events, clock, ids }: Pick<Platform, 'events' | 'clock' | 'ids'>): ChannelFollower => ({
  count: countOfChannel,
  async move(tx, move) {
    const moment = { now: clock.now(), newMessageId: ids.message }
    const actorById = new Map<AgentId, Actor | null>()
    for (const before of await moveWithChannel(tx, move)) {
      const after = { ...before, questionnaireId: null, subAccountId: move.to }
      const assignee = before.state === 'open' ? before.assignee : null
      if (assignee && !actorById.has(assignee.id)) actorById.set(assignee.id, await readActor(tx, assignee.id))
      const answers = assignee === null || mayAnswer(actorById.get(assignee.id), after)
      const change: Change = answers ? moveTo(after, move.to) : returnToQueue(after, assignee, 'out-of-reach', moment)
      commitChange(tx, events, before, change)
    }
  },
})

async function readActor(tx: OrganisationTransaction, id: AgentId): Promise<Actor | null> {
  const agent = await findAgent(tx, id)
  return agent ? actorOf(agent, tx.organisationId) : null
}

const mayAnswer = (actor: Actor | null | undefined, conversation: Conversation): boolean =>
  actor != null && may(actor, 'conversations.write', scopeOf(conversation))
