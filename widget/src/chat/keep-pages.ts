import { visitorLimits } from '#contract/limits.ts'
import type { ConversationForVisitor, SeenPages } from '#contract/visitors.ts'
import { recall, remember } from '../memory.ts'
import { seenPages } from '../seen.ts'
import { pageAt } from './page.ts'

/** Further pages within this time are told with the first. */
const pauseMs = 3_000

interface PagesSettings {
  channelKey: string
  conversation: () => ConversationForVisitor | null
  tell(seen: SeenPages): Promise<unknown>
}

/** Tells of the pages the visitor has been on: with their words, and while somebody may follow them, a few at a time. */
export function keepPages({ channelKey, conversation, tell }: PagesSettings) {
  let isDue = false

  const pages = {
    /** What nobody was told of yet. */
    untold(): SeenPages | null {
      const toldAt = Number(recall(channelKey, 'told'))
      const untold = seenPages(channelKey).flatMap(([at, href, title]) => {
        const page = Number.isSafeInteger(at) && at > toldAt ? pageOf(href, title) : null
        return page ? [{ ...page, at }] : []
      })
      return untold.length > 0 ? { now: Date.now(), pages: untold.slice(-visitorLimits.pagesPerTelling) } : null
    },
    told(seen: SeenPages | null): void {
      const last = seen?.pages.at(-1)
      if (last) remember(channelKey, 'told', `${last.at}`)
    },
    /** To be called whenever there may be something to tell. What does not arrive is told the next time. */
    look(): void {
      if (isDue) return
      isDue = true
      setTimeout(async () => {
        isDue = false
        const now = conversation()
        const seen = now && now.state !== 'closed' ? pages.untold() : null
        if (!seen) return
        await tell(seen).then(
          () => pages.told(seen),
          () => {},
        )
      }, pauseMs)
    },
  }
  return pages
}

function pageOf(href: string, title: string) {
  try {
    return pageAt(new URL(href), title)
  } catch {
    return null
  }
}
