import type { ChangeChannel } from '#contract/channels.ts'
import type { ChannelId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { changesBetween, recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { type Channel, inWords } from './channel.ts'
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
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>,
): Promise<Channel> {
  const { database, events } = needs
  return database.transaction(by.organisationId, async (tx) => {
    const actor = await holdActor(tx, by)
    authorise(actor, 'channels.list', null)
    const before = await findChannel(tx, channelId)
    if (!before) throw refusal('request.not-found')
    authorise(actor, 'channels.change', before)
    const after = await updateChannel(tx, channelId, change)
    if (!after) throw refusal('channels.changed-meanwhile')
    events.append(tx, settingsChanged('channels'))
    const target = { kind: 'channel', id: after.id, name: after.name } as const
    recordDeed(
      tx,
      actor,
      { act: 'channels.changed', target, ...changesBetween(inWords(before), inWords(after)) },
      needs,
    )
    return after
  })
}
