import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { PresentActs } from '../use-present-acts.ts'

/** Before closing a conversation that is somebody else's: it could not simply be given back. */
export function CloseQuestion({ name, asking }: { name: string; asking: PresentActs['asking'] }) {
  const words = useWords().conversations
  return (
    <AlertDialog
      isOpen={asking.isOpen}
      onClose={asking.cancel}
      title={words.closing.title(name)}
      confirm={{ label: words.acts.close, act: asking.confirm }}
    >
      <p>{words.closing.text}</p>
    </AlertDialog>
  )
}
