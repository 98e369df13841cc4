import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { useWords } from '../../../ui/words.tsx'
import { focusSearchField } from '../lists/search-field-id.ts'
import { wishFocus } from '../thread/thread-focus.ts'
import { visitorName } from '../visitor-name.ts'
import { neighbourOf } from './found-focus.ts'

interface FoundRowProps {
  conversation: ConversationForAgent
  /** Where it opens; null: at its end. */
  at: number | null
  /** Instead of the visitor's name as it is. */
  name?: ReactNode
  children: ReactNode
}

/** Something that was found, opening its conversation there. Arrows walk on, Escape goes back to the search. */
export function FoundRow({ conversation, at, name, children }: FoundRowProps) {
  const words = useWords().conversations
  const subAccountName = useKnown(
    ({ subAccounts }) =>
      subAccounts.length > 1 ? subAccounts.find(({ id }) => id === conversation.subAccountId)?.name : undefined,
    undefined,
  )
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown') neighbourOf(event.currentTarget, 1)?.focus()
    else if (event.key === 'ArrowUp') (neighbourOf(event.currentTarget, -1) ?? searchField).focus()
    else if (event.key === 'Escape') focusSearchField()
    else return
    event.preventDefault()
  }
  return (
    <li>
      <Link
        data-found-row
        to="/conversations/$conversationId"
        params={{ conversationId: conversation.id }}
        search={(now) => ({ ...now, at: at ?? undefined })}
        activeOptions={{ exact: true, includeSearch: true }}
        onKeyDown={onKeyDown}
        onClick={() => at === null && wishFocus(conversation.id)}
        className="mx-2 grid gap-0.5 rounded-m px-2.5 py-2 text-ink no-underline -outline-offset-2 transition-colors hover:bg-sunken aria-[current=page]:bg-green-wash"
      >
        <span className="flex min-w-0 items-center gap-1.5">
          <bdi className="truncate font-medium">{name ?? visitorName(conversation.visitor, words)}</bdi>
          {subAccountName !== undefined && (
            <span className="ml-auto max-w-28 flex-none truncate text-xs text-ink-soft phone:text-s">
              {subAccountName}
            </span>
          )}
        </span>
        {children}
      </Link>
    </li>
  )
}

const searchField = { focus: focusSearchField }
