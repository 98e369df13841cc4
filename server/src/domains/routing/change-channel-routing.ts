import type { ChannelId } from '#contract/ids.ts'
import type { ChangeChannelRouting } from '#contract/routing.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { channelAsTarget, holdChannel } from '../channels/index.ts'
import { changesBetween, recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { byHand, listRules, type SavedRule, saveRule } from './store.ts'

/**
 * Saves how a channel finds somebody, over the version that was read. What waits there is looked at anew after the commit.
 *
 * @refuses request.not-found | access.refused | channels.changed-meanwhile
 */
export async function changeChannelRouting(
  by: Actor,
  channelId: ChannelId,
  change: ChangeChannelRouting,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>,
): Promise<SavedRule> {
  const { database, events } = needs
  return database.transaction(by.organisationId, async (tx) => {
    const { actor, channel } = await holdChannel(tx, by, channelId)
    const before = (await listRules(tx)).get(channelId) ?? byHand
    const after = await saveRule(tx, channelId, change)
    if (!after) throw refusal('channels.changed-meanwhile')
    events.append(tx, settingsChanged('channels'))
    recordDeed(
      tx,
      actor,
      {
        act: 'channels.routing-changed',
        target: channelAsTarget(channel),
        ...changesBetween(inWords(before), inWords(after)),
      },
      needs,
    )
    return after
  })
}

const inWords = ({ mode, offerSeconds }: SavedRule) => ({ routing: mode, offerSeconds })
