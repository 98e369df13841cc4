import type { End, EndStep, FormKey } from '#contract/flow/flow.ts'
import { formKeys } from '#contract/flow/flow.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { Segments } from '../../../ui/fields/segments.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { changeStep } from '../flow/edits.ts'
import { LanguagesChoice } from './languages-choice.tsx'

/** What an end begins: a conversation with an agent, an appointment, a form, or nothing more. */
export function EndFields({ step }: { step: EndStep }) {
  const builder = useBuilder()
  const change = (to: End) =>
    builder.edit((flow) => changeStep(flow, step.id, (one) => (one.kind === 'end' ? { ...one, to } : one)))
  if (step.to.kind === 'agent') return <AgentFields end={step.to} step={step} onChange={change} />
  if (step.to.kind === 'booking') return <BookingFields end={step.to} step={step} onChange={change} />
  return step.to.kind === 'form' ? <FormFields end={step.to} step={step} onChange={change} /> : null
}

interface FieldsProps<E extends End> {
  step: EndStep
  end: E
  onChange: (end: E) => void
}

const ofChannel = ':channel'
const none: never[] = []

function AgentFields({ step, end, onChange }: FieldsProps<Extract<End, { kind: 'agent' }>>) {
  const builder = useBuilder()
  const { flow, words, isReadOnly } = builder
  const said = words.editor
  const subAccounts = useKnown((state) => state.subAccounts, none)
  const wrong = builder.problemsOf(step.id).find(({ field }) => field === 'subAccountId')
  return (
    <>
      <p className="text-s text-ink-soft">{said.endHint}</p>
      <LanguagesChoice
        label={said.endLanguages}
        hint={said.endLanguagesHint}
        languages={flow.languages}
        value={end.languages}
        onChange={(languages) => onChange({ ...end, languages })}
        isDisabled={isReadOnly}
      />
      {(subAccounts.length > 1 || end.subAccountId !== null) && (
        <div data-place="sub-account">
          <Select
            label={said.endSubAccount}
            options={[
              { id: ofChannel, label: said.ownSubAccount },
              ...subAccounts.map(({ id, name }) => ({ id: id as string, label: name })),
            ]}
            value={end.subAccountId ?? ofChannel}
            onChange={(chosen) =>
              onChange({ ...end, subAccountId: subAccounts.find(({ id }) => id === chosen)?.id ?? null })
            }
            isDisabled={isReadOnly}
            error={wrong ? builder.problemWords[wrong.code](wrong) : null}
          />
        </div>
      )}
    </>
  )
}

const anyReason = ':any'

function BookingFields({ step, end, onChange }: FieldsProps<Extract<End, { kind: 'booking' }>>) {
  const builder = useBuilder()
  const { reasons, isReadOnly } = builder
  const said = builder.words.editor
  const wrong = builder.problemsOf(step.id).find(({ field }) => field === 'reasonId')
  return (
    <>
      <p className="text-s text-ink-soft">{reasons.length === 0 ? said.endNoReason : said.endBookingHint}</p>
      {(reasons.length > 0 || end.reasonId !== null) && (
        <div data-place="reason">
          <Select
            label={said.endReason}
            options={[
              { id: anyReason, label: said.anyReason },
              ...reasons.map(({ id, name }) => ({ id: id as string, label: name })),
            ]}
            value={end.reasonId ?? anyReason}
            onChange={(chosen) => onChange({ ...end, reasonId: reasons.find(({ id }) => id === chosen)?.id ?? null })}
            isDisabled={isReadOnly}
            error={wrong ? builder.problemWords[wrong.code](wrong) : null}
          />
        </div>
      )}
    </>
  )
}

function FormFields({ step, end, onChange }: FieldsProps<Extract<End, { kind: 'form' }>>) {
  const builder = useBuilder()
  const said = builder.words.editor
  const stateOf = (key: FormKey) => {
    const field = end.fields.find((one) => one.key === key)
    return field ? (field.required ? 'required' : 'optional') : 'off'
  }
  const set = (key: FormKey, state: 'off' | 'optional' | 'required') =>
    onChange({
      ...end,
      fields: formKeys.flatMap((one) => {
        const now = one === key ? state : stateOf(one)
        return now === 'off' ? [] : [{ key: one, required: now === 'required' }]
      }),
    })
  const wrong = builder.problemsOf(step.id).find(({ field }) => field === 'fields')
  return (
    <fieldset data-place="fields" className="grid gap-2">
      <legend className="mb-1.5 text-s font-medium">{said.formFields}</legend>
      {formKeys.map((key) => (
        <div key={key} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="text-s">{said.fields[key]}</span>
          <Segments
            label={said.fields[key]}
            options={(['off', 'optional', 'required'] as const).map((id) => ({ id, label: said.fieldStates[id] }))}
            value={stateOf(key)}
            onChange={(state) => set(key, state)}
            isDisabled={builder.isReadOnly}
          />
        </div>
      ))}
      {wrong && <p className="text-s text-red">{builder.problemWords[wrong.code](wrong)}</p>}
    </fieldset>
  )
}
