import type { StandingForVisitor } from '#contract/answers.ts'
import { type Answer, formKeys } from '#contract/flow/flow.ts'

/** An answer on its way, as it was given: the server's own words follow with it. */
export function answerInWords(answer: Answer, now: StandingForVisitor, fileName: (id: string) => string): string {
  if (answer === null) return ''
  if (now.at === 'question' && (now.asks.kind === 'choice' || now.asks.kind === 'choices')) {
    const chosen = [answer].flat()
    return now.asks.options
      .filter(({ id }) => chosen.includes(id))
      .map(({ text }) => text)
      .join(', ')
  }
  if (Array.isArray(answer)) return answer.map(fileName).join(', ')
  if (typeof answer === 'object') return formKeys.flatMap((key) => answer[key] || []).join('\n')
  return String(answer)
}
