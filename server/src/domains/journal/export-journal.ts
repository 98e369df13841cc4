import type { JournalEntryId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Actor } from '../callers.ts'
import { byteOrderMark, csvHead, csvLine } from './csv.ts'
import { forReader } from './present.ts'
import { recordDeed } from './record-deed.ts'
import { listEntries, type Search } from './store.ts'

const linesAtOnce = 500

/**
 * The journal as a table, piece by piece as it is read: a long one is never in memory as a whole. That it was exported is
 * itself written down, first.
 */
export async function exportJournal(
  actor: Actor,
  { search, locale }: { search: Search; locale: Locale },
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>,
): Promise<AsyncIterable<string>> {
  await needs.database.transaction(actor.organisationId, async (tx) => {
    recordDeed(tx, actor, { act: 'journal.exported', target: null }, needs)
  })
  return piecesOf(actor, { search, locale }, needs)
}

async function* piecesOf(
  { organisationId }: Actor,
  { search, locale }: { search: Search; locale: Locale },
  { database }: Pick<Platform, 'database'>,
): AsyncGenerator<string> {
  yield byteOrderMark + csvHead(locale)
  let before: JournalEntryId | undefined
  do {
    // Each page by itself: nothing that was written is changed, so they fit together.
    const entries = await database.transaction(organisationId, (tx) =>
      listEntries(tx, search, { before, limit: linesAtOnce }),
    )
    yield entries.map((entry) => csvLine(forReader(entry), locale)).join('')
    before = entries.length === linesAtOnce ? entries.at(-1)?.id : undefined
  } while (before)
}
