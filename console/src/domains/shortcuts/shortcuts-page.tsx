import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import { api } from '../../live/api.ts'
import { sayRefusal } from '../../live/said-refusal.ts'
import { useMe } from '../../live/session.ts'
import { shortcutsQuery } from '../../live/shortcuts/query.ts'
import { useShownSubAccount } from '../../live/shown-sub-account.ts'
import { useKnown } from '../../live/use-live.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { part } from '../../ui/parts.ts'
import { useWords } from '../../ui/words.tsx'
import type { MayShare } from './owner-field.tsx'
import { ShortcutDialog } from './shortcut-dialog.tsx'
import { ShortcutsScreen } from './shortcuts-screen.tsx'

const ImportDialog = lazy(
  part(() => import('./exchange/import-dialog.tsx').then(({ ImportDialog }) => ({ default: ImportDialog }))),
)
const ExportDialog = lazy(
  part(() => import('./exchange/export-dialog.tsx').then(({ ExportDialog }) => ({ default: ExportDialog }))),
)

/** Null: a new one, perhaps of words that were written elsewhere. */
type Task = { edited: ShortcutForAgent | null; text: string }

/** Settings → Shortcuts: one's own, and what is shared in the sub-account that is shown, or in all in reach. */
export function ShortcutsPage() {
  const { shortcuts: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const subAccounts = useKnown((state) => state.subAccounts, none)
  const shown = useShownSubAccount()
  const shortcuts = useQuery(shortcutsQuery(organisationId))
  const written = useLocation({ select: ({ state }) => state.shortcutText })
  const [task, setTask] = useState<Task | null>(written === undefined ? null : { edited: null, text: written })
  const [file, setFile] = useState<'import' | 'export' | null>(null)

  const fetchAgain = () => queryClient.invalidateQueries({ queryKey: shortcutsQuery(organisationId).queryKey })
  const onError = (error: Error) => {
    sayRefusal(error, ui.failure.text)
    void fetchAgain()
  }
  const paramsOf = ({ id }: ShortcutForAgent) => ({ organisationId, shortcutId: id })
  const restoring = useMutation({
    mutationFn: (shortcut: ShortcutForAgent) =>
      api.call('POST /organisations/:organisationId/shortcuts/:shortcutId/restoration', { params: paramsOf(shortcut) }),
    onSuccess: ({ key }) => {
      toasts.show({ text: words.restored(key) })
      return fetchAgain()
    },
    onError,
  })
  const removing = useMutation({
    mutationFn: (shortcut: ShortcutForAgent) =>
      api.call('DELETE /organisations/:organisationId/shortcuts/:shortcutId', { params: paramsOf(shortcut) }),
    onSuccess: (_, shortcut) => {
      const act = { label: ui.undo, onAct: () => restoring.mutate(shortcut) }
      toasts.show({ text: words.removed(shortcut.key), act })
      return fetchAgain()
    },
    onError,
  })

  if (shortcuts.isPending) return <SkeletonRows />
  if (shortcuts.isError)
    return <ErrorState onRetry={() => void shortcuts.refetch()} isRetrying={shortcuts.isFetching} />
  const { shortcuts: all, mayMake } = shortcuts.data
  const mayShare: MayShare = {
    subAccounts: subAccounts.filter(({ id }) => mayMake.subAccountIds.includes(id)),
    mayShareWithAll: mayMake.organisation,
    shown,
  }
  return (
    <>
      <ShortcutsScreen
        shortcuts={all.filter(({ subAccountId }) => !shown || subAccountId === null || subAccountId === shown.id)}
        subAccounts={subAccounts}
        onAdd={() => setTask({ edited: null, text: '' })}
        onImport={() => setFile('import')}
        onExport={() => setFile('export')}
        onEdit={(edited) => setTask({ edited, text: '' })}
        onRemove={removing.mutate}
      />
      {task && <ShortcutDialog {...task} all={all} mayShare={mayShare} onClose={() => setTask(null)} />}
      <Suspense>
        {file === 'import' && <ImportDialog all={all} mayShare={mayShare} onClose={() => setFile(null)} />}
        {file === 'export' && <ExportDialog all={all} subAccounts={subAccounts} onClose={() => setFile(null)} />}
      </Suspense>
    </>
  )
}

const none: never[] = []
