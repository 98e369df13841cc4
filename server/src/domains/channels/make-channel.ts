import type { MakeChannel } from '#contract/channels.ts'
import type { SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { ChannelKind } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { newChannelKey } from '#server/platform/secrets.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { findSubAccount } from '../sub-accounts/index.ts'
import { type Channel, firstSettings } from './channel.ts'
import { asTarget, type ChannelNeeds } from './hold-channel.ts'
import { countChannels, insertChannel } from './store.ts'

/**
 * Adds a channel to a sub-account that is in use. The organisation is held, so that the sub-account is not archived meanwhile and
 * channels are counted.
 *
 * @refuses request.not-found | access.refused | channels.too-many
 */
export async function addChannel(by: Actor, wish: MakeChannel, needs: ChannelNeeds): Promise<Channel> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'channels.change', wish)
    const subAccount = await findSubAccount(tx, wish.subAccountId)
    if (subAccount?.archivedAt !== null) throw refusal('request.not-found', { field: 'subAccountId' })
    const limit = limits.channelsPerOrganisation
    if ((await countChannels(tx)) >= limit) throw refusal('channels.too-many', { details: { limit } })

    const channel = await makeChannel(tx, { ...wish, sites: [] }, needs)
    const after = { name: channel.name, subAccount: subAccount.name }
    recordDeed(tx, actor, { act: 'channels.made', target: asTarget(channel), after }, needs)
    return channel
  })
}

/** Makes a channel of a sub-account, inside the transaction of whatever asks for it. */
export async function makeChannel(
  tx: OrganisationTransaction,
  wish: { subAccountId: SubAccountId; name: string; sites: string[]; kind?: ChannelKind; zone?: string },
  { events, clock, ids }: Pick<Platform, 'events' | 'clock' | 'ids'>,
): Promise<Channel> {
  const channel: Channel = {
    ...firstSettings(wish.zone ?? 'Europe/Paris'),
    id: ids.channel(),
    subAccountId: wish.subAccountId,
    kind: wish.kind ?? 'website',
    state: 'running',
    name: wish.name,
    key: newChannelKey(),
    sites: wish.sites,
    version: 1,
  }
  await insertChannel(tx, channel, clock.now())
  events.append(tx, settingsChanged('channels'))
  return channel
}
