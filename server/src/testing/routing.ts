import type { AgentId, ChannelId, ConversationId, OrganisationId } from '#contract/ids.ts'
import type { RoutingMode } from '#contract/vocabulary.ts'
import type { App } from '../app.ts'
import { findConversation } from '../domains/conversations/index.ts'
import { settingsChanged } from '../domains/settings-changed.ts'

type At = Pick<App, 'platform'>

/** How a channel finds somebody from now on, as if it had been saved so. */
export const setRouting = (
  { platform }: At,
  organisationId: OrganisationId,
  { channelId, mode, offerSeconds = 60 }: { channelId: ChannelId; mode: RoutingMode; offerSeconds?: number },
) =>
  platform.database.transaction(organisationId, async (tx) => {
    await tx.db
      .insertInto('channel_routing')
      .values({ organisation_id: organisationId, channel_id: channelId, mode, offer_seconds: offerSeconds, version: 1 })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'channel_id']).doUpdateSet({ mode, offer_seconds: offerSeconds }),
      )
      .execute()
    platform.events.append(tx, settingsChanged('channels'))
  })

/** Agents whose console is connected for as long as a test lasts; null: is closed. */
export const setPresent = (
  { platform }: At,
  organisationId: OrganisationId,
  agentIds: readonly AgentId[],
  until: Date | null = new Date('2100-01-01'),
) =>
  platform.database.transaction(organisationId, ({ db }) =>
    db
      .updateTable('agents')
      .set({ present_until: until })
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', agentIds)
      .execute(),
  )

/** The conversation as it is, once everything that was heard of is decided. */
export async function routed(
  { platform, routing }: Pick<App, 'platform' | 'routing'>,
  organisationId: OrganisationId,
  id: ConversationId,
) {
  await routing.settle()
  const conversation = await platform.database.transaction(organisationId, (tx) => findConversation(tx, id))
  if (!conversation) throw new Error('no such conversation')
  return conversation
}
