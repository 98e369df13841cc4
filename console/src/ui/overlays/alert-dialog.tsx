import { lazy, type ReactNode, Suspense } from 'react'
import { part } from '../parts.ts'
import { useWasOpened } from './use-was-opened.ts'

export interface AlertDialogProps {
  isOpen: boolean
  onClose: () => void
  /** The question, naming what it is about. */
  title: string
  /** What exactly will happen. */
  children: ReactNode
  confirm: {
    /** The act itself in a word (« Supprimer »), never « OK ». */
    label: string
    isDanger?: boolean
    /** Cannot be done as things are; the text says why. */
    isDisabled?: boolean
    /** Closes when it is done; a sentence handed back is shown instead and nothing closes. */
    act: () => Promise<string | null>
  }
  cancelLabel?: string
}

const AlertDialogBox = lazy(
  part(() => import('./alert-dialog-box.tsx').then(({ AlertDialogBox }) => ({ default: AlertDialogBox }))),
)

/** Asks before something that cannot simply be taken back. The way out has the focus first. */
export function AlertDialog(props: AlertDialogProps) {
  if (!useWasOpened(props.isOpen)) return null
  return (
    <Suspense>
      <AlertDialogBox {...props} />
    </Suspense>
  )
}
