import type { QuestionnaireId } from '#contract/ids.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { useWords } from '../../../ui/words.tsx'

interface AdvisorFieldProps {
  label: string
  questionnaires: readonly QuestionnaireForAgent[]
  value: readonly QuestionnaireId[]
  onChange: (ids: readonly QuestionnaireId[]) => void
  error: string | null
}

/** The questionnaires whose pending requests somebody may process. */
export function AdvisorField({ label, questionnaires, value, onChange, error }: AdvisorFieldProps) {
  const { form: words } = useWords().agents
  const toggle = (id: QuestionnaireId, isOn: boolean) =>
    onChange(isOn ? [...value, id] : value.filter((each) => each !== id))
  return (
    <FieldGroup label={label} error={error}>
      <div className="grid max-h-60 gap-1 overflow-auto rounded-m border border-line px-3 py-2">
        {questionnaires.map(({ id, name, archivedAt }) => (
          <Checkbox key={id} isSelected={value.includes(id)} onChange={(isOn) => toggle(id, isOn)}>
            <span className={value.includes(id) ? 'font-semibold' : undefined}>{name}</span>{' '}
            {archivedAt !== null && <Pill>{words.archived}</Pill>}
          </Checkbox>
        ))}
      </div>
      <p className="text-s text-ink-soft">{words.advisorHint}</p>
    </FieldGroup>
  )
}
