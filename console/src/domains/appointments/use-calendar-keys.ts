import { calendarWords } from '#words/calendar.ts'
import { useHotkey } from '../../ui/keyboard/hotkeys.ts'
import { useSpeech } from '../../ui/words.tsx'
import type { CalendarView } from './address.ts'

interface CalendarKeys {
  view: CalendarView
  isPhone: boolean
  onStep: (steps: number) => void
  onToday: () => void
  onView: (view: CalendarView) => void
  /** Null: nothing can be booked. */
  onBook: (() => void) | null
}

/** `j` and `k`, or the arrows, go on and back; `t` to today; `d`, `w` and `l` show a day, a week, a list; `n` books. */
export function useCalendarKeys({ view, isPhone, onStep, onToday, onView, onBook }: CalendarKeys) {
  const words = calendarWords(useSpeech().locale)
  const { group } = words.keys
  useHotkey('j', () => onStep(1), { label: words.on[view], group })
  useHotkey('k', () => onStep(-1), { label: words.back[view], group })
  useHotkey('arrowright', () => onStep(1))
  useHotkey('arrowleft', () => onStep(-1))
  useHotkey('t', onToday, { label: words.today, group })
  useHotkey('d', () => onView('day'), { label: words.views.day, group })
  useHotkey('w', () => onView('week'), { label: words.views.week, group, isOff: isPhone })
  useHotkey('l', () => onView('list'), { label: words.views.list, group })
  useHotkey('n', () => onBook?.(), { label: words.bookLong, group, isOff: onBook === null })
}
