import type { Flow, Step, Texts } from '#contract/flow/flow.ts'

/** What a step says or asks; a condition says nothing. */
export const textsOf = (step: Step): Texts =>
  step.kind === 'end' ? step.to.text : step.kind === 'condition' ? {} : step.text

export function withTexts(step: Step, text: Texts): Step {
  if (step.kind === 'condition') return step
  return step.kind === 'end' ? { ...step, to: { ...step.to, text } } : { ...step, text }
}

/** How many texts of a step are missing in a language. */
export const missingIn = (step: Step, language: string): number =>
  allTexts(step).filter((text) => (text[language] ?? '').trim() === '').length

const allTexts = (step: Step): Texts[] => [
  ...(step.kind === 'condition' ? [] : [textsOf(step)]),
  ...('options' in step ? step.options.map(({ text }) => text) : []),
]

/** The same for the whole flow. */
export const missingInFlow = ({ steps }: Flow, language: string): number =>
  steps.reduce((sum, step) => sum + missingIn(step, language), 0)

/** How many texts of the flow are written in a language. */
export const writtenInFlow = ({ steps }: Flow, language: string): number =>
  steps.reduce((sum, step) => sum + allTexts(step).length - missingIn(step, language), 0)
