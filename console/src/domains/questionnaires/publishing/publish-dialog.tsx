import type { Draft } from '#contract/drafts.ts'
import type { BuilderWords } from '#words/builder.ts'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'

interface PublishDialogProps {
  draft: Draft
  /** Those that begin with it, by name. */
  channels: readonly string[]
  words: BuilderWords
  onPublish: () => Promise<string | null>
  onClose: () => void
}

/** Says what publishing will do, and for whom, before it does. */
export function PublishDialog({ draft, channels, words, onPublish, onClose }: PublishDialogProps) {
  const said = words.publishing
  const number = (draft.published?.number ?? 0) + 1
  const isSame = draft.published !== null && !draft.differs
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={said.title(number)}
      confirm={{ label: words.publish, isDisabled: isSame, act: onPublish }}
    >
      {isSame && draft.published ? (
        <p>{said.nothingNew(draft.published.number)}</p>
      ) : (
        <>
          <p>{said.channels(channels)}</p>
          <p>{said.inTheMiddle}</p>
        </>
      )}
    </AlertDialog>
  )
}
