import { useBlocker } from '@tanstack/react-router'
import type { ReactNode, RefObject } from 'react'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words.tsx'

interface FormDialogProps {
  title: string
  /** What was typed here is not saved: every way out asks first. */
  isDirty: boolean
  isBusy: boolean
  /** Set when what was typed has been saved: nothing asks any more, even before the next drawing. */
  isFree: RefObject<boolean>
  onClose: () => void
  footer: ReactNode
  size?: 'medium' | 'wide'
  isBare?: boolean
  children: ReactNode
}

/** A form at an address of its own, over the list. The cross, Escape, the browser's own way back and its closing ask alike. */
export function FormDialog({ isDirty, isFree, size = 'wide', isBare = true, ...dialog }: FormDialogProps) {
  const { ui } = useWords()
  const leaving = useBlocker({
    shouldBlockFn: () => isDirty && !isFree.current,
    enableBeforeUnload: () => isDirty && !isFree.current,
    withResolver: true,
  })
  const leave = async () => {
    leaving.proceed?.()
    return null
  }
  return (
    <>
      <Dialog {...dialog} isOpen size={size} isBare={isBare} />
      <AlertDialog
        isOpen={leaving.status === 'blocked'}
        onClose={() => leaving.reset?.()}
        title={ui.unsaved.title}
        confirm={{ label: ui.unsaved.leave, isDanger: true, act: leave }}
        cancelLabel={ui.unsaved.stay}
      >
        {ui.unsaved.text}
      </AlertDialog>
    </>
  )
}
