import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SubAccountForAgent } from '#contract/sub-accounts.ts'
import { useMe } from '../../live/session.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { ArchiveDialog } from './archive-dialog.tsx'
import { NameDialog } from './name-dialog.tsx'
import { holdingsQuery } from './queries.ts'
import { SubAccountsScreen } from './sub-accounts-screen.tsx'
import { useRestoreSubAccount } from './use-restore-sub-account.ts'

type Task = { kind: 'add' } | { kind: 'edit' | 'archive'; subAccount: SubAccountForAgent }

/** Settings → Sub-accounts. */
export function SubAccountsPage() {
  const subAccounts = useQuery(holdingsQuery(useMe().organisationId))
  const restore = useRestoreSubAccount()
  const [task, setTask] = useState<Task | null>(null)
  const close = () => setTask(null)
  if (subAccounts.isPending) return <SkeletonRows />
  if (subAccounts.isError)
    return <ErrorState onRetry={() => void subAccounts.refetch()} isRetrying={subAccounts.isFetching} />
  const all = subAccounts.data.subAccounts
  return (
    <>
      <SubAccountsScreen
        subAccounts={all}
        onAdd={() => setTask({ kind: 'add' })}
        onEdit={(subAccount) => setTask({ kind: 'edit', subAccount })}
        onArchive={(subAccount) => setTask({ kind: 'archive', subAccount })}
        onRestore={restore}
      />
      {task?.kind === 'add' && <NameDialog subAccount={null} onClose={close} />}
      {task?.kind === 'edit' && <NameDialog subAccount={task.subAccount} onClose={close} />}
      {task?.kind === 'archive' && (
        <ArchiveDialog
          subAccount={all.find(({ id }) => id === task.subAccount.id) ?? task.subAccount}
          others={all.filter(({ id, archivedAt }) => id !== task.subAccount.id && archivedAt === null)}
          onClose={close}
        />
      )}
    </>
  )
}
