import { useMutation } from '@tanstack/react-query'
import { Refused } from '#client/refused.ts'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { calendarWords } from '#words/calendar.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Segments } from '../../../ui/fields/segments.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { isUpcoming } from '../needs-other.ts'
import { useKeep } from '../use-keep.ts'

interface AppointmentActsProps {
  appointment: AppointmentForAgent
  now: number
  onMove: () => void
  onReassign: () => void
  onCancel: () => void
}

/** What may be done with an appointment now: nothing where the reader does not keep it. */
export function AppointmentActs({ appointment, now, onMove, onReassign, onCancel }: AppointmentActsProps) {
  const words = calendarWords(useSpeech().locale)
  const keep = useKeep()
  const asking = useMutation({
    mutationFn: () => keep.askToMove(appointment),
    onSuccess: ({ name }) => toasts.show({ text: words.acts.asked(name) }),
  })
  const concluding = useMutation({
    mutationFn: (state: 'booked' | 'honoured' | 'missed') => keep.conclude(appointment, state),
  })
  const { state } = appointment
  if (!appointment.may.keep || state === 'cancelled') return null
  const error = asking.error ?? concluding.error
  const isToCome = isUpcoming(appointment, now)
  const hasBegun = Date.parse(appointment.startsAt) <= now
  return (
    <div className="grid gap-2.5 border-t border-line pt-3">
      {error && (
        <Notice kind="red" isUrgent>
          {error instanceof Refused ? error.message : words.failed}
        </Notice>
      )}
      {isToCome && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={onMove}>
            {words.acts.move}
          </Button>
          {appointment.may.reassign && (
            <Button size="small" onPress={onReassign}>
              {words.acts.reassign}
            </Button>
          )}
          <Button size="small" onPress={onCancel}>
            <span className="text-red">{words.acts.cancel}</span>
          </Button>
          {appointment.email !== '' && appointment.askedToMoveAt === null && (
            <Button size="small" isBusy={asking.isPending} onPress={() => asking.mutate()}>
              {words.acts.askToMove}
            </Button>
          )}
        </div>
      )}
      {hasBegun && (
        <Segments
          isBlock
          label={words.acts.outcome}
          value={concluding.isPending ? concluding.variables : state}
          isDisabled={concluding.isPending}
          onChange={(next) => concluding.mutate(next)}
          options={(['booked', 'honoured', 'missed'] as const).map((id) => ({ id, label: words.acts.outcomes[id] }))}
        />
      )}
    </div>
  )
}
