import { type AnswerProblem, checkAnswer, checkFormField } from '#contract/flow/check-answer.ts'
import { type Answer, type EndStep, type FormAnswer, flowLimits, type Question } from '#contract/flow/flow.ts'
import { limits } from '#contract/limits.ts'
import { Email, Line } from '#contract/text.ts'
import { refusal } from '#server/platform/refusal.ts'

/**
 * An answer as it is kept, judged by the rule the widget judges it by, and by what only the server knows: what is one line, what is
 * an address.
 *
 * @param today where the visitor is
 * @refuses answers.does-not-fit
 */
export function tidyAnswer(step: Question | EndStep, given: Answer, today: string): Answer {
  const answer = step.kind === 'end' ? tidyForm(step, given) : tidyOne(step, given)
  const problem = checkAnswer(step, answer, today) ?? (step.kind === 'end' ? null : checkField(step, answer))
  if (problem) refuse(problem)
  return answer
}

function tidyOne(step: Question, given: Answer): Answer {
  if (typeof given !== 'string' || given === '' || step.kind === 'long-text') return given === '' ? null : given
  const line = Line(flowLimits.answerLength, 0).safeParse(given)
  if (!line.success) return given.length > flowLimits.answerLength ? given : refuse({ code: 'wrong-kind' })
  return step.kind === 'email' && line.data !== '' ? tidyEmail(line.data) : line.data || null
}

function tidyForm({ to }: EndStep, given: Answer): Answer {
  if (to.kind !== 'form' || typeof given !== 'object' || given === null || Array.isArray(given)) return given
  const tidy: FormAnswer = {}
  for (const [key, text] of Object.entries(given) as [keyof FormAnswer, string | undefined][]) {
    const line = key === 'message' ? text : text?.replace(/\s+/g, ' ').trim()
    if (!line) continue
    tidy[key] = key === 'email' && checkFormField('email', line, true) === null ? tidyEmail(line, 'email') : line
  }
  return tidy
}

/** Lower-cased: one mailbox is one address. */
function tidyEmail(text: string, field?: 'email'): string {
  const email = Email.safeParse(text)
  return email.success ? email.data : refuse({ code: 'not-email', ...(field && { field }) })
}

/** A visitor's name is no longer than names are. */
function checkField({ keepAs }: Question, answer: Answer): AnswerProblem | null {
  const isTooLong = keepAs?.field === 'name' && typeof answer === 'string' && answer.length > limits.nameLength
  return isTooLong ? { code: 'too-long', limit: limits.nameLength } : null
}

function refuse(problem: AnswerProblem): never {
  throw refusal('answers.does-not-fit', { details: { problem }, ...(problem.field && { field: problem.field }) })
}
