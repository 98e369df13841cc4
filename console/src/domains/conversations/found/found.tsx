import { SearchX } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button } from '../../../ui/actions/button.tsx'
import { Spinner } from '../../../ui/feedback/spinner.tsx'
import { EmptyState, ErrorState } from '../../../ui/feedback/states.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isNarrowed } from '../address.ts'
import { useAddress, useClearFilters, useFilter } from '../use-address.ts'
import { FoundMessage } from './found-message.tsx'
import { FoundVisitor } from './found-visitor.tsx'
import { useFoundMessages, useFoundVisitors } from './use-found.ts'

/** What a search finds: visitors so called, and what was said. In the lists' place. */
export function Found({ text }: { text: string }) {
  const words = useWords()
  const { search } = words.conversations
  const filter = useFilter()
  const visitors = useFoundVisitors(text, filter)
  const messages = useFoundMessages(text, filter)
  const foundVisitors = visitors.data?.pages.flatMap((page) => page.visitors) ?? []
  const foundMessages = messages.data?.pages.flatMap((page) => page.messages) ?? []
  const count = foundVisitors.length + foundMessages.length
  const hasMore = visitors.hasNextPage || messages.hasNextPage
  const isPending = visitors.isPending || messages.isPending
  const isSettled = !isPending && !visitors.isPlaceholderData && !messages.isPlaceholderData

  if ((visitors.isError || messages.isError) && count === 0)
    return (
      <div className="min-h-0 flex-1 overflow-auto">
        <ErrorState
          onRetry={() => {
            void visitors.refetch()
            void messages.refetch()
          }}
        />
      </div>
    )
  return (
    <section aria-label={search.results} className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto pb-2">
      <p role="status" className="px-4.5 py-1.5 text-xs text-ink-soft">
        {isSettled ? search.found(count, hasMore) : search.searching}
      </p>
      {isPending && (
        <div className="grid h-24 place-items-center">
          <Spinner label={search.searching} />
        </div>
      )}
      {isSettled && count === 0 && <NothingFound text={text} />}
      <Group title={search.visitors} query={visitors} isEmpty={foundVisitors.length === 0}>
        {foundVisitors.map((found) => (
          <FoundVisitor key={found.conversation.id} {...found} />
        ))}
      </Group>
      <Group title={search.messages} query={messages} isEmpty={foundMessages.length === 0}>
        {foundMessages.map((found) => (
          <FoundMessage key={`${found.conversation.id} ${found.seq}`} {...found} />
        ))}
      </Group>
    </section>
  )
}

interface GroupProps {
  title: string
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown; isError: boolean }
  isEmpty: boolean
  children: ReactNode
}

function Group({ title, query, isEmpty, children }: GroupProps) {
  const words = useWords()
  const titleId = useId()
  if (isEmpty) return null
  return (
    <div className="pb-2">
      <h2 id={titleId} className="sticky top-0 z-5 bg-paper px-4.5 py-1.5 text-s font-semibold">
        {title}
      </h2>
      <ul aria-labelledby={titleId}>{children}</ul>
      {query.hasNextPage && (
        <div className="px-4 pt-1">
          <Button
            kind="quiet"
            size="small"
            isBusy={query.isFetchingNextPage}
            onPress={() => void query.fetchNextPage()}
          >
            {query.isError ? words.ui.retry : words.conversations.search.more}
          </Button>
        </div>
      )}
    </div>
  )
}

function NothingFound({ text }: { text: string }) {
  const { search, filters } = useWords().conversations
  const clear = useClearFilters()
  const narrowed = isNarrowed(useAddress())
  return (
    <EmptyState
      icon={SearchX}
      title={search.noneTitle}
      actions={narrowed && <Button onPress={clear}>{filters.clear}</Button>}
    >
      {search.none(text)} {narrowed ? search.noneNarrowed : search.hint}
    </EmptyState>
  )
}
