import { useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from '../actions/button.tsx'
import { Notice } from '../feedback/notice.tsx'
import { useWords } from '../words.tsx'
import type { AlertDialogProps } from './alert-dialog.tsx'
import { scrimLook } from './scrim-look.ts'

/** What `AlertDialog` draws once it is opened. */
export function AlertDialogBox({ isOpen, onClose, title, children, confirm, cancelLabel }: AlertDialogProps) {
  const words = useWords().ui
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  const close = () => {
    setRefusal(null)
    onClose()
  }
  const act = async () => {
    setBusy(true)
    setRefusal(null)
    const answer = await confirm.act().catch(() => words.failure.text)
    setBusy(false)
    if (answer) setRefusal(answer)
    else close()
  }

  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => !next && !isBusy && close()}
      isKeyboardDismissDisabled={isBusy}
      className={scrimLook}
    >
      <Modal className="comes-in w-full max-w-110 phone:p-2 phone:pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        <AriaDialog role="alertdialog" className="floating grid gap-3 rounded-l p-6 outline-none phone:p-5">
          <Heading slot="title" className="text-l font-semibold tracking-tight text-balance">
            {title}
          </Heading>
          <div className="grid gap-2 text-ink-soft">{children}</div>
          {refusal && (
            <Notice kind="red" isUrgent>
              {refusal}
            </Notice>
          )}
          <div className="mt-3 flex flex-wrap justify-end gap-2 phone:grid phone:justify-stretch">
            <Button autoFocus onPress={close} isDisabled={isBusy}>
              {cancelLabel ?? words.cancel}
            </Button>
            <Button
              kind={confirm.isDanger ? 'danger' : 'main'}
              isBusy={isBusy}
              isDisabled={confirm.isDisabled}
              onPress={act}
            >
              {confirm.label}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
