import { ExternalLink } from 'lucide-react'
import { textLink } from '../../../ui/actions/button-look.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { safeHref } from '../thread/split-links.ts'

/** A page by its title and address. Both are claims of a browser: text, and a link only where it is safe. */
export function PageLink({ url, title }: { url: string; title: string }) {
  const words = useWords().conversations.about
  const href = safeHref(url)
  return (
    <>
      {title && (
        <span dir="auto" className="block wrap-anywhere">
          {title}
        </span>
      )}
      {href === null ? (
        <span className="block text-ink-soft wrap-anywhere">{url}</span>
      ) : (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          title={words.openPage}
          className={`${textLink} wrap-anywhere`}
        >
          {shortAddress(href)}
          {/* A word joiner: the sign never stands on a line of its own. */}
          <span className="whitespace-nowrap">
            {'\u2060'}
            <Icon of={ExternalLink} size="xxs" className="ml-1 inline" />
          </span>
          <span className="unseen">{words.openPage}</span>
        </a>
      )}
    </>
  )
}

/** Without what every address begins with, and what it only carries along. */
function shortAddress(href: string): string {
  const { host, pathname } = new URL(href)
  return pathname === '/' ? host : `${host}${pathname}`
}
