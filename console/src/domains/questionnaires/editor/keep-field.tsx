import type { KeepAs, Question } from '#contract/flow/flow.ts'
import { flowLimits } from '#contract/flow/flow.ts'
import { Select } from '../../../ui/fields/select.tsx'
import { Switch } from '../../../ui/fields/switch.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { titleOf } from '../builder/step-words.ts'
import { changeStep } from '../flow/edits.ts'

type Field = KeepAs['field']

/** The fields that an answer of a kind can fill. */
function fieldsOf({ kind }: Question): Field[] {
  if (kind === 'text') return ['name', 'own']
  return kind === 'email' || kind === 'phone' ? [kind, 'own'] : ['own']
}

/** Whether the answer fills a field of the visitor, and which. A file is kept among the files. */
export function KeepField({ step }: { step: Question }) {
  const builder = useBuilder()
  const { words, isReadOnly } = builder
  const said = words.editor
  if (step.kind === 'file' && step.keepAs === null) return null
  const fields = fieldsOf(step)
  const { keepAs } = step
  const keep = (next: KeepAs | null, of?: string) =>
    builder.edit((flow) => changeStep(flow, step.id, (now) => ({ ...now, keepAs: next }) as typeof now), of)
  const asField = (field: Field): KeepAs =>
    field === 'own'
      ? { field, name: step.name.trim() || titleOf(step, builder).slice(0, flowLimits.ownFieldLength) }
      : { field }
  const wrong = builder.problemsOf(step.id).find(({ field }) => field === 'keepAs')
  return (
    <div data-place="keep" className="grid gap-3">
      <Switch
        label={said.keep}
        isOn={keepAs !== null}
        isDisabled={isReadOnly}
        onChange={(isOn) => keep(isOn ? asField(fields[0] ?? 'own') : null)}
      />
      {keepAs && (
        <div className="grid gap-3 pl-11">
          {(fields.length > 1 || !fields.includes(keepAs.field)) && (
            <Select
              label={said.keepAs}
              options={[...new Set([...fields, keepAs.field])].map((id) => ({ id, label: said.keepFields[id] }))}
              value={keepAs.field}
              onChange={(field) => keep(asField(field))}
              isDisabled={isReadOnly}
              error={wrong ? builder.problemWords[wrong.code](wrong) : null}
            />
          )}
          {keepAs.field === 'own' && (
            <TextField
              label={said.keepOwn}
              hint={said.keepOwnHint}
              value={keepAs.name}
              maxLength={flowLimits.ownFieldLength}
              isReadOnly={isReadOnly}
              onChange={(name) => keep({ field: 'own', name }, `keep ${step.id}`)}
            />
          )}
        </div>
      )}
    </div>
  )
}
