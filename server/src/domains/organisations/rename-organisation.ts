import type { Platform } from '#server/platform/platform.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { organisationName, setOrganisationName } from './store.ts'

/** Gives the organisation another name, which its people and visitors read from then on. */
export async function renameOrganisation(
  actor: Actor,
  name: string,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>,
): Promise<void> {
  await needs.database.transaction(actor.organisationId, async (tx) => {
    const earlier = await organisationName(tx)
    if (earlier === name) return
    await setOrganisationName(tx, name)
    needs.events.append(tx, settingsChanged('organisation'))
    const target = { kind: 'organisation', id: tx.organisationId, name } as const
    recordDeed(tx, actor, { act: 'organisation.renamed', target, before: { name: earlier }, after: { name } }, needs)
  })
}
