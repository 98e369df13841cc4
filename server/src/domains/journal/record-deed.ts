import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Deed, Doer, Entry } from './entry.ts'
import { appendEntry } from './store.ts'

type Needs = Pick<Platform, 'events' | 'clock' | 'ids'>

/** When something happened, and what it is called in every journal that tells of it. */
type Happening = Pick<Entry, 'id' | 'at'>

/**
 * Writes an act into the journal, inside the transaction of the act: both are there, or neither. Nothing changes or deletes
 * the entry afterwards.
 *
 * `happening` is for what is told after it happened, by a job that may run twice: the same one writes one entry.
 */
export function recordDeed(
  tx: OrganisationTransaction,
  by: Doer,
  { act, target, before, after }: Deed,
  { events, clock, ids }: Needs,
  happening: Happening = { id: ids.journalEntry(), at: clock.now() },
): void {
  appendEntry(tx, { ...happening, act, by, target, before: before ?? null, after: after ?? null, refusal: null })
  events.append(tx, settingsChanged('journal'))
}
