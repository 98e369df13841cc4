import { passesFilter } from '#client/conversation-filter.ts'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { Inbox } from '#contract/conversations.ts'
import type { Cell } from './cell.ts'
import { type ClosedEnd, type ClosedPages, createClosedPages } from './closed-pages.ts'
import type { KnownState } from './known-state.ts'

type FetchPage = (
  filter: ConversationFilter,
  after: ClosedEnd | null,
) => ReturnType<Parameters<typeof createClosedPages>[1]>

/** Of so many the pages are known at once: somebody tries filters one after the other, and goes back to few. */
const keptMost = 20

/** Closed conversations of all, and of each filter that was looked through: each has its own pages and its own end. */
export function createClosedByFilter(known: Cell<KnownState>, fetchPage: FetchPage) {
  const kept = new Map<string, { pages: ClosedPages; filter: ConversationFilter }>()
  let first: Pick<Inbox, 'closed' | 'more'> | null = null

  /** The newest page of all holds the newest that pass. */
  function begin(pages: ClosedPages, filter: ConversationFilter): void {
    if (!first) return
    pages.startFrom(
      first.closed.filter((conversation) => passesFilter(conversation, filter)),
      first.more.closed,
    )
  }

  return {
    of(filter: ConversationFilter): ClosedPages {
      const key = JSON.stringify(Object.entries(filter).sort())
      const earlier = kept.get(key)
      if (earlier) return earlier.pages
      const pages = createClosedPages(known, (after) => fetchPage(filter, after))
      begin(pages, filter)
      for (const oldest of kept.keys()) if (kept.size >= keptMost) kept.delete(oldest)
      kept.set(key, { pages, filter })
      return pages
    },
    startFrom(snapshot: Pick<Inbox, 'closed' | 'more'>): void {
      first = snapshot
      for (const { pages, filter } of kept.values()) begin(pages, filter)
    },
  }
}
