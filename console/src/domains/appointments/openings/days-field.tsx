import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useSpeech } from '../../../ui/words.tsx'
import { type Weekday, weekdays } from './repeat.ts'
import { weekdayName } from './say-opening.ts'

interface DaysFieldProps {
  label: string
  value: readonly Weekday[]
  onChange: (days: readonly Weekday[]) => void
}

/** Some days of the week, from Monday. */
export function DaysField({ label, value, onChange }: DaysFieldProps) {
  const { tag } = useSpeech()
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-s font-medium" aria-hidden="true">
        {label}
      </span>
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={value}
        onSelectionChange={(keys) => onChange(weekdays.filter((day) => keys.has(day)))}
        className="flex flex-wrap gap-1 phone:grid phone:grid-cols-7"
      >
        {weekdays.map((day) => (
          <ToggleButton
            key={day}
            id={day}
            className="inline-flex h-9 min-w-12 cursor-pointer items-center justify-center rounded-m border border-line-strong bg-surface px-2 text-s font-medium text-ink-soft transition-colors hover:text-ink data-selected:border-green data-selected:bg-green-wash data-selected:text-green data-selected:inset-ring data-selected:inset-ring-green touch:h-11 phone:min-w-0 phone:px-0"
          >
            <span aria-hidden="true">{weekdayName(day, tag, 'short')}</span>
            <span className="unseen">{weekdayName(day, tag)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
