import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import { useMe } from '../../../live/session.ts'
import { useShownSubAccount } from '../../../live/shown-sub-account.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { SkeletonRows } from '../../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { part } from '../../../ui/parts.ts'
import { reasonsQuery } from '../queries.ts'
import { ReasonsTable } from './reasons-table.tsx'
import { useArchiving } from './use-archiving.ts'

const ReasonDialog = lazy(
  part(() => import('./reason-dialog.tsx').then(({ ReasonDialog }) => ({ default: ReasonDialog }))),
)

/** Appointments → Reasons: of the sub-account that is shown, or of all in reach. */
export function ReasonsScreen() {
  const { organisationId } = useMe()
  const subAccounts = useKnown((state) => state.subAccounts, none)
  const shown = useShownSubAccount()
  const reasons = useQuery(reasonsQuery(organisationId))
  const { archive, restore } = useArchiving()
  const [task, setTask] = useState<{ edited: ReasonForAgent | null } | null>(null)

  if (reasons.isPending) return <SkeletonRows />
  if (reasons.isError) return <ErrorState onRetry={() => void reasons.refetch()} isRetrying={reasons.isFetching} />
  const { reasons: all, mayMakeIn } = reasons.data
  const makeIn = subAccounts.filter(({ id }) => mayMakeIn.includes(id))
  const isMaker = shown ? mayMakeIn.includes(shown.id) : makeIn.length > 0
  return (
    <>
      <ReasonsTable
        reasons={all.filter(({ subAccountId }) => !shown || subAccountId === shown.id)}
        subAccounts={shown ? [] : subAccounts}
        onAdd={isMaker ? () => setTask({ edited: null }) : null}
        onEdit={(edited) => setTask({ edited })}
        onArchive={archive}
        onRestore={restore}
      />
      {task && (
        <Suspense>
          <ReasonDialog
            {...task}
            all={all}
            subAccounts={makeIn}
            shownId={shown?.id ?? null}
            onClose={() => setTask(null)}
          />
        </Suspense>
      )}
    </>
  )
}

const none: never[] = []
