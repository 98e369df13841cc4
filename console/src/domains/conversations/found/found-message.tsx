import type { FoundMessage as Found } from '#contract/search.ts'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'
import { firstName } from '../visitor-name.ts'
import { FoundRow } from './found-row.tsx'
import { Marked } from './marked.tsx'

/** Words or a note: the passage, who said it and when. */
export function FoundMessage({ conversation, seq, kind, author, passage, sentAt }: Found) {
  const words = useWords().conversations.search
  return (
    <FoundRow conversation={conversation} at={seq}>
      <span dir="auto" className="line-clamp-2 text-s wrap-anywhere text-ink-soft phone:text-m">
        {kind === 'note' && <span className="font-medium text-amber">{words.note} </span>}
        <Marked passage={passage} />
      </span>
      <span className="flex min-w-0 gap-1.5 text-xs text-ink-soft phone:text-s">
        <RelativeTime at={sentAt} />
        <span className="ml-auto truncate">{author.kind === 'agent' ? firstName(author.name) : words.byVisitor}</span>
      </span>
    </FoundRow>
  )
}
