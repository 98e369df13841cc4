/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { StandingForVisitor } from '#contract/answers.ts'
import { type AnswerProblem, checkFormField } from '#contract/flow/check-answer.ts'
import { type FormAnswer, type FormKey, flowLimits } from '#contract/flow/flow.ts'
import type { QuestionWords } from '#words/questions.ts'
import { Problem } from './problem.tsx'
import type { Questioning } from './questioning.ts'

interface Props {
  form: Extract<StandingForVisitor, { at: 'form' }>
  questioning: Questioning
  words: QuestionWords
}

/** Fields that become a conversation. */
export function Form({ form, questioning, words }: Props) {
  const [answer, setAnswer] = useState<FormAnswer>({})
  const [problems, setProblems] = useState<Partial<Record<FormKey, AnswerProblem>>>(fromServer(questioning.problem()))
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches) place.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])

  function send(event: Event) {
    event.preventDefault()
    const wrong = form.fields.flatMap(({ key, required }) => {
      const problem = checkFormField(key, (answer[key] ?? '').trim(), required)
      return problem ? [[key, problem] as const] : []
    })
    setProblems(Object.fromEntries(wrong))
    if (wrong.length === 0) return questioning.answer(answer)
    place.current?.querySelector<HTMLElement>(`#form-${wrong[0]?.[0]}`)?.focus()
  }

  function write(key: FormKey, text: string) {
    setAnswer({ ...answer, [key]: text })
    setProblems({ ...problems, [key]: undefined })
  }

  return (
    <form class="given form" noValidate ref={place} onSubmit={send}>
      {form.fields.map(({ key, required }) => {
        const problem = problems[key] ?? null
        const common = {
          id: `form-${key}`,
          dir: 'auto' as const,
          value: answer[key] ?? '',
          'aria-required': required,
          'aria-invalid': problem !== null,
          'aria-describedby': `form-${key}-wrong`,
          onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
            write(key, currentTarget.value),
        }
        return (
          <div key={key}>
            <label for={common.id}>
              {words.field[key]}
              {!required && <span>{words.optional}</span>}
            </label>
            {key === 'message' ? (
              <textarea {...common} rows={4} maxLength={flowLimits.longAnswerLength} />
            ) : (
              <input {...common} {...attributes[key]} />
            )}
            <Problem id={`form-${key}-wrong`} problem={problem} words={words} />
          </div>
        )
      })}
      <button type="submit" class="send">
        {words.sendForm}
      </button>
    </form>
  )
}

const attributes = {
  name: { type: 'text', autocomplete: 'name', maxLength: flowLimits.nameLength },
  email: { type: 'email', autocomplete: 'email', maxLength: 254 },
  phone: { type: 'tel', autocomplete: 'tel', maxLength: 40 },
} as const

const fromServer = (problem: AnswerProblem | null) => (problem?.field ? { [problem.field]: problem } : {})
