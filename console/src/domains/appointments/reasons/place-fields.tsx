import { limits } from '#contract/limits.ts'
import { appointmentPlaces } from '#contract/vocabulary.ts'
import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import type { FormState } from '../../../ui/fields/use-form.ts'
import type { ReasonWish } from './reason-wish.ts'
import { useReasonWords } from './use-reason-words.ts'

/** Where it takes place. */
export function PlaceFields({ form }: { form: FormState<ReasonWish> }) {
  const words = useReasonWords().form
  const { place } = form.values
  return (
    <>
      <ChoiceCards
        label={words.place}
        value={place}
        onChange={form.field('place').onChange}
        options={appointmentPlaces.map((id) => ({ id, ...words.places[id] }))}
      />
      {place !== 'phone' && (
        <TextField
          {...form.field('placeDetail')}
          key={place}
          label={words.placeDetail[place]}
          hint={words.placeDetailHint[place]}
          maxLength={limits.placeDetailLength}
          {...(place === 'on-site' ? { rows: 2 } : { inputMode: 'url' as const, spellCheck: 'false' as const })}
        />
      )}
    </>
  )
}
