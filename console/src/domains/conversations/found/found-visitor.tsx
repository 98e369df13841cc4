import type { FoundVisitor as Found } from '#contract/search.ts'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'
import { FoundRow } from './found-row.tsx'
import { Marked } from './marked.tsx'

/** A visitor who is so called: by their name, their address, and how their conversation stands. */
export function FoundVisitor({ conversation, name, email }: Found) {
  const words = useWords().conversations
  return (
    <FoundRow conversation={conversation} at={null} name={name && <Marked passage={name} />}>
      {email && (
        <span className="truncate text-s text-ink-soft phone:text-m">
          <Marked passage={email} />
        </span>
      )}
      <span className="flex gap-1.5 text-xs text-ink-soft phone:text-s">
        {words.thread.state[conversation.state]} · <RelativeTime at={conversation.lastActivityAt} />
      </span>
    </FoundRow>
  )
}
