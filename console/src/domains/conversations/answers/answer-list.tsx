import type { AnswersForAgent } from '#contract/answers.ts'

/** Questions with their answers, in the order they were given. Both are a stranger's words, or the team's: text alone. */
export function AnswerList({ answers }: Pick<AnswersForAgent, 'answers'>) {
  return (
    <dl className="grid gap-1.5">
      {answers.map(({ stepId, question, answer }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question may be asked twice, and answers never change their order
        <div key={`${place} ${stepId}`}>
          <dt dir="auto" className="text-ink-soft">
            {question}
          </dt>
          <dd dir="auto" className="wrap-anywhere whitespace-pre-wrap font-medium">
            {answer}
          </dd>
        </div>
      ))}
    </dl>
  )
}
