/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { QuestionForVisitor, StandingForVisitor } from '#contract/answers.ts'
import type { AnswerProblem } from '#contract/flow/check-answer.ts'
import type { QuestionWords } from '#words/questions.ts'
import { Icon } from '../icon.tsx'
import { checkEarly } from './check.ts'
import { Problem } from './problem.tsx'
import type { Questioning } from './questioning.ts'

interface Props {
  question: Extract<StandingForVisitor, { at: 'question' }>
  asks: Extract<QuestionForVisitor, { options: unknown }>
  questioning: Questioning
  words: QuestionWords
}

/** Answers to choose from: one by a click, several by marks and a button. */
export function Options({ question, asks, questioning, words }: Props) {
  const [chosen, setChosen] = useState<string[]>([])
  const [problem, setProblem] = useState<AnswerProblem | null>(questioning.problem())
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever has just answered by keys goes on with them.
    if (questioning.run()?.revision && !matchMedia('(pointer: coarse)').matches)
      group.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [questioning])

  function confirm() {
    const wrong = checkEarly(asks, question.required, chosen)
    if (wrong) setProblem(wrong)
    else questioning.answer(chosen.length > 0 ? chosen : null)
  }

  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that nobody needs here
    <div class="quick" role="group" aria-label={question.text} aria-describedby="answer-wrong" ref={group}>
      {asks.options.map(({ id, text }) =>
        asks.kind === 'choice' ? (
          <button key={id} type="button" class="option" dir="auto" onClick={() => questioning.answer(id)}>
            {text}
            <Icon name="down" size="xs" />
          </button>
        ) : (
          <label key={id} class="option" dir="auto">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {text}
          </label>
        ),
      )}
      <Problem problem={problem} words={words} />
      <div class="row">
        {asks.kind === 'choices' && (
          <button type="button" class="send" onClick={confirm}>
            {words.choose}
          </button>
        )}
        {!question.required && (
          <button type="button" class="link" onClick={() => questioning.answer(null)}>
            {words.skip}
          </button>
        )}
      </div>
    </div>
  )
}
