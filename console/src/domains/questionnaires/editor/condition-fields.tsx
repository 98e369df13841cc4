import type { ConditionStep, Question, Test } from '#contract/flow/flow.ts'
import { flowLimits, isQuestion, stepOf } from '#contract/flow/flow.ts'
import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { answerLabel, titleOf } from '../builder/step-words.ts'
import { changeStep } from '../flow/edits.ts'
import { LanguagesChoice } from './languages-choice.tsx'

type AnswerTest = Extract<Test, { of: 'answer' }>

/** What a condition asks of the world or of an answer. */
export function ConditionFields({ step }: { step: ConditionStep }) {
  const builder = useBuilder()
  const { flow, words, isReadOnly } = builder
  const said = words.editor
  const { test } = step
  const change = (next: Test, of?: string) =>
    builder.edit(
      (now) => changeStep(now, step.id, (one) => (one.kind === 'condition' ? { ...one, test: next } : one)),
      of,
    )
  const wrong = builder.problemsOf(step.id).find(({ field }) => field === 'test')
  const error = wrong ? builder.problemWords[wrong.code](wrong) : null
  const ends = flow.steps.filter((one) => one.kind === 'end' && one.to.kind === 'agent')
  const optionsOf = (steps: typeof flow.steps) => steps.map((one) => ({ id: one.id, label: titleOf(one, builder) }))

  return (
    <div data-place="test" className="grid gap-4">
      <Select
        label={said.condition}
        options={(['somebody-could', 'open', 'language', 'answer'] as const).map((id) => ({
          id,
          label: said.tests[id],
        }))}
        value={test.of}
        onChange={(of) => of !== test.of && change(newTest(of, ends.length === 1 ? (ends[0]?.id ?? null) : null))}
        isDisabled={isReadOnly}
        hint={test.of === 'open' || test.of === 'somebody-could' ? said.testHints[test.of] : undefined}
      />
      {test.of === 'somebody-could' && (
        <Select
          label={said.testEnd}
          options={optionsOf(ends)}
          value={test.endId}
          placeholder={ends.length === 0 ? said.noEnd : said.choose}
          onChange={(endId) => change({ ...test, endId })}
          isDisabled={isReadOnly || ends.length === 0}
          error={error}
        />
      )}
      {test.of === 'language' && (
        <LanguagesChoice
          label={said.testLanguages}
          languages={flow.languages}
          value={test.oneOf}
          onChange={(oneOf) => change({ ...test, oneOf })}
          isDisabled={isReadOnly}
          error={error}
        />
      )}
      {test.of === 'answer' && <AnswerFields step={step} test={test} onChange={change} error={error} />}
    </div>
  )
}

interface AnswerFieldsProps {
  step: ConditionStep
  test: AnswerTest
  onChange: (test: AnswerTest, of?: string) => void
  error: string | null
}

function AnswerFields({ step, test, onChange, error }: AnswerFieldsProps) {
  const builder = useBuilder()
  const { flow, words, isReadOnly } = builder
  const said = words.editor
  const questions = flow.steps.filter(isQuestion)
  const found = stepOf(flow, test.stepId)
  const asked = found && isQuestion(found) ? found : null
  return (
    <>
      <Select
        label={said.testStep}
        options={questions.map((one) => ({ id: one.id, label: titleOf(one, builder) }))}
        value={test.stepId}
        placeholder={questions.length === 0 ? said.noQuestion : said.choose}
        onChange={(stepId) => {
          const question = questions.find(({ id }) => id === stepId)
          if (question) onChange({ of: 'answer', stepId, is: comparisonsOf(question)[0] ?? 'filled', values: [] })
        }}
        isDisabled={isReadOnly || questions.length === 0}
        error={asked ? null : error}
      />
      {asked && (
        <Select
          label={said.testIs}
          options={comparisonsOf(asked).map((id) => ({ id, label: said.comparisons[id] }))}
          value={test.is}
          onChange={(is) => onChange({ ...test, is, values: [] })}
          isDisabled={isReadOnly}
        />
      )}
      {asked && test.is === 'one-of' && 'options' in asked && (
        <FieldGroup label={said.testValues} error={error}>
          {asked.options.map(({ id }) => (
            <Checkbox
              key={id}
              isSelected={test.values.includes(id)}
              isDisabled={isReadOnly}
              onChange={(isOn) =>
                onChange({ ...test, values: isOn ? [...test.values, id] : test.values.filter((one) => one !== id) })
              }
            >
              <bdi>{answerLabel(asked, id, builder)}</bdi>
            </Checkbox>
          ))}
        </FieldGroup>
      )}
      {asked && test.is === 'one-of' && !('options' in asked) && (
        <TextField
          label={said.testValues}
          hint={said.testValuesHint}
          rows={3}
          value={test.values.join('\n')}
          isReadOnly={isReadOnly}
          error={error}
          onChange={(text) =>
            onChange({ ...test, values: text.split('\n').slice(0, flowLimits.valuesPerTest) }, `values ${step.id}`)
          }
        />
      )}
      {asked && test.is === 'at-least' && (
        <TextField
          label={said.testNumber}
          inputMode="decimal"
          value={test.values[0] ?? ''}
          isReadOnly={isReadOnly}
          error={error}
          onChange={(text) => onChange({ ...test, values: text === '' ? [] : [text] }, `values ${step.id}`)}
        />
      )}
    </>
  )
}

/** The most telling first. */
function comparisonsOf({ kind }: Question): AnswerTest['is'][] {
  if (kind === 'number') return ['at-least', 'one-of', 'filled']
  return kind === 'file' || kind === 'date' ? ['filled'] : ['one-of', 'filled']
}

function newTest(of: Test['of'], endId: string | null): Test {
  switch (of) {
    case 'open':
      return { of }
    case 'language':
      return { of, oneOf: [] }
    case 'somebody-could':
      return { of, endId }
    case 'answer':
      return { of, stepId: null, is: 'filled', values: [] }
  }
}
