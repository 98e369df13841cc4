import type { Inbox } from '#contract/conversations.ts'
import type { SubAccountId } from '#contract/ids.ts'
import type { Cell } from './cell.ts'
import { type ClosedEnd, type ClosedPages, createClosedPages } from './closed-pages.ts'
import type { KnownState } from './known-state.ts'

type FetchPage = (
  subAccountId: SubAccountId | null,
  after: ClosedEnd | null,
) => ReturnType<Parameters<typeof createClosedPages>[1]>

/** Closed conversations of all places together, and of each that was looked at alone: each has its own pages and its own end. */
export function createClosedByPlace(known: Cell<KnownState>, fetchPage: FetchPage) {
  const pages = new Map<SubAccountId | null, ClosedPages>()
  let first: Pick<Inbox, 'closed' | 'more'> | null = null

  /** The newest page of all places holds the newest of each. */
  function begin(its: ClosedPages, place: SubAccountId | null): void {
    if (!first) return
    const here = first.closed.filter(({ subAccountId }) => place === null || subAccountId === place)
    its.startFrom(here, first.more.closed)
  }

  return {
    of(place: SubAccountId | null): ClosedPages {
      const earlier = pages.get(place)
      if (earlier) return earlier
      const its = createClosedPages(known, (after) => fetchPage(place, after))
      begin(its, place)
      pages.set(place, its)
      return its
    },
    startFrom(snapshot: Pick<Inbox, 'closed' | 'more'>): void {
      first = snapshot
      for (const [place, its] of pages) begin(its, place)
    },
  }
}
