import { type Answer, type Flow, formKeys, type Step, textIn } from '#contract/flow/flow.ts'
import type { QuestionWords } from '#words/builder.ts'

interface Reading {
  flow: Flow
  language: string
  words: QuestionWords
  /** How a made-up file is called. */
  sample: (number: number) => string
}

/** An answer as its bubble says it. */
export function answerInWords(step: Step, answer: Answer, { flow, language, words, sample }: Reading): string {
  if (answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)) return words.skipped
  if (step.kind === 'file' && Array.isArray(answer)) return answer.map((_, at) => sample(at + 1)).join('\n')
  if ('options' in step) {
    const chosen = Array.isArray(answer) ? answer : [String(answer)]
    return step.options
      .flatMap(({ id, text }) => (chosen.includes(id) ? [textIn(flow, text, language)] : []))
      .join(', ')
  }
  if (step.kind === 'date') return new Date(`${answer}T12:00:00`).toLocaleDateString(language, { dateStyle: 'long' })
  if (typeof answer === 'number') return answer.toLocaleString(language, { maximumFractionDigits: 20 })
  if (typeof answer === 'object' && !Array.isArray(answer))
    return formKeys.flatMap((key) => answer[key] || []).join('\n')
  return String(answer)
}
