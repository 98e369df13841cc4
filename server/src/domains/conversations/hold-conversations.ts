import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { may } from '../access/index.ts'
import { type Agent, actorOf, type HoldingRoom } from '../agents/index.ts'
import { commitChange } from './commit-change.ts'
import { asAssignee, type Conversation, handOver } from './conversation.ts'
import { asWaiting } from './could-take.ts'
import { scopeOf } from './events.ts'
import { giveBack } from './return-conversations.ts'
import { countOpenOf, listOpenOf, lockOpenOf } from './store.ts'
import { hasRoom } from './take-room.ts'

/** Open conversations, as what somebody leaves behind: an heir takes all of them, or they wait in the queue again. */
export const openConversations = (needs: Pick<Platform, 'events' | 'clock' | 'ids'>): HoldingRoom => ({
  kind: 'conversations',
  blocks: false,

  count: async (tx, { id }) => (await countOpenOf(tx, [id])).get(id) ?? 0,

  async heirs(tx, agent, colleagues) {
    const held = await listOpenOf(tx, agent.id)
    const open = await countOpenOf(
      tx,
      colleagues.map(({ id }) => id),
    )
    return colleagues.filter((colleague) => couldTake(tx, colleague, held, open.get(colleague.id) ?? 0))
  },

  async handOver(tx, agent, heir) {
    const held = await lockOpenOf(tx, agent.id)
    if (!heir) {
      giveBack(tx, held, { agent, why: 'left' }, needs)
      return true
    }
    const open = (await countOpenOf(tx, [heir.id])).get(heir.id) ?? 0
    if (!couldTake(tx, heir, held, open)) return false
    const to = asAssignee(actorOf(heir, tx.organisationId))
    const moment = { now: needs.clock.now(), newMessageId: needs.ids.message }
    for (const conversation of held) commitChange(tx, needs.events, conversation, handOver(conversation, to, moment))
    return true
  },
})

/** Active, in their reach, in their languages, of their questionnaires, and within their limit: as if they picked each up. */
function couldTake(
  { organisationId }: Pick<OrganisationTransaction, 'organisationId'>,
  colleague: Agent,
  held: readonly Conversation[],
  open: number,
): boolean {
  const actor = actorOf(colleague, organisationId)
  if (!may(actor, 'conversations.take-part', null)) return false
  return (
    held.every((one) => may(actor, 'conversations.pick-up', asWaiting(scopeOf(one)))) &&
    hasRoom(colleague.conversationLimit, { open, more: held.length })
  )
}
