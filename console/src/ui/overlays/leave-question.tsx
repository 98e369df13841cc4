import { useBlocker } from '@tanstack/react-router'
import { useWords } from '../words.tsx'
import { AlertDialog } from './alert-dialog.tsx'

/** Asks before unsaved words are left: inside the console by a question, at its closing by the browser's own. */
export function LeaveQuestion({ isDirty }: { isDirty: boolean }) {
  const words = useWords().ui.unsaved
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  const leave = async () => {
    leaving.proceed?.()
    return null
  }
  return (
    <AlertDialog
      isOpen={leaving.status === 'blocked'}
      onClose={() => leaving.reset?.()}
      title={words.title}
      confirm={{ label: words.leave, isDanger: true, act: leave }}
      cancelLabel={words.stay}
    >
      {words.text}
    </AlertDialog>
  )
}
