import { useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { limits } from '#contract/limits.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useReassigningWords } from '../../../live/use-reassigning-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import { Menu, MenuAct } from '../../../ui/overlays/menu.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { useKeep } from '../use-keep.ts'

/** Where nobody can take an appointment over: its visitor chooses another time, or it is called off. */
export function OtherWays({ appointment }: { appointment: AppointmentForAgent }) {
  const reassigning = useReassigningWords()
  const { ui } = useWords()
  const words = reassigning.other
  const keep = useKeep()
  const [isCancelling, setCancelling] = useState(false)
  const [why, setWhy] = useState('')
  const who = appointment.name

  const ask = async () => {
    try {
      await keep.askToMove(appointment)
      toasts.show({ text: words.asked(who) })
    } catch (error) {
      sayRefusal(error, ui.failure.text)
    }
  }
  const cancel = async () => {
    try {
      await keep.cancel(appointment, why.trim())
    } catch (error) {
      return error instanceof Refused ? error.message : ui.failure.text
    }
    toasts.show({ text: words.cancelled(who) })
    return null
  }
  const canAsk = appointment.email !== ''
  return (
    <>
      <Menu
        label={words.menu(who)}
        trigger={
          <Button size="small" aria-label={words.menu(who)} isDisabled={!appointment.may.keep}>
            {words.label}
          </Button>
        }
      >
        <MenuAct isDisabled={!canAsk} hint={canAsk ? words.askHint : words.askImpossible} onAction={() => void ask()}>
          {words.ask}
        </MenuAct>
        <MenuAct isDanger onAction={() => setCancelling(true)}>
          {words.cancel}
        </MenuAct>
      </Menu>
      <AlertDialog
        isOpen={isCancelling}
        onClose={() => setCancelling(false)}
        title={words.cancelTitle(who)}
        confirm={{ label: words.cancelConfirm, isDanger: true, act: cancel }}
        cancelLabel={ui.back}
      >
        <p>{words.cancelText}</p>
        <div className="text-ink">
          <TextField
            label={words.why}
            isOptional
            rows={2}
            value={why}
            maxLength={limits.descriptionLength}
            onChange={setWhy}
          />
        </div>
      </AlertDialog>
    </>
  )
}
