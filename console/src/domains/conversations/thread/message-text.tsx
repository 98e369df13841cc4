import { memo } from 'react'
import { textLink } from '../../../ui/actions/button-look.ts'
import { splitLinks } from './split-links.ts'
import { splitMentions } from './split-mentions.ts'

/**
 * What somebody wrote: text and nothing else. Only web addresses can be followed, and they learn nothing of this page. `named`: whom
 * it calls by "@", a line each.
 */
export const MessageText = memo(function MessageText({ text, named = '' }: { text: string; named?: string }) {
  const names = named === '' ? [] : named.split('\n')
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
      {splitLinks(text).map((part, index) =>
        part.href === null ? (
          splitMentions(part.text, names).map(({ text, isName }, place) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes, nor do its parts
            isName ? <b key={place}>{text}</b> : text,
          )
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes, nor do its parts
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow ugc" className={textLink}>
            {part.text}
          </a>
        ),
      )}
    </p>
  )
})
