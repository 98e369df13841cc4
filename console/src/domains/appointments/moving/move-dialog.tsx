import { useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { calendarWords } from '#words/calendar.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { TimeChoice } from '../booking/time-choice.tsx'
import { whenOf } from '../formats.ts'
import { dateAt } from '../periods.ts'
import { useKeep } from '../use-keep.ts'
import { type Despite, type RefusedTime, readRefusedTime } from './refused-time.ts'
import { TimeRefusal } from './time-refusal.tsx'
import { useSayMoved } from './use-moving.ts'

interface MoveDialogProps {
  appointment: AppointmentForAgent
  zone: string
  onClose: () => void
}

/** Gives an appointment another time without a hand that drags: among those that are free, or any other. */
export function MoveDialog({ appointment, zone, onClose }: MoveDialogProps) {
  const { locale, tag, words: all } = useSpeech()
  const { moving: words, times, failed } = calendarWords(locale)
  const keep = useKeep()
  const say = useSayMoved(zone)
  const [at, setAt] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [needsTime, setNeedsTime] = useState(false)
  const [refused, setRefused] = useState<RefusedTime | null>(null)
  const choose = (next: number | null) => {
    setAt(next)
    setRefused(null)
    setNeedsTime(false)
  }
  const send = async (startsAt: number | null, despite: Despite = []) => {
    if (isBusy) return
    if (startsAt === null) return setNeedsTime(true)
    setBusy(true)
    setRefused(null)
    try {
      say(appointment, await keep.move(appointment, startsAt, despite))
      onClose()
    } catch (error) {
      const message = error instanceof Refused ? error.message : failed
      setRefused(readRefusedTime(error) ?? { message, why: [], nearest: [], despite: null })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title(appointment.name)}
      isBusy={isBusy}
      footer={
        <>
          <Button onPress={onClose}>{all.ui.cancel}</Button>
          <Button kind="main" isBusy={isBusy} onPress={() => void send(at)}>
            {words.submit}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-ink-soft">
          {words.was(whenOf(appointment.startsAt, { tag, zone }))}{' '}
          {appointment.email !== '' && words.told(appointment.name)}
        </p>
        <TimeChoice
          zone={zone}
          reasonId={appointment.reason.id}
          agent={appointment.agent}
          value={at}
          onChange={choose}
          date={dateAt(zone, Math.max(Date.now(), Date.parse(appointment.startsAt)))}
          error={needsTime ? times.need : null}
        />
        {refused && (
          <TimeRefusal
            refused={refused}
            agentName={appointment.agent.name}
            zone={zone}
            onNearest={(next) => void send(next)}
            anyway={{ label: words.anyway, act: (despite) => void send(at, despite) }}
          />
        )}
      </div>
    </Dialog>
  )
}
