import type { LetterId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { settingsChanged } from '../settings-changed.ts'
import { forgotten } from './letter.ts'
import { lockLetter, updateLetter } from './store.ts'

/** The purpose of a letter ended, in the transaction that ends it: it does not leave any more, and its link is forgotten. */
export async function cancelLetter(
  tx: OrganisationTransaction,
  id: LetterId,
  { events }: Pick<Platform, 'events'>,
): Promise<void> {
  const letter = await lockLetter(tx, id)
  if (!letter || letter.state === 'sent') return
  await updateLetter(tx, id, { state: 'cancelled', ...forgotten(letter), nextAttemptAt: null })
  await events.append(tx, settingsChanged('letters'))
}
