import type { OrganisationId, SalesRequestId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { settingsChanged } from '../settings-changed.ts'
import { setAnswered } from './sales-store.ts'

/** The operator has dealt with a request: whoever asked reads so. False: it was no open one. */
export async function answerRequest(
  { organisationId, id }: { organisationId: OrganisationId; id: SalesRequestId },
  { database, events, clock }: Pick<Platform, 'database' | 'events' | 'clock'>,
): Promise<boolean> {
  return database.transaction(organisationId, async (tx) => {
    if (!(await setAnswered(tx, id, clock.now()))) return false
    events.append(tx, settingsChanged('billing'))
    return true
  })
}
