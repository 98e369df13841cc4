import { lazy, type ReactNode, Suspense } from 'react'
import { part } from '../parts.ts'
import { useWasOpened } from './use-was-opened.ts'

export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** small 440, medium 560, large 784, wide 1192 px; always the whole screen on a phone. */
  size?: 'small' | 'medium' | 'large' | 'wide'
  /** Keeps somebody from what they wished, and says why: read out at once. */
  isAlert?: boolean
  /** What was typed here is not saved: closing asks first. */
  isDirty?: boolean
  /** Under way: cannot be closed. */
  isBusy?: boolean
  /** At the bottom, always in sight: the buttons, the main one last. */
  footer?: ReactNode
  /** The body brings its own padding and columns. */
  isBare?: boolean
  children: ReactNode
}

const DialogBox = lazy(part(() => import('./dialog-box.tsx').then(({ DialogBox }) => ({ default: DialogBox }))))

/** A task of its own over the page. Escape, the cross and a click outside close it, unless something would be lost. */
export function Dialog(props: DialogProps) {
  if (!useWasOpened(props.isOpen)) return null
  return (
    <Suspense>
      <DialogBox {...props} />
    </Suspense>
  )
}
