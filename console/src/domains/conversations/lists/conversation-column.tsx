import type { Lists } from '#client/agent-lists.ts'
import type { ConversationId } from '#contract/ids.ts'
import { useWords } from '../../../ui/words.tsx'
import { Found } from '../found/found.tsx'
import { useAddress, useFilter } from '../use-address.ts'
import { ConversationLists } from './conversation-lists.tsx'
import { FilterChips } from './filter-chips.tsx'
import { ListsBar } from './lists-bar.tsx'

interface ConversationColumnProps {
  lists: Lists
  opened: ConversationId | null
}

/** The page's first column: what to look for, and below it what was found, or the lists. */
export function ConversationColumn({ lists, opened }: ConversationColumnProps) {
  const words = useWords().conversations.lists
  const { q } = useAddress()
  const filter = useFilter()
  return (
    <nav
      aria-label={words.label}
      className="relative flex min-h-0 min-w-0 flex-col border-r border-line bg-paper phone:border-0"
    >
      <ListsBar />
      <FilterChips />
      {q === undefined ? (
        // Other filters are other lists: nothing of the earlier ones is held.
        <ConversationLists key={JSON.stringify(filter)} lists={lists} opened={opened} />
      ) : (
        <Found text={q} />
      )}
    </nav>
  )
}
