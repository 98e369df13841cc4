import { getRouteApi } from '@tanstack/react-router'
import { JournalScreen } from './journal-screen.tsx'
import { withoutGaps } from './search.ts'
import { useJournal } from './use-journal.ts'
import { usePeople } from './use-people.ts'

const route = getRouteApi('/frame/settings/journal')

/** Settings → the journal. What is looked for stands in the address. */
export function JournalPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <JournalScreen
      journal={useJournal(search)}
      people={usePeople()}
      search={search}
      onSearch={(next) => void navigate({ search: withoutGaps(next), replace: true })}
    />
  )
}
