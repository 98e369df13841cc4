import { X } from 'lucide-react'
import { useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../actions/icon-button.tsx'
import { classNames } from '../class-names.ts'
import { useWords } from '../words.tsx'
import { AlertDialogBox } from './alert-dialog-box.tsx'
import type { DialogProps } from './dialog.tsx'
import { scrimLook } from './scrim-look.ts'
import { useLeaveWarning } from './use-leave-warning.ts'

const sizes = { small: 'max-w-110', medium: 'max-w-140', large: 'max-w-196', wide: 'max-w-298' }

/** What `Dialog` draws once it is opened. */
export function DialogBox({
  isOpen,
  onClose,
  title,
  size = 'medium',
  isAlert = false,
  isDirty = false,
  isBusy = false,
  footer,
  isBare = false,
  children,
}: DialogProps) {
  const words = useWords().ui
  const [isLeaving, setLeaving] = useState(false)
  useLeaveWarning(isOpen && isDirty)

  const close = () => {
    if (isBusy) return
    if (isDirty) setLeaving(true)
    else onClose()
  }

  const leave = async () => {
    onClose()
    return null
  }

  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => !next && close()}
      isDismissable={!isBusy}
      isKeyboardDismissDisabled={isBusy}
      className={scrimLook}
    >
      <Modal className={classNames('comes-in flex w-full phone:h-dvh phone:max-w-none', sizes[size])}>
        <AriaDialog
          role={isAlert ? 'alertdialog' : 'dialog'}
          className="floating flex max-h-[min(53.25rem,calc(100dvh-3rem))] w-full flex-col overflow-hidden rounded-l outline-none phone:h-full phone:max-h-none phone:rounded-none phone:border-0"
        >
          <header className="flex items-center gap-4 border-b border-line py-3 pr-3 pl-6 phone:pl-4">
            <Heading slot="title" className="min-w-0 flex-1 text-l font-semibold tracking-tight">
              {title}
            </Heading>
            <IconButton icon={X} label={words.close} onPress={close} isDisabled={isBusy} />
          </header>
          <div className={classNames('min-h-0 flex-1 overflow-auto', !isBare && 'px-6 py-5 phone:px-4')}>
            {children}
          </div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-paper px-6 py-3.5 phone:px-4 phone:pb-[max(0.875rem,env(safe-area-inset-bottom))]">
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
      <AlertDialogBox
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        title={words.unsaved.title}
        confirm={{ label: words.unsaved.leave, isDanger: true, act: leave }}
        cancelLabel={words.unsaved.stay}
      >
        {words.unsaved.text}
      </AlertDialogBox>
    </ModalOverlay>
  )
}
