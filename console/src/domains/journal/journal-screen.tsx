import { ArrowUp, ChevronDown, Download, ScrollText, SearchX } from 'lucide-react'
import { apiRoot } from '#contract/addresses.ts'
import type { AgentId } from '#contract/ids.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { DayList } from './day-list.tsx'
import { JournalFilters } from './journal-filters.tsx'
import { isEverything, type JournalSearch, queryOf } from './search.ts'
import { useAtTop } from './use-at-top.ts'
import { useHeldEntries } from './use-held-entries.ts'
import type { useJournal } from './use-journal.ts'

interface JournalScreenProps {
  journal: ReturnType<typeof useJournal>
  people: readonly { id: AgentId; name: string }[]
  search: JournalSearch
  onSearch: (search: JournalSearch) => void
}

/** What happened, newest first, day by day; searched, and exported as it is searched. */
export function JournalScreen({ journal, people, search, onSearch }: JournalScreenProps) {
  const { words: all, locale } = useSpeech()
  const { organisationId } = useMe()
  const words = all.journal
  const exported = new URLSearchParams({ ...queryOf(search, new Date()), locale })
  return (
    <div className="grid max-w-240 gap-4">
      <PageHeading
        title={words.title}
        text={words.text}
        actions={
          <a
            href={`${apiRoot}/organisations/${organisationId}/journal.csv?${exported}`}
            download
            className={buttonLook()}
          >
            <Icon of={Download} className="flex-none" />
            {words.export}
          </a>
        }
      />
      <JournalFilters search={search} people={people} onSearch={onSearch} />
      <Found key={JSON.stringify(search)} journal={journal} search={search} onSearch={onSearch} />
    </div>
  )
}

function Found({ journal, search, onSearch }: Omit<JournalScreenProps, 'people'>) {
  const { journal: words, ui } = useSpeech().words
  const { newest, known, loadOlder, isLoadingOlder } = journal
  const { mark, isAtTop } = useAtTop()
  const { shown, waiting, release } = useHeldEntries(known?.entries ?? none, !isAtTop)
  if (newest.isError && !known)
    return <ErrorState onRetry={() => void newest.refetch()} isRetrying={newest.isFetching} />
  if (!known) return <SkeletonRows />
  if (known.entries.length === 0)
    return isEverything(search) ? (
      <EmptyState icon={ScrollText} title={words.empty.title}>
        {words.empty.text}
      </EmptyState>
    ) : (
      <EmptyState
        icon={SearchX}
        title={words.nothing.title}
        actions={<Button onPress={() => onSearch({})}>{words.nothing.clear}</Button>}
      >
        {words.nothing.text}
      </EmptyState>
    )
  return (
    <div className="grid gap-4">
      <span ref={mark} aria-hidden="true" className="-mb-4 h-px" />
      {waiting > 0 && (
        <div className="sticky top-0 z-1 justify-self-center">
          <Button size="small" icon={ArrowUp} onPress={release}>
            {ui.showNewcomers(waiting)}
          </Button>
        </div>
      )}
      <DayList entries={shown} />
      <div className="justify-self-center">
        {known.more ? (
          <Button icon={ChevronDown} isBusy={isLoadingOlder} onPress={loadOlder}>
            {words.older}
          </Button>
        ) : (
          <p className="text-s text-ink-soft">{words.end}</p>
        )}
      </div>
    </div>
  )
}

const none: never[] = []
