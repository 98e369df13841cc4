import type { ChannelId } from '#contract/ids.ts'
import type { ChannelState } from '#contract/vocabulary.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Channel } from './channel.ts'
import { asTarget, type ChannelNeeds, holdChannel } from './hold-channel.ts'
import { saveChannel } from './store.ts'

type StateDeed = 'channels.paused' | 'channels.resumed' | 'channels.archived' | 'channels.restored'

/**
 * Nothing new can be written there; what exists stays, and agents answer it.
 *
 * @refuses request.not-found | access.refused | channels.archived
 */
export const pauseChannel = (by: Actor, id: ChannelId, needs: ChannelNeeds): Promise<Channel> =>
  changeState(by, id, needs, (state) => {
    if (state === 'archived') throw refusal('channels.archived')
    return ['paused', 'channels.paused']
  })

/** @refuses request.not-found | access.refused | channels.archived */
export const resumeChannel = (by: Actor, id: ChannelId, needs: ChannelNeeds): Promise<Channel> =>
  changeState(by, id, needs, (state) => {
    if (state === 'archived') throw refusal('channels.archived')
    return ['running', 'channels.resumed']
  })

/**
 * Paused, and out of the way: no page of the console offers it but the one that brings it back.
 *
 * @refuses request.not-found | access.refused
 */
export const archiveChannel = (by: Actor, id: ChannelId, needs: ChannelNeeds): Promise<Channel> =>
  changeState(by, id, needs, () => ['archived', 'channels.archived'])

/**
 * Paused: whoever brings it back looks at its settings before visitors see it again.
 *
 * @refuses request.not-found | access.refused
 */
export const restoreChannel = (by: Actor, id: ChannelId, needs: ChannelNeeds): Promise<Channel> =>
  changeState(by, id, needs, (state) => [state === 'archived' ? 'paused' : state, 'channels.restored'])

/** One state after another, told once: asking for the state it is in changes nothing. */
async function changeState(
  by: Actor,
  id: ChannelId,
  needs: ChannelNeeds,
  next: (state: ChannelState) => [ChannelState, StateDeed],
): Promise<Channel> {
  const { database, events } = needs
  return database.transaction(by.organisationId, async (tx) => {
    const { actor, channel } = await holdChannel(tx, by, id)
    const [state, act] = next(channel.state)
    if (state === channel.state) return channel
    const after = { ...channel, state, version: channel.version + 1 }
    await saveChannel(tx, after)
    events.append(tx, settingsChanged('channels'))
    recordDeed(tx, actor, { act, target: asTarget(after) }, needs)
    return after
  })
}
