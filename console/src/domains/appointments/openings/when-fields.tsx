import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { Switch } from '../../../ui/fields/switch.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import type { FormState } from '../../../ui/fields/use-form.ts'
import { mayEndNextDay, type OpeningDraft, onDate } from './opening-draft.ts'
import { useOpeningWords } from './use-opening-words.ts'

interface WhenFieldsProps {
  form: FormState<OpeningDraft>
  /** Several fields at once. */
  onChange: (draft: OpeningDraft) => void
}

/** The day and the hours, or for an absence the days. */
export function WhenFields({ form, onChange }: WhenFieldsProps) {
  const words = useOpeningWords().form
  const { values } = form
  const { kind, isWholeDays, repeat } = values
  const fromDate = (label: string) => (
    <TextField
      {...form.field('fromDate')}
      label={label}
      type="date"
      onChange={(date) => onChange(onDate(values, date))}
    />
  )
  const time = (name: 'fromTime' | 'toTime') => <TextField {...form.field(name)} label={words[name]} type="time" />

  if (kind === 'opening')
    return (
      <>
        <div className="grid grid-cols-[minmax(0,1fr)_8rem_8rem] gap-4 phone:grid-cols-2 phone:*:first:col-span-2">
          {fromDate(repeat.kind === 'once' ? words.date : words.firstDate)}
          {time('fromTime')}
          {time('toTime')}
        </div>
        {mayEndNextDay(values) && (
          <Checkbox isSelected={values.endsNextDay} onChange={form.field('endsNextDay').onChange}>
            {words.nextDay}
          </Checkbox>
        )}
      </>
    )
  return (
    <>
      <Switch
        label={words.wholeDays}
        hint={words.wholeDaysHint}
        isOn={isWholeDays}
        onChange={form.field('isWholeDays').onChange}
      />
      <div className="grid grid-cols-2 gap-4">
        {fromDate(words.fromDate)}
        {isWholeDays ? <TextField {...form.field('toDate')} label={words.toDate} type="date" /> : time('fromTime')}
        {!isWholeDays && (
          <>
            <TextField {...form.field('toDate')} label={words.toDate} type="date" />
            {time('toTime')}
          </>
        )}
      </div>
    </>
  )
}
