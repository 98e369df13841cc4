import type { ChangeChannel } from '#contract/channels.ts'
import type { ChannelId } from '#contract/ids.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { changesBetween, recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { type Channel, inWords } from './channel.ts'
import { findChannel, holdQuestionnaire, questionnaireName, updateChannel } from './store.ts'

/**
 * Saves a channel's settings over the version that was read.
 *
 * @refuses request.not-found | access.refused | channels.changed-meanwhile | questionnaires.unknown
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
    // Nobody else's save is gone over; a questionnaire that went meanwhile is no fault of this form.
    if (before.version !== change.version) throw refusal('channels.changed-meanwhile')
    await refuseUnknownQuestionnaire(tx, before, change)
    const after = await updateChannel(tx, channelId, change)
    if (!after) throw refusal('channels.changed-meanwhile')
    events.append(tx, settingsChanged('channels'))
    const target = { kind: 'channel', id: after.id, name: after.name } as const
    recordDeed(
      tx,
      actor,
      { act: 'channels.changed', target, ...changesBetween(await told(tx, before), await told(tx, after)) },
      needs,
    )
    return after
  })
}

/** One that the channel begins with already may stay. */
async function refuseUnknownQuestionnaire(
  tx: OrganisationTransaction,
  { questionnaireId, subAccountId }: Channel,
  change: ChangeChannel,
): Promise<void> {
  const wished = change.questionnaireId
  if (wished == null || wished === questionnaireId) return
  if ((await holdQuestionnaire(tx, { id: wished, subAccountId })) === undefined)
    throw refusal('questionnaires.unknown', { field: 'questionnaireId' })
}

async function told(tx: OrganisationTransaction, channel: Channel): Promise<JournalChanges> {
  const { questionnaireId } = channel
  const name = questionnaireId && (await questionnaireName(tx, questionnaireId))
  return { ...inWords(channel), questionnaires: name ? [name] : [] }
}
