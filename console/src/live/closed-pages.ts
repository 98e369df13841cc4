import { withConversation } from '#client/agent-state.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ReplyOf } from '#contract/routes.ts'
import { type Cell, makeCell, type Readable } from './cell.ts'
import type { KnownState } from './known-state.ts'

/** The end of what is loaded of the closed conversations, most recently closed first. */
export type ClosedEnd = Pick<ConversationForAgent, 'stateSince' | 'id'>

/** Closed conversations of everywhere, or of one sub-account, page by page. */
export interface ClosedPages {
  /** Null: nothing is loaded, or there is nothing. */
  readonly end: Readable<ClosedEnd | null>
  /** Whether there are older ones than those that are loaded. */
  readonly hasMore: Readable<boolean>
  readonly progress: Readable<'idle' | 'loading' | 'failed'>
  /** A snapshot begins with what it holds of them, the most recent. */
  startFrom(first: readonly ConversationForAgent[], hasMore: boolean): void
  /** Fetches the next page; nothing happens while one is on its way, or when there is no more. */
  loadMore(): Promise<void>
}

type Page = ReplyOf<'GET /organisations/:organisationId/conversations'>

export function createClosedPages(
  known: Cell<KnownState>,
  fetchPage: (after: ClosedEnd | null) => Promise<Page>,
): ClosedPages {
  const end = makeCell<ClosedEnd | null>(null)
  const hasMore = makeCell(false)
  const progress = makeCell<'idle' | 'loading' | 'failed'>('idle')
  // A snapshot that comes in between begins anew: a page that was asked for before no longer joins.
  let starts = 0
  return {
    end,
    hasMore,
    progress,
    startFrom(first, more) {
      starts += 1
      end.write(first.at(-1) ?? null)
      hasMore.write(more)
      progress.write('idle')
    },
    async loadMore() {
      if (progress.read() === 'loading' || !hasMore.read()) return
      progress.write('loading')
      const started = starts
      try {
        const page = await fetchPage(end.read())
        const state = known.read()
        if (!state || starts !== started) return
        known.write(page.conversations.reduce(withConversation, state))
        end.write(page.conversations.at(-1) ?? end.read())
        hasMore.write(page.more)
        progress.write('idle')
      } catch {
        // Whatever it was, the list says so and offers to try again.
        if (starts === started) progress.write('failed')
      }
    },
  }
}

/**
 * The closed conversations without a hole between them: older ones that are known for another reason (one was opened by
 * its address, or noted in) wait until the pages reach them.
 */
export function joinedClosed(
  closed: readonly ConversationForAgent[],
  end: ClosedEnd | null,
  hasMore: boolean,
): readonly ConversationForAgent[] {
  if (!hasMore) return closed
  const beyond = closed.findIndex(
    ({ stateSince, id }) =>
      end === null || stateSince < end.stateSince || (stateSince === end.stateSince && id < end.id),
  )
  return beyond === -1 ? closed : closed.slice(0, beyond)
}
