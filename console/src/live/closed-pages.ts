import { withClosedPage } from '#client/agent-state.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ReplyOf } from '#contract/routes.ts'
import { type Cell, makeCell, type Readable } from './cell.ts'
import type { KnownState } from './known-state.ts'

/** The end of what is loaded of the closed conversations, most recently closed first. */
export type ClosedEnd = Pick<ConversationForAgent, 'stateSince' | 'id'>

export interface ClosedPages {
  /** Null: nothing is loaded, or there is nothing. */
  readonly end: Readable<ClosedEnd | null>
  readonly progress: Readable<'idle' | 'loading' | 'failed'>
  /** A snapshot begins with the first page again. */
  startFrom(firstPage: readonly ConversationForAgent[]): void
  /** Fetches the next page; nothing happens while one is on its way, or when there is no more. */
  loadMore(): Promise<void>
}

type Page = ReplyOf<'GET /organisations/:organisationId/conversations'>

export function createClosedPages(
  known: Cell<KnownState>,
  fetchPage: (after: ClosedEnd | null) => Promise<Page>,
): ClosedPages {
  const end = makeCell<ClosedEnd | null>(null)
  const progress = makeCell<'idle' | 'loading' | 'failed'>('idle')
  return {
    end,
    progress,
    startFrom(firstPage) {
      end.write(firstPage.at(-1) ?? null)
      progress.write('idle')
    },
    async loadMore() {
      if (progress.read() === 'loading' || !known.read()?.more.closed) return
      progress.write('loading')
      const asked = end.read()
      try {
        const page = await fetchPage(asked)
        const state = known.read()
        // A snapshot came in between and began anew: this page no longer joins.
        if (!state || end.read() !== asked) return
        known.write(withClosedPage(state, page))
        end.write(page.conversations.at(-1) ?? asked)
        progress.write('idle')
      } catch {
        // Whatever it was, the list says so and offers to try again.
        progress.write('failed')
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
