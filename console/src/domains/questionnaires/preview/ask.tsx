import { useId, useState } from 'react'
import { type AnswerProblem, checkAnswer } from '#contract/flow/check-answer.ts'
import {
  type Answer,
  type EndStep,
  type Flow,
  type FormAnswer,
  type OptionId,
  type Question,
  textIn,
} from '#contract/flow/flow.ts'
import type { QuestionWords } from '#words/builder.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'

interface AskProps {
  step: Question | EndStep
  /** Of a choice: what is offered now. */
  offered: readonly OptionId[]
  flow: Flow
  language: string
  words: QuestionWords
  onAnswer: (answer: Answer) => void
}

/** Takes an answer as the widget does, by the same rule. */
export function Ask({ step, offered, flow, language, words, onAnswer }: AskProps) {
  const id = useId()
  const [draft, setDraft] = useState<Answer>(
    step.kind === 'choices' || step.kind === 'file' ? [] : step.kind === 'end' ? {} : '',
  )
  const [problem, setProblem] = useState<AnswerProblem | null>(null)
  const give = (answer: Answer) => {
    const found = checkAnswer(step, answer, new Date().toLocaleDateString('sv'))
    setProblem(found)
    if (!found) onAnswer(answer)
  }
  const change = (answer: Answer) => {
    setDraft(answer)
    setProblem(null)
  }
  const error = problem && problem.field === undefined ? words.problem[problem.code](problem) : null
  const mayLeaveOut = step.kind !== 'end' && !step.required
  const leaveOut = mayLeaveOut && (
    <Button size="small" kind="quiet" onPress={() => onAnswer(null)}>
      {words.skip}
    </Button>
  )

  if (step.kind === 'choice')
    return (
      <div className="flex flex-wrap gap-1.5">
        {step.options.map((option) =>
          offered.includes(option.id) ? (
            <button
              key={option.id}
              type="button"
              onClick={() => give(option.id)}
              className="min-h-8 cursor-pointer rounded-full border border-line-strong bg-surface px-3 py-1 text-left font-medium wrap-anywhere hover:border-green hover:text-green"
            >
              {textIn(flow, option.text, language) || '…'}
            </button>
          ) : null,
        )}
        {leaveOut}
      </div>
    )

  return (
    <form
      noValidate
      className="grid gap-2.5"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault()
        give(step.kind === 'number' && typeof draft === 'string' ? numberOf(draft) : trimmed(draft))
      }}
    >
      <span id={id} className="unseen">
        {words.answer}
      </span>
      {fields()}
      {error && (step.kind === 'choices' || step.kind === 'file') && (
        <p role="alert" className="text-s text-red">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" kind="main">
          {step.kind === 'end' ? words.sendForm : step.kind === 'choices' ? words.choose : words.send}
        </Button>
        {leaveOut}
      </div>
    </form>
  )

  function fields() {
    if (step.kind === 'end') {
      if (step.to.kind !== 'form') return null
      const form: FormAnswer = typeof draft === 'object' && draft !== null && !Array.isArray(draft) ? draft : {}
      return step.to.fields.map(({ key, required }) => (
        <TextField
          key={key}
          label={words.field[key]}
          isOptional={!required}
          {...(key === 'message' && { rows: 2 })}
          value={form[key] ?? ''}
          onChange={(text) => change({ ...form, [key]: text })}
          error={problem?.field === key ? words.problem[problem.code](problem) : null}
        />
      ))
    }
    if (step.kind === 'choices') {
      const chosen = Array.isArray(draft) ? draft : []
      return step.options.map((option) => (
        <Checkbox
          key={option.id}
          isSelected={chosen.includes(option.id)}
          onChange={(isOn) => change(isOn ? [...chosen, option.id] : chosen.filter((one) => one !== option.id))}
        >
          {textIn(flow, option.text, language) || '…'}
        </Checkbox>
      ))
    }
    if (step.kind === 'file') {
      const files = Array.isArray(draft) ? draft : []
      return (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="small" onPress={() => change([...files, `sample-${files.length + 1}`])}>
            {words.addFile}
          </Button>
          <span className="text-ink-soft tabular-nums">{files.length}</span>
        </div>
      )
    }
    return (
      <TextField
        label={words.answer}
        isLabelUnseen
        {...(step.kind === 'long-text' && { rows: 3 })}
        type={step.kind === 'date' ? 'date' : step.kind === 'email' ? 'email' : step.kind === 'phone' ? 'tel' : 'text'}
        {...(step.kind === 'number' && { inputMode: 'decimal' as const })}
        placeholder={step.kind === 'text' && step.mask ? step.mask : words.answer}
        value={typeof draft === 'string' ? draft : ''}
        onChange={change}
        error={error}
      />
    )
  }
}

/** As people write it: « 1 200,5 ». What is no number is left to the rule. */
function numberOf(text: string): Answer {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return plain === '' ? null : Number.isFinite(Number(plain)) ? Number(plain) : text
}

const trimmed = (answer: Answer): Answer => (typeof answer === 'string' ? answer.trim() : answer)
