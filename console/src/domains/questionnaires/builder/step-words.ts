import { type Flow, type Step, stepOf, textIn } from '#contract/flow/flow.ts'
import type { Problem } from '#contract/flow/problems.ts'
import type { BuilderWords } from '#words/builder.ts'
import { type ExitKey, optionOf } from '../flow/exits.ts'
import { newKindOf } from '../flow/new-step.ts'
import { textsOf } from '../flow/texts.ts'

/** How steps, answers and problems are called on screen, in the language whose texts are shown. */
export interface Naming {
  flow: Flow
  words: BuilderWords
  /** Whose texts are shown. */
  language: string
}

const titleLength = 60

/** The team's name for it, else the beginning of what it says, else its kind. */
export function titleOf(step: Step, { flow, words, language }: Naming): string {
  if (step.name.trim() !== '') return step.name
  const [line = ''] = textIn(flow, textsOf(step), language).trim().split('\n')
  if (line === '') return words.kinds[newKindOf(step)]
  return line.length > titleLength ? `${line.slice(0, titleLength - 1)}…` : line
}

export function titleOfId(id: string | null, naming: Naming): string {
  const step = stepOf(naming.flow, id)
  return step ? titleOf(step, naming) : ''
}

/** The kind, with what is worth knowing of it in a list. */
export function kindLineOf(step: Step, { words }: Pick<Naming, 'words'>): string {
  const kind = words.kinds[newKindOf(step)]
  if ('options' in step) return words.kindLine.options(kind, step.options.length)
  return 'required' in step && !step.required ? words.kindLine.optional(kind) : kind
}

/** What is drawn in the picture below the title: what it says, or asks about. */
export function lineOf(step: Step, naming: Naming): string {
  const { flow, words, language } = naming
  if (step.kind !== 'condition') return textIn(flow, textsOf(step), language).split('\n')[0] ?? ''
  const { test } = step
  if (test.of === 'answer' && test.stepId !== null)
    return `${titleOfId(test.stepId, naming)} ${words.editor.comparisons[test.is]}…`
  return words.editor.tests[test.of]
}

/** A way out: the answer it follows from, or its side. */
export function exitLabel(step: Step, exit: ExitKey, { flow, words, language }: Naming): string {
  if (exit === 'yes' || exit === 'no') return words.exits[exit]
  const optionId = optionOf(exit)
  if (optionId === null) return step.kind === 'choice' ? words.exits.skipped : words.exits.next
  return answerLabel(step, optionId, { flow, words, language })
}

/** An answer by its text, else by its place. */
export function answerLabel(step: Step, optionId: string, { flow, words, language }: Naming): string {
  if (!('options' in step)) return ''
  const at = step.options.findIndex(({ id }) => id === optionId)
  const option = step.options[at]
  return (option && textIn(flow, option.text, language)) || words.editor.answer(at + 1)
}

/** Where a problem is. */
export function placeOfProblem({ stepId, optionId }: Problem, naming: Naming): string {
  const step = stepOf(naming.flow, stepId)
  if (!step) return naming.words.problems.whole
  const title = titleOf(step, naming)
  return optionId === undefined
    ? title
    : naming.words.problems.placeOfAnswer(title, answerLabel(step, optionId, naming))
}
