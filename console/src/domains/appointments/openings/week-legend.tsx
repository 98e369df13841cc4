import { classNames } from '../../../ui/class-names.ts'
import { useOpeningWords } from './use-opening-words.ts'
import { busyLook, partLook } from './week-look.ts'

const looks = {
  opening: partLook.opening,
  absence: partLook.absence,
  holiday: 'bg-amber-wash',
  busy: busyLook,
} as const

/** What the colours of a week mean. */
export function WeekLegend() {
  const words = useOpeningWords().week.legend
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
      {(['opening', 'absence', 'holiday', 'busy'] as const).map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <span className={classNames('size-3.5 rounded-xs', looks[kind])} />
          {words[kind]}
        </li>
      ))}
    </ul>
  )
}
