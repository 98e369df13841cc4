import { limits } from '#contract/limits.ts'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { NumberField } from '../../../ui/fields/number-field.tsx'
import type { FormState } from '../../../ui/fields/use-form.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { exampleStarts, type ReasonWish } from './reason-wish.ts'
import { useReasonWords } from './use-reason-words.ts'

/** How long one lasts, where the next may begin, and what is kept free around it. */
export function TimeFields({ form }: { form: FormState<ReasonWish> }) {
  const { tag } = useSpeech()
  const words = useReasonWords().form
  const { everyMinutes } = form.values
  const number = (name: 'minutes' | 'everyMinutes' | 'beforeMinutes' | 'afterMinutes', least: number, most: number) => (
    <NumberField
      {...form.field(name)}
      label={words[name]}
      least={least}
      most={most}
      fewerLabel={words.fewer}
      moreLabel={words.more}
    />
  )
  const length = (name: 'minutes' | 'everyMinutes') => number(name, limits.reasonMinutesMin, limits.reasonMinutesMax)
  const buffer = (name: 'beforeMinutes' | 'afterMinutes') => number(name, 0, limits.bufferMinutesMax)
  return (
    <FieldGroup label={words.time}>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        {length('minutes')}
        {length('everyMinutes')}
        {buffer('beforeMinutes')}
        {buffer('afterMinutes')}
      </div>
      {everyMinutes !== null && everyMinutes >= limits.reasonMinutesMin && (
        <p className="text-s text-ink-soft tabular-nums">
          {words.everyHint(exampleStarts(everyMinutes, tag).join(', '))}
        </p>
      )}
      <p className="text-s text-ink-soft">{words.bufferHint}</p>
    </FieldGroup>
  )
}
