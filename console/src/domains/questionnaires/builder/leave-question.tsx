import { useBlocker } from '@tanstack/react-router'
import type { BuilderWords } from '#words/builder.ts'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import type { DraftSaver } from '../saving/draft-saver.ts'

/** Saves before the page is left, and asks only where that cannot be done. */
export function LeaveQuestion({ saver, words }: { saver: DraftSaver; words: BuilderWords }) {
  const leaving = useBlocker({
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await saver.flush()),
    enableBeforeUnload: saver.isDirty,
    withResolver: true,
  })
  return (
    <AlertDialog
      isOpen={leaving.status === 'blocked'}
      onClose={() => leaving.reset?.()}
      title={words.leaving.title}
      cancelLabel={words.leaving.stay}
      confirm={{
        label: words.leaving.leave,
        isDanger: true,
        act: async () => {
          leaving.proceed?.()
          return null
        },
      }}
    >
      {words.leaving.text}
    </AlertDialog>
  )
}
