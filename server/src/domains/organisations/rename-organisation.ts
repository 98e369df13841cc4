import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { organisationName, setOrganisationName } from './store.ts'

/** The actor as they stand inside the transaction: a later room's, so handed in. */
export type HoldActor = (tx: OrganisationTransaction, actor: Actor) => Promise<Actor>

/** Gives the organisation another name, which its people and visitors read from then on. @refuses access.refused */
export async function renameOrganisation(
  by: Actor,
  name: string,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & { holdActor: HoldActor },
): Promise<void> {
  await needs.database.transaction(by.organisationId, async (tx) => {
    const actor = await needs.holdActor(tx, by)
    authorise(actor, 'organisation.rename', null)
    const earlier = await organisationName(tx)
    if (earlier === name) return
    await setOrganisationName(tx, name)
    needs.events.append(tx, settingsChanged('organisation'))
    const target = { kind: 'organisation', id: tx.organisationId, name } as const
    recordDeed(tx, actor, { act: 'organisation.renamed', target, before: { name: earlier }, after: { name } }, needs)
  })
}
