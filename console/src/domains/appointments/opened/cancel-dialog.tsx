import { useId } from 'react'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { limits } from '#contract/limits.ts'
import { calendarWords } from '#words/calendar.ts'
import { refusalOf } from '../../../live/api.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useForm } from '../../../ui/fields/use-form.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { useKeep } from '../use-keep.ts'

/** Asks before an appointment is called off for good, and why. */
export function CancelDialog({ appointment, onClose }: { appointment: AppointmentForAgent; onClose: () => void }) {
  const words = calendarWords(useSpeech().locale).cancelling
  const keep = useKeep()
  const id = useId()
  const { name, email } = appointment
  const form = useForm<{ why: string }>({
    initial: { why: '' },
    send: ({ why }) =>
      refusalOf(
        keep.cancel(appointment, why).then(() => {
          toasts.show({ text: words.done(name) })
          onClose()
        }),
      ),
  })
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={words.title(name)}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{words.keep}</Button>
          <Button type="submit" form={id} kind="danger" isBusy={form.state === 'busy'}>
            {words.submit}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={words.title(name)}>
        <p className="text-ink-soft">{email === '' ? words.untold(name) : words.told(name)}</p>
        <TextField
          {...form.field('why')}
          label={words.why}
          hint={email === '' ? undefined : words.whyHint}
          isOptional
          autoFocus
          rows={3}
          maxLength={limits.descriptionLength}
        />
      </Form>
    </Dialog>
  )
}
