import { NumberField } from '../../../ui/fields/number-field.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { DaysField } from './days-field.tsx'
import { mostCount, mostEvery, type OpeningDraft, repeating, wallOf } from './opening-draft.ts'
import {
  dateOf,
  dateText,
  type Ending,
  type MonthlyDay,
  type Repeat,
  type Weekday,
  weekdayOf,
  weekdays,
} from './repeat.ts'
import { weekdayName } from './say-opening.ts'
import { useOpeningWords } from './use-opening-words.ts'

interface RepeatFieldProps {
  draft: OpeningDraft
  onChange: (repeat: Repeat) => void
  error: string | null
}

const kinds = ['once', 'daily', 'weekly', 'monthly', 'yearly'] as const

/** Whether and how it comes again, and until when. */
export function RepeatField({ draft, onChange, error }: RepeatFieldProps) {
  const words = useOpeningWords().form
  const { repeat } = draft
  const offered: Repeat['kind'][] = repeat.kind === 'other' ? ['other', ...kinds] : [...kinds]
  const start = draft.fromDate === '' ? 0 : wallOf(draft.fromDate, '00:00')
  return (
    <div className="grid gap-4">
      <Select
        label={words.repeat}
        value={repeat.kind}
        onChange={(kind) => onChange(repeating(kind, draft))}
        hint={repeat.kind === 'other' ? words.otherHint(repeat.rule) : undefined}
        options={offered.map((id) => ({ id, label: words.repeats[id] }))}
        error={repeat.kind === 'once' || repeat.kind === 'other' ? error : null}
      />
      {repeat.kind !== 'once' && repeat.kind !== 'other' && (
        <div className="grid gap-4 border-l-2 border-line pl-4">
          {repeat.kind === 'weekly' && (
            <DaysField label={words.days} value={repeat.days} onChange={(days) => onChange({ ...repeat, days })} />
          )}
          {repeat.kind === 'monthly' && (
            <MonthlyField on={repeat.on} start={start} onChange={(on) => onChange({ ...repeat, on })} />
          )}
          <NumberField
            label={words.every[repeat.kind]}
            value={repeat.every}
            onChange={(every) => onChange({ ...repeat, every })}
            least={1}
            most={mostEvery}
            fewerLabel={words.fewer}
            moreLabel={words.more}
          />
          <EndingField value={repeat.ending} start={start} onChange={(ending) => onChange({ ...repeat, ending })} />
          {error && (
            <p role="alert" className="text-s text-red">
              {error}
            </p>
          )}
        </div>
      )}
    </div>
  )
}

const ranks = [1, 2, 3, 4, -1] as const
type MonthlyChoice = 'day' | 'last' | `${number}`

interface MonthlyFieldProps {
  on: MonthlyDay
  start: number
  onChange: (on: MonthlyDay) => void
}

function MonthlyField({ on, start, onChange }: MonthlyFieldProps) {
  const { tag } = useSpeech()
  const words = useOpeningWords().form
  const weekday = 'nth' in on ? on.weekday : weekdayOf(start)
  const day = 'day' in on && on.day > 0 ? on.day : dateOf(start).date
  const choice: MonthlyChoice = 'nth' in on ? `${on.nth}` : on.day === -1 ? 'last' : 'day'
  const choose = (next: MonthlyChoice) => {
    if (next === 'day') onChange({ day })
    else if (next === 'last') onChange({ day: -1 })
    else onChange({ nth: Number(next), weekday })
  }
  const offered = 'nth' in on && !ranks.some((rank) => rank === on.nth) ? [...ranks, on.nth] : ranks
  return (
    <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
      <Select<MonthlyChoice>
        label={words.monthlyBy}
        value={choice}
        onChange={choose}
        options={[
          { id: 'day', label: words.dayOfMonth(day) },
          ...offered.map((rank) => ({
            id: `${rank}` as const,
            label: words.nthWeekday(rank, weekdayName(weekday, tag)),
          })),
          { id: 'last', label: words.lastDay },
        ]}
      />
      {'nth' in on && (
        <Select<`${Weekday}`>
          label={words.days}
          value={`${on.weekday}`}
          onChange={(next) => onChange({ ...on, weekday: weekdays[Number(next)] ?? on.weekday })}
          options={weekdays.map((one) => ({ id: `${one}` as const, label: weekdayName(one, tag) }))}
        />
      )}
    </div>
  )
}

const endings = ['never', 'until', 'count'] as const

interface EndingFieldProps {
  value: Ending
  start: number
  onChange: (ending: Ending) => void
}

function EndingField({ value, start, onChange }: EndingFieldProps) {
  const words = useOpeningWords().form
  const kind = value === null ? 'never' : 'until' in value ? 'until' : 'count'
  const choose = (next: (typeof endings)[number]) => {
    if (next === 'never') onChange(null)
    else if (next === 'until') onChange({ until: threeMonthsLater(start) })
    else onChange({ count: 10 })
  }
  return (
    <div className="flex flex-wrap items-end gap-4">
      <div className="w-56">
        <Select
          label={words.ends}
          options={endings.map((id) => ({ id, label: words.endings[id] }))}
          value={kind}
          onChange={choose}
        />
      </div>
      {value && 'until' in value && (
        <TextField label={words.untilDate} type="date" value={value.until} onChange={(until) => onChange({ until })} />
      )}
      {value && 'count' in value && (
        <NumberField
          label={words.count}
          value={value.count}
          onChange={(count) => onChange({ count })}
          least={1}
          most={mostCount}
          fewerLabel={words.fewer}
          moreLabel={words.more}
        />
      )}
    </div>
  )
}

/** Something to begin with. */
function threeMonthsLater(start: number): string {
  const { year, month, date } = dateOf(start)
  return dateText(Date.UTC(year, month + 2, date))
}
