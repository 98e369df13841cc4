import type { QuestionnaireId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { settingsChanged } from '../settings-changed.ts'
import { clearQuestionnaire } from './store.ts'

/** Channels that began with a questionnaire begin with none, in the transaction that archives it. */
export async function beginWithoutQuestionnaire(
  tx: OrganisationTransaction,
  id: QuestionnaireId,
  { events }: Pick<Platform, 'events'>,
): Promise<void> {
  if (await clearQuestionnaire(tx, id)) events.append(tx, settingsChanged('channels'))
}
