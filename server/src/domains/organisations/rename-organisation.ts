import type { Platform } from '#server/platform/platform.ts'
import type { Actor } from '../callers.ts'
import { settingsChanged } from '../settings-changed.ts'
import { setOrganisationName } from './store.ts'

/** Gives the organisation another name, which its people and visitors read from then on. */
export async function renameOrganisation(
  actor: Actor,
  name: string,
  { database, events }: Pick<Platform, 'database' | 'events'>,
): Promise<void> {
  await database.transaction(actor.organisationId, async (tx) => {
    await setOrganisationName(tx, name)
    events.append(tx, settingsChanged('organisation'))
  })
}
