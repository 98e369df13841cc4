/** @jsxImportSource preact */
import type { InputHTMLAttributes } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { QuestionForVisitor, StandingForVisitor } from '#contract/answers.ts'
import type { AnswerProblem } from '#contract/flow/check-answer.ts'
import { type Answer, flowLimits } from '#contract/flow/flow.ts'
import type { QuestionWords } from '#words/questions.ts'
import { Icon } from '../icon.tsx'
import { checkEarly } from './check.ts'
import { Problem } from './problem.tsx'
import type { Questioning } from './questioning.ts'

interface Props {
  question: Extract<StandingForVisitor, { at: 'question' }>
  questioning: Questioning
  words: QuestionWords
}

/** An answer to write. What does not fit is told here, and stays to be mended. */
export function Field({ question, questioning, words }: Props) {
  const { asks, required } = question
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<AnswerProblem | null>(null)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const told = problem ?? questioning.problem()
  useEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches) field.current?.focus()
  }, [])

  function send(event: Event) {
    event.preventDefault()
    const answer = answerOf(asks, text)
    const wrong = checkEarly(asks, required, answer)
    setProblem(wrong)
    if (wrong) field.current?.focus()
    else questioning.answer(answer)
  }

  const common = {
    ref: field,
    dir: 'auto' as const,
    value: text,
    'aria-label': question.text,
    'aria-invalid': told !== null,
    'aria-describedby': 'answer-wrong answer-hint',
    onInput({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) {
      setText(currentTarget.value)
      setProblem(null)
    },
  }
  return (
    <form class="given" noValidate onSubmit={send}>
      <div class={`composer ${told ? 'invalid' : ''}`}>
        {asks.kind === 'long-text' ? (
          <textarea {...common} rows={3} maxLength={flowLimits.longAnswerLength} placeholder={words.answer} />
        ) : (
          <input {...common} {...attributesOf(asks)} placeholder={words.answer} />
        )}
        <button type="submit" class="go" aria-label={words.send}>
          <Icon name="send" />
        </button>
      </div>
      <Problem problem={told} words={words} />
      <div class="row">
        {asks.kind === 'text' && asks.mask !== null && (
          <span id="answer-hint">{words.maskHint(exampleOf(asks.mask))}</span>
        )}
        {!required && (
          <button type="button" class="link" onClick={() => questioning.answer(null)}>
            {words.skip}
          </button>
        )}
      </div>
    </form>
  )
}

/** What the keyboard of a phone, and the memory of a browser, help with. */
function attributesOf(asks: QuestionForVisitor): InputHTMLAttributes<HTMLInputElement> {
  switch (asks.kind) {
    case 'email':
      return { type: 'email', autocomplete: 'email', maxLength: 254 }
    case 'phone':
      return { type: 'tel', autocomplete: 'tel', maxLength: 40 }
    case 'number':
      return { type: 'text', inputMode: 'decimal', maxLength: 20 }
    case 'date':
      return { type: 'date' }
    default:
      return { type: 'text', maxLength: flowLimits.answerLength }
  }
}

/** A number is written with a point or a comma, and with or without spaces. */
function answerOf(asks: QuestionForVisitor, text: string): Answer {
  const plain = text.trim()
  if (plain === '') return null
  if (asks.kind !== 'number') return plain
  const number = Number(plain.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
  return Number.isFinite(number) ? number : plain
}

/** `CD-4812` for `CD-####`. */
const exampleOf = (mask: string): string => {
  let digit = 3
  return mask.replace(/[#@*]/g, (sign) => {
    digit = (digit * 7 + 1) % 10
    return sign === '#' ? String(digit) : sign === '@' ? 'A' : 'B'
  })
}
