import type { QuestionForVisitor } from '#contract/answers.ts'
import { type AnswerProblem, checkAnswer } from '#contract/flow/check-answer.ts'
import type { Answer, Question } from '#contract/flow/flow.ts'
import { today } from './questioning.ts'

/** The server's own rule, before the answer leaves. */
export function checkEarly(asks: QuestionForVisitor, required: boolean, answer: Answer): AnswerProblem | null {
  const rest = { id: '', name: '', text: {}, required, keepAs: null, next: null }
  const withOptions = 'options' in asks && {
    options: asks.options.map(({ id }) => ({ id, text: {}, next: null })),
  }
  // The rules of a question as the visitor reads it are those of the flow's: only its texts are other.
  return checkAnswer({ ...rest, ...asks, ...withOptions } as Question, answer, today())
}
