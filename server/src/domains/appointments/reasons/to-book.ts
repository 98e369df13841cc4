import type { ReasonsToBook } from '../../questionnaires/index.ts'
import { reasonsOf } from './store.ts'
import { takersOf } from './takers.ts'

/** What visitors of a sub-account may book, for the rooms that lead them here. */
export const reasonsToBook: ReasonsToBook = async (tx, subAccountId) => {
  const offered = (await reasonsOf(tx, subAccountId)).filter(({ archivedAt }) => archivedAt === null)
  const told = []
  for (const reason of offered.sort(byName))
    told.push({ id: reason.id, name: reason.name, isReceived: (await takersOf(tx, reason)).length > 0 })
  return told
}

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name)
