import { Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { dayOfWall } from '../formats.ts'
import { PartMenu } from './part-menu.tsx'
import { partHours, sayPart } from './say-part.ts'
import { useOpeningWords } from './use-opening-words.ts'
import type { DayPart } from './week.ts'
import { partLook } from './week-look.ts'
import { dateOfDay, type ShownDay, type WeekActs } from './week-view.tsx'

/** The days one below the other, where there is no room for seven columns. */
export function WeekDays({ days, acts }: { days: readonly ShownDay[]; acts: WeekActs | null }) {
  const { tag } = useSpeech()
  const words = useOpeningWords().week
  return (
    <ul className="grid overflow-hidden rounded-l border border-line bg-surface">
      {days.map(({ day, parts, holidays, busy }) => (
        <li key={day.wall} className="grid gap-1.5 px-3 py-2 not-last:border-b not-last:border-line">
          <div className="flex items-center gap-2">
            <b className="font-medium">{dayOfWall(day.wall, tag)}</b>
            {acts && (
              <span className="ml-auto">
                <IconButton
                  icon={Plus}
                  label={words.addOn(dayOfWall(day.wall, tag))}
                  onPress={() => acts.onAdd(dateOfDay(day))}
                />
              </span>
            )}
          </div>
          <div className="flex flex-wrap gap-1.5">
            {holidays.map((name) => (
              <Pill key={name} kind="amber">
                {name}
              </Pill>
            ))}
            {parts.map((part) => (
              <Part key={`${part.opening.id} ${part.span.from}`} part={part} wall={day.wall} acts={acts} />
            ))}
            {busy.length > 0 && <Pill kind="blue">{words.busy}</Pill>}
            {parts.length + holidays.length === 0 && <span className="text-s text-ink-soft">{words.closed}</span>}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Part({ part, wall, acts }: { part: DayPart; wall: number; acts: WeekActs | null }) {
  const { tag } = useSpeech()
  const words = useOpeningWords().week
  const { opening } = part
  const label = sayPart(part, wall, { tag, words })
  const text = opening.kind === 'opening' ? partHours(part, tag) : opening.label || words.absence
  const look = classNames(
    'inline-flex h-8 items-center rounded-s px-2.5 text-s font-medium touch:h-11',
    partLook[opening.kind],
  )
  if (!acts) return <span className={look}>{text}</span>
  const trigger = (
    <Button className={classNames(look, 'cursor-pointer')}>
      <span className="unseen">{label}</span>
      <span aria-hidden="true">{text}</span>
    </Button>
  )
  return <PartMenu part={part} label={label} acts={acts} trigger={trigger} />
}
