import { CalendarCheck, CalendarDays, CalendarPlus } from 'lucide-react'
import { calendarWords } from '#words/calendar.ts'
import { useCommands } from '../../ui/overlays/page-commands.ts'
import { useSpeech } from '../../ui/words.tsx'
import { whenOf } from './formats.ts'
import type { ShownCalendar } from './shown-calendar.ts'

interface CalendarCommands {
  shown: ShownCalendar
  onToday: () => void
  /** Null: nothing can be booked. */
  onBook: (() => void) | null
}

/** What can be done in the calendar, and every appointment in it by its name, for the palette. */
export function useCalendarCommands({ shown, onToday, onBook }: CalendarCommands) {
  const words = calendarWords(useSpeech().locale)
  const { group } = words.keys
  useCommands(() => [
    ...(onBook
      ? [{ id: 'book-appointment', group, label: words.bookLong, icon: CalendarPlus, keys: 'n', onRun: onBook }]
      : []),
    { id: 'calendar-today', group, label: words.today, icon: CalendarDays, keys: 't', onRun: onToday },
    ...shown.appointments.map(({ id, name, reason, startsAt }) => ({
      id: `appointment-${id}`,
      group,
      label: `${name} · ${reason.name} · ${whenOf(startsAt, shown)}`,
      icon: CalendarCheck,
      isSoughtOnly: true,
      onRun: () => shown.onOpen(id),
    })),
  ])
}
