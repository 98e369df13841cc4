import { actsOfGroup } from '#contract/journal-acts.ts'
import { limits } from '#contract/limits.ts'
import type { ParsedQuery } from '#contract/routes.ts'
import type { Platform } from '#server/platform/platform.ts'
import { authorise } from '../access/index.ts'
import type { HandlersOf } from '../callers.ts'
import { exportJournal } from './export-journal.ts'
import { forReader } from './present.ts'
import { listEntries, type Search } from './store.ts'

type Doors = 'GET /organisations/:organisationId/journal' | 'GET /organisations/:organisationId/journal.csv'

export function journalHandlers(needs: Platform): HandlersOf<Doors> {
  return {
    'GET /organisations/:organisationId/journal': async ({ caller, query }) => {
      authorise(caller, 'journal.read', null)
      const found = await needs.database.transaction(caller.organisationId, (tx) =>
        // One more than is shown says whether there are more.
        listEntries(tx, searchOf(query), { before: query.beforeId, limit: limits.journalEntriesPerPage + 1 }),
      )
      const entries = found.slice(0, limits.journalEntriesPerPage)
      return { entries: entries.map(forReader), more: found.length > entries.length }
    },

    'GET /organisations/:organisationId/journal.csv': async ({ caller, query, knock, answer }) => {
      authorise(caller, 'journal.read', null)
      answer.attachment(`journal-${needs.clock.now().toISOString().slice(0, 10)}.csv`)
      return exportJournal(caller, { search: searchOf(query), locale: query.locale ?? knock.locale }, needs)
    },
  }
}

const searchOf = ({
  group,
  personId,
  from,
  until,
  text,
}: Omit<ParsedQuery<'GET /organisations/:organisationId/journal'>, 'beforeId'>): Search => ({
  acts: group && actsOfGroup(group),
  personId,
  from: from === undefined ? undefined : new Date(from),
  until: until === undefined ? undefined : new Date(until),
  text: text === '' ? undefined : text,
})
