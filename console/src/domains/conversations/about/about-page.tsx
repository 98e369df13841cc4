import { ExternalLink } from 'lucide-react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { textLink } from '../../../ui/actions/button-look.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { safeHref } from '../thread/split-links.ts'

/** The page the visitor last wrote from. Title and address are claims of a browser: text, and a link only where it is safe. */
export function AboutPage({ page }: { page: NonNullable<ConversationForAgent['page']> }) {
  const words = useWords().conversations.about
  const href = safeHref(page.url)
  return (
    <section aria-label={words.pageNow} className="border-b border-line px-4 py-3">
      <h3 className="mb-2 font-semibold">{words.pageNow}</h3>
      {page.title && (
        <p dir="auto" className="mb-0.5 wrap-anywhere">
          {page.title}
        </p>
      )}
      {href === null ? (
        <p className="text-ink-soft wrap-anywhere">{page.url}</p>
      ) : (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          title={words.openPage}
          className={`${textLink} wrap-anywhere`}
        >
          {shortAddress(href)}
          <Icon of={ExternalLink} size="xxs" className="ml-1 inline" />
          <span className="unseen">{words.openPage}</span>
        </a>
      )}
    </section>
  )
}

/** Without what every address begins with, and what it only carries along. */
function shortAddress(href: string): string {
  const { host, pathname } = new URL(href)
  return pathname === '/' ? host : `${host}${pathname}`
}
