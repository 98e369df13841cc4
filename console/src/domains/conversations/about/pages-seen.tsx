import { useState } from 'react'
import type { About } from '#contract/about.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'
import { PageLink } from './page-link.tsx'

/** More are shown when asked for. */
const shownFirst = 5

/** The pages the visitor has had before them, the newest first. */
export function PagesSeen({ conversation, about }: { conversation: ConversationForAgent; about: About | undefined }) {
  const words = useWords().conversations.about
  const [isWhole, setWhole] = useState(false)
  const { page, pagesSeen } = conversation
  const pages = about?.pages ?? []
  const shown = isWhole ? pages : pages.slice(0, shownFirst)
  const rest = pages.length - shownFirst
  // A widget that keeps no pages still says from which one the visitor writes.
  const isOnlyPage = pagesSeen === 0 && page !== null
  return (
    <section aria-label={words.pages} className="border-b border-line px-4 py-3">
      <h3 className="mb-2 font-semibold">
        {words.pages} {pagesSeen > 0 && <span className="font-medium text-ink-soft tabular-nums">{pagesSeen}</span>}
      </h3>
      {isOnlyPage && <PageLink url={page.url} title={page.title} />}
      {!isOnlyPage && pagesSeen === 0 && <p className="text-ink-soft">{words.pagesNone}</p>}
      <ol className="grid gap-2">
        {shown.map(({ url, title, seenAt }) => (
          <li key={`${seenAt} ${url}`} className="flex items-start gap-2">
            <span aria-hidden="true" className="mt-1.5 size-1.75 flex-none rounded-full border border-line-strong" />
            <div className="min-w-0 flex-1">
              <PageLink url={url} title={title} />
            </div>
            <RelativeTime at={seenAt} className="flex-none text-xs text-ink-soft" />
          </li>
        ))}
      </ol>
      {isWhole && pagesSeen > pages.length && (
        <p className="mt-2 text-xs text-ink-soft">{words.pagesKept(pages.length)}</p>
      )}
      {rest > 0 && (
        <div className="mt-1.5">
          <Button kind="quiet" size="small" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
            {isWhole ? words.pagesLess : words.pagesMore(rest)}
          </Button>
        </div>
      )}
    </section>
  )
}
