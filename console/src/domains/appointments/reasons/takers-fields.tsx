import type { AgentId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { Switch } from '../../../ui/fields/switch.tsx'
import type { FormState } from '../../../ui/fields/use-form.ts'
import type { ReasonWish } from './reason-wish.ts'
import { useReasonWords } from './use-reason-words.ts'
import { useTakers } from './use-takers.ts'

interface TakersFieldsProps {
  form: FormState<ReasonWish>
  /** Of those who were chosen before, whom the reader knows. */
  known: readonly { id: AgentId; name: string }[]
}

/** Who receives, everybody of the sub-account or people by name, and whether visitors say with whom. */
export function TakersFields({ form, known }: TakersFieldsProps) {
  const words = useReasonWords().form
  const { subAccountId, whoTakes, visitorsChoose } = form.values
  const people = useTakers(subAccountId, known)
  const chosen = form.field('takerIds')
  const toggle = (id: AgentId, isOn: boolean) =>
    chosen.onChange(isOn ? [...chosen.value, id] : chosen.value.filter((one) => one !== id))
  return (
    <>
      <ChoiceCards
        label={words.takers}
        value={whoTakes}
        onChange={form.field('whoTakes').onChange}
        options={[
          { id: 'all', ...words.takersAll },
          { id: 'some', ...words.takersSome },
        ]}
      />
      {whoTakes === 'some' && (
        <FieldGroup label={words.takersSome.label} error={chosen.error}>
          {people.length === 0 && <p className="text-s text-ink-soft">{words.takersNone}</p>}
          <div className="grid max-h-60 grid-cols-2 gap-x-4 gap-y-1.5 overflow-auto rounded-m border border-line p-3 phone:grid-cols-1">
            {people.map(({ id, name }) => (
              <Checkbox
                key={id}
                isSelected={chosen.value.includes(id)}
                onChange={(isOn) => toggle(id, isOn)}
                isDisabled={!chosen.value.includes(id) && chosen.value.length >= limits.takersPerReason}
              >
                <bdi>{name}</bdi>
              </Checkbox>
            ))}
          </div>
        </FieldGroup>
      )}
      <Switch
        label={words.visitorsChoose}
        hint={words.visitorsChooseHint}
        isOn={visitorsChoose}
        onChange={form.field('visitorsChoose').onChange}
      />
    </>
  )
}
