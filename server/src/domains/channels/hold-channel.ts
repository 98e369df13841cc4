import type { ChannelId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import type { Channel } from './channel.ts'
import { lockChannel } from './store.ts'

export type ChannelNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/**
 * What every change of a channel begins with: the actor as they are, and the channel, held until the commit.
 *
 * @refuses request.not-found | access.refused
 */
export async function holdChannel(
  tx: OrganisationTransaction,
  by: Actor,
  id: ChannelId,
): Promise<{ actor: Actor; channel: Channel }> {
  const actor = await holdActor(tx, by)
  authorise(actor, 'channels.list', null)
  const channel = await lockChannel(tx, id)
  if (!channel) throw refusal('request.not-found')
  authorise(actor, 'channels.change', channel)
  return { actor, channel }
}

export const asTarget = ({ id, name }: Channel) => ({ kind: 'channel', id, name }) as const
