import type { ChangeChannel } from '#contract/channels.ts'
import type { ChannelId } from '#contract/ids.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import { faultsOf } from '#contract/opening.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { changesBetween, recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { type Channel, type ChannelSettings, settingsAfter } from './channel.ts'
import { asTarget, type ChannelNeeds, holdChannel } from './hold-channel.ts'
import { inWords } from './in-words.ts'
import { holdQuestionnaire, questionnaireName, saveChannel } from './store.ts'

/**
 * Saves settings of a channel over the version that was read.
 *
 * @refuses request.not-found | access.refused | channels.changed-meanwhile | channels.hours-backwards | channels.hours-overlap |
 * channels.questionnaire-required | questionnaires.unknown
 */
export async function changeChannel(
  by: Actor,
  channelId: ChannelId,
  change: ChangeChannel,
  needs: ChannelNeeds,
): Promise<Channel> {
  const { database, events } = needs
  return database.transaction(by.organisationId, async (tx) => {
    const { actor, channel: before } = await holdChannel(tx, by, channelId)
    // Nobody else's save is gone over; a questionnaire that went meanwhile is no fault of this form.
    if (before.version !== change.version) throw refusal('channels.changed-meanwhile')
    refuseFaultyHours(change)
    const settings = settingsAfter(before, change)
    if (settings.whenNobody === 'questionnaire' && settings.questionnaireId === null)
      throw refusal('channels.questionnaire-required', { field: 'whenNobody' })
    await refuseUnknownQuestionnaire(tx, before, settings)

    const after = { ...before, ...settings, version: before.version + 1 }
    await saveChannel(tx, after)
    events.append(tx, settingsChanged('channels'))
    const changes = changesBetween(await told(tx, before), await told(tx, after))
    recordDeed(tx, actor, { act: 'channels.changed', target: asTarget(after), ...changes }, needs)
    return after
  })
}

function refuseFaultyHours({ hours }: ChangeChannel): void {
  const [fault] = faultsOf(hours?.week ?? [])
  if (fault) throw refusal(`channels.hours-${fault.is}`, { field: `hours.week.${fault.day}.${fault.interval}` })
}

/** One that the channel begins with already may stay. */
async function refuseUnknownQuestionnaire(
  tx: OrganisationTransaction,
  { questionnaireId: present, subAccountId }: Channel,
  { questionnaireId: wished }: ChannelSettings,
): Promise<void> {
  if (wished === null || wished === present) return
  if ((await holdQuestionnaire(tx, { id: wished, subAccountId })) === undefined)
    throw refusal('questionnaires.unknown', { field: 'questionnaireId' })
}

async function told(tx: OrganisationTransaction, channel: Channel): Promise<JournalChanges> {
  const { questionnaireId } = channel
  const name = questionnaireId && (await questionnaireName(tx, questionnaireId))
  return { ...inWords(channel), questionnaires: name ? [name] : [] }
}
