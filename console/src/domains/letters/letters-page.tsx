import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { LetterId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { part } from '../../ui/parts.ts'
import { LettersScreen } from './letters-screen.tsx'

const LetterDialog = lazy(part(() => import('./letter-dialog.tsx').then((file) => ({ default: file.LetterDialog }))))

/** Settings → the outbox. */
export function LettersPage() {
  const { organisationId } = useMe()
  const [read, setRead] = useState<LetterId | null>(null)
  const letters = useQuery({
    queryKey: settingsKey(organisationId, 'letters'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/letters', { params: { organisationId }, signal }),
  })
  if (letters.isPending) return <SkeletonRows />
  if (letters.isError) return <ErrorState onRetry={() => void letters.refetch()} isRetrying={letters.isFetching} />
  return (
    <>
      <LettersScreen letters={letters.data.letters} hasMailServer={letters.data.smtp} onRead={setRead} />
      {read && (
        <Suspense>
          <LetterDialog letterId={read} onClose={() => setRead(null)} />
        </Suspense>
      )}
    </>
  )
}
