import { limits } from '#contract/limits.ts'
import type { SeenPages } from '#contract/visitors.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../../callers.ts'
import { findVisitor } from '../../visitors/index.ts'
import { commitChange } from '../commit-change.ts'
import { type Conversation, sawPages } from '../conversation.ts'
import { lockByVisitor } from '../store.ts'
import { lastOf, pageViewsOf } from './page-view.ts'
import { dropOldPageViews, insertPageViews } from './store.ts'

/**
 * A visitor went on to other pages. While their conversation is closed nobody follows them: their browser keeps the last ones until
 * they speak again.
 *
 * @refuses request.not-found, before their first words
 */
export async function keepPages(
  caller: VisitorCaller,
  told: SeenPages,
  { database, events, clock }: Pick<Platform, 'database' | 'events' | 'clock'>,
): Promise<number> {
  return database.transaction(caller.organisationId, async (tx) => {
    const visitor = await findVisitor(tx, caller)
    const before = visitor && (await lockByVisitor(tx, visitor.id))
    if (!before) throw refusal('request.not-found')
    if (before.state === 'closed') return before.pagesSeen
    const seen = await insertTold(tx, before, told, clock.now())
    if (!seen) return before.pagesSeen
    const change = sawPages(before, seen)
    commitChange(tx, events, before, change)
    return change.conversation.pagesSeen
  })
}

/** Keeps what is told of, within what is kept of one conversation. Null: nothing of it is news. */
export async function insertTold(
  tx: OrganisationTransaction,
  { id, pagesSeen }: Pick<Conversation, 'id' | 'pagesSeen'>,
  told: SeenPages,
  now: Date,
): Promise<{ page: NonNullable<Conversation['page']>; count: number } | null> {
  const views = pageViewsOf(told, now)
  const last = lastOf(views)
  const count = await insertPageViews(tx, id, views)
  if (count === 0 || !last) return null
  if (pagesSeen + count > limits.pagesPerConversation) await dropOldPageViews(tx, id, limits.pagesPerConversation)
  return { page: { url: last.url, title: last.title }, count }
}
