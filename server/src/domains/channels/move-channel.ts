import type { ChannelHoldings } from '#contract/channels.ts'
import type { ChannelId, SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { readAs } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { findSubAccount } from '../sub-accounts/index.ts'
import { type Channel, settingsAfter } from './channel.ts'
import { asTarget, type ChannelNeeds, holdChannel } from './hold-channel.ts'
import { findChannel, questionnaireName, saveChannel } from './store.ts'

/** From one sub-account to another. */
export interface ChannelMove {
  channelId: ChannelId
  from: SubAccountId
  to: SubAccountId
}

/** What a later room keeps of a channel, and takes along. */
export interface ChannelFollower {
  count(tx: OrganisationTransaction, here: Omit<ChannelMove, 'to'>): Promise<ChannelHoldings>
  move(tx: OrganisationTransaction, move: ChannelMove): Promise<void>
}

/** Before it is moved: what goes along. Whoever may read the channel may know. @refuses request.not-found | access.refused */
export function holdingsOf(
  caller: Actor,
  id: ChannelId,
  { database, follower }: Pick<ChannelNeeds, 'database'> & { follower: ChannelFollower },
): Promise<ChannelHoldings> {
  return readAs(caller, { database }, async (tx, reader) => {
    authorise(reader, 'channels.list', null)
    const channel = await findChannel(tx, id)
    if (!channel) throw refusal('request.not-found')
    authorise(reader, 'channels.read', channel)
    return follower.count(tx, { channelId: id, from: channel.subAccountId })
  })
}

/**
 * Takes a channel to another sub-account, with everything that was said there, in one transaction. Its questionnaire belongs to
 * the old one and stays: the channel begins with none. Held like an archiving of sub-accounts: organisation, channel, conversations.
 *
 * @refuses request.not-found | access.refused | channels.changed-meanwhile
 */
export async function moveChannel(
  by: Actor,
  wish: { channelId: ChannelId; subAccountId: SubAccountId; version: number },
  needs: ChannelNeeds & { follower: ChannelFollower },
): Promise<Channel> {
  const { database, events, follower } = needs
  return database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const { actor, channel } = await holdChannel(tx, by, wish.channelId)
    authorise(actor, 'channels.change', wish)
    const [from, to] = [await findSubAccount(tx, channel.subAccountId), await findSubAccount(tx, wish.subAccountId)]
    if (to?.archivedAt !== null) throw refusal('request.not-found', { field: 'subAccountId' })
    if (channel.version !== wish.version) throw refusal('channels.changed-meanwhile')
    if (channel.subAccountId === to.id) return channel

    const whenNobody = channel.whenNobody === 'questionnaire' ? 'form' : channel.whenNobody
    const after = {
      ...channel,
      ...settingsAfter(channel, { questionnaireId: null, whenNobody }),
      subAccountId: to.id,
      version: channel.version + 1,
    }
    await saveChannel(tx, after)
    await follower.move(tx, { channelId: channel.id, from: channel.subAccountId, to: to.id })
    events.append(tx, settingsChanged('channels'))
    const lost = channel.questionnaireId && (await questionnaireName(tx, channel.questionnaireId))
    const deed = {
      act: 'channels.moved',
      target: asTarget(after),
      before: { subAccount: from?.name ?? null, ...(lost && { questionnaires: [lost] }) },
      after: { subAccount: to.name, ...(lost && { questionnaires: [] }) },
    } as const
    recordDeed(tx, actor, deed, needs)
    return after
  })
}
