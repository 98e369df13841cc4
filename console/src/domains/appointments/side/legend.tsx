import type { ReactNode } from 'react'
import { calendarWords } from '#words/calendar.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { cityOf } from '../formats.ts'
import { hatchLook, hueLook, markLook } from '../look/mark-look.ts'
import type { Mark } from '../look/marks.ts'

/** What the surfaces of the calendar mean, and by whose clocks it goes. */
export function Legend({ zone, marks }: { zone: string; marks: readonly Mark[] }) {
  const words = calendarWords(useSpeech().locale).legend
  const hue = hueLook[marks[0]?.hue ?? 'green']
  return (
    <section aria-label={words.title}>
      <h2 className="mb-2 text-xs font-semibold text-ink-soft">{words.title}</h2>
      <ul className="grid gap-2 text-s">
        <Line text={words.open} look="bg-surface" />
        <Line text={words.closed} look="bg-sunken" />
        <Line text={words.absent} look={classNames(hue, hatchLook)} />
        <Line text={words.busy} look={classNames(hue, 'bg-(--wash) inset-ring inset-ring-(--hue)')} />
        <Line text={words.openings} look="flex justify-center gap-0.75 border-transparent">
          {marks.slice(0, 3).map((mark) => (
            <span key={`${mark.hue} ${mark.pattern}`} className={classNames('w-0.75 rounded-xs', markLook(mark))} />
          ))}
        </Line>
      </ul>
      <p className="mt-3 text-xs text-ink-soft">{words.zone(cityOf(zone))}</p>
    </section>
  )
}

function Line({ text, look, children }: { text: string; look: string; children?: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden="true" className={classNames('h-4 w-6 flex-none rounded-xs border border-line', look)}>
        {children}
      </span>
      {text}
    </li>
  )
}
