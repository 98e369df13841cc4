import { useRef, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { calendarWords } from '#words/calendar.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { whenOf } from '../formats.ts'
import { cardOf } from '../shown-calendar.ts'
import { useKeep } from '../use-keep.ts'
import { type Despite, type RefusedTime, readRefusedTime } from './refused-time.ts'

export interface Moving {
  appointment: AppointmentForAgent
  /** Where it would begin. */
  startsAt: number
  by: 'hand' | 'keys'
  state: 'choosing' | 'sending' | 'refused'
  /** Null unless it was refused. */
  refused: RefusedTime | null
}

export type Mover = ReturnType<typeof useMoving>

/** An appointment on its way to another time, in the calendar itself. */
export function useMoving(zone: string) {
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale)
  const keep = useKeep()
  const [moving, setMoving] = useState<Moving | null>(null)
  // Hands are quicker than what is drawn.
  const latest = useRef<Moving | null>(null)
  const change = (next: Moving | null) => {
    latest.current = next
    setMoving(next)
  }
  const say = useSayMoved(zone)

  const putBack = () => {
    const before = latest.current
    change(null)
    if (before) requestAnimationFrame(() => cardOf(before.appointment.id)?.focus({ preventScroll: true }))
  }

  return {
    moving,
    begin: (appointment: AppointmentForAgent, by: Moving['by']) =>
      change({ appointment, startsAt: Date.parse(appointment.startsAt), by, state: 'choosing', refused: null }),
    aim(startsAt: number) {
      if (latest.current && latest.current.state !== 'sending')
        change({ ...latest.current, startsAt, state: 'choosing', refused: null })
    },
    putBack,
    /** Moves it to where it is held, or to a time that was offered instead. */
    async send({ startsAt, despite = [] }: { startsAt?: number; despite?: Despite } = {}) {
      const held = latest.current
      if (!held || held.state === 'sending') return
      const wish = { ...held, startsAt: startsAt ?? held.startsAt }
      if (wish.startsAt === Date.parse(held.appointment.startsAt)) return putBack()
      change({ ...wish, state: 'sending', refused: null })
      try {
        const moved = await keep.move(held.appointment, wish.startsAt, despite)
        putBack()
        say(held.appointment, moved)
      } catch (error) {
        const message = error instanceof Refused ? error.message : words.failed
        change({
          ...wish,
          state: 'refused',
          refused: readRefusedTime(error) ?? { message, why: [], nearest: [], despite: null },
        })
      }
    },
    /** For screen readers, and on the thing itself. */
    whenOf: (at: number) => whenOf(at, { tag, zone }),
    words: words.moving,
  }
}

const everything: Despite = ['closed', 'busy', 'holiday']

/** Says that something was moved, with the way back. */
export function useSayMoved(zone: string) {
  const { locale, tag, words } = useSpeech()
  const said = calendarWords(locale)
  const keep = useKeep()
  return (before: AppointmentForAgent, moved: AppointmentForAgent) => {
    const when = whenOf(moved.startsAt, { tag, zone })
    const undo = async () => {
      try {
        // It stood there: whatever the hours say, it may go back.
        const back = await keep.move(moved, Date.parse(before.startsAt), everything)
        toasts.show({ text: said.moving.undone(whenOf(back.startsAt, { tag, zone })) })
      } catch (error) {
        toasts.show({ kind: 'refusal', text: error instanceof Refused ? error.message : said.failed })
      }
    }
    toasts.show({
      text: moved.email === '' ? said.moving.done(when) : said.moving.doneAndTold(when, moved.name),
      act: { label: words.ui.undo, onAct: () => void undo() },
    })
  }
}
