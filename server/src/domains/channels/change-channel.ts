import type { ChangeChannel } from '#contract/channels.ts'
import type { ChannelId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Channel } from './channel.ts'
import { findChannel, updateChannel } from './store.ts'

/**
 * Saves a channel's settings over the version that was read.
 *
 * @refuses request.not-found | access.refused | channels.changed-meanwhile
 */
export async function changeChannel(
  by: Actor,
  channelId: ChannelId,
  change: ChangeChannel,
  { database, events }: Pick<Platform, 'database' | 'events'>,
): Promise<Channel> {
  return database.transaction(by.organisationId, async (tx) => {
    const actor = await holdActor(tx, by)
    authorise(actor, 'channels.list', null)
    const before = await findChannel(tx, channelId)
    if (!before) throw refusal('request.not-found')
    authorise(actor, 'channels.change', before)
    const after = await updateChannel(tx, channelId, change)
    if (!after) throw refusal('channels.changed-meanwhile')
    events.append(tx, settingsChanged('channels'))
    return after
  })
}
