/** @jsxImportSource preact */
import type { AnswerProblem } from '#contract/flow/check-answer.ts'
import type { QuestionWords } from '#words/questions.ts'

interface Props {
  problem: AnswerProblem | null
  words: QuestionWords
  id?: string
}

/** Why an answer does not fit, at its field. */
export const Problem = ({ problem, words, id = 'answer-wrong' }: Props) => (
  <p id={id} class="wrong" role="alert">
    {problem && words.problem[problem.code](problem)}
  </p>
)
