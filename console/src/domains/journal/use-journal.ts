import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api } from '../../live/api.ts'
import { sayRefusal } from '../../live/said-refusal.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { useWords } from '../../ui/words.tsx'
import { type KnownEntries, withNewest, withOlder } from './known-entries.ts'
import { type JournalSearch, queryOf } from './search.ts'

/** The journal as far as it was fetched. The newest page follows what happens; older ones are added when asked for. */
export function useJournal(search: JournalSearch) {
  const { organisationId } = useMe()
  const words = useWords().ui
  const params = { organisationId }
  const sought = JSON.stringify(search)
  const [older, setOlder] = useState<{ sought: string; known: KnownEntries } | null>(null)

  const newest = useQuery({
    queryKey: [...settingsKey(organisationId, 'journal'), search],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/journal', { params, query: queryOf(search, new Date()), signal }),
  })
  const earlier = older?.sought === sought ? older.known : null
  const known = useMemo(() => newest.data && withNewest(earlier, newest.data), [newest.data, earlier])
  // Kept when it grew: the next newest page joins what is known by now. Set while drawing, as React allows.
  if (known && earlier !== known) setOlder({ sought, known })

  const loading = useMutation({
    mutationFn: async (from: KnownEntries) => {
      const query = { ...queryOf(search, new Date()), beforeId: from.entries.at(-1)?.id }
      return api.call('GET /organisations/:organisationId/journal', { params, query })
    },
    onError: (error) => sayRefusal(error, words.failure.text),
    onSuccess: (page) =>
      setOlder((now) => (now?.sought === sought ? { sought, known: withOlder(now.known, page) } : now)),
  })

  return {
    newest,
    known,
    loadOlder: () => {
      if (known) loading.mutate(known)
    },
    isLoadingOlder: loading.isPending,
  }
}
