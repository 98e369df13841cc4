import type { ReasonId, SubAccountId } from '../ids.ts'
import {
  type ChoiceQuestion,
  type ChoicesQuestion,
  type EndStep,
  type Flow,
  isQuestion,
  type OptionId,
  type Step,
  type StepId,
  type Test,
  type Texts,
} from './flow.ts'
import { canReach, edgesOf, endless, type Ways, waysOf } from './ways.ts'

/** What keeps a flow from being published. */
export const problemCodes = [
  'no-start', // no first step
  'no-end', // no end can be reached
  'nothing-next', // field, optionId
  'missing-step', // field, optionId: leads to, or asks about, a step that is not there
  'unreachable',
  'loop', // from here somebody can be sent round for ever, whatever they answer
  'missing-text', // language, optionId
  'missing-language', // language: one that a channel speaks
  'no-options',
  'no-fields', // of a form
  'duplicate', // field: id, options, fields or languages; optionId
  'range', // field: the least is more than the most
  'mask', // asks for nothing: no #, @ or *
  'keep-as', // an answer of this kind is no such thing
  'no-values', // a condition compares with nothing
  'impossible', // a condition compares with what its question never gives
  'not-asked', // a condition tests an answer that cannot have been given before it
  'unknown-sub-account',
  'unknown-reason', // an appointment for what is not, or no longer, booked there
] as const
export type ProblemCode = (typeof problemCodes)[number]

export type ProblemField =
  | 'start'
  | 'next'
  | 'yes'
  | 'no'
  | 'test'
  | 'id'
  | 'options'
  | 'fields'
  | 'languages'
  | 'text'
  | 'length'
  | 'count'
  | 'mask'
  | 'keepAs'
  | 'subAccountId'
  | 'reasonId'

/** One thing to mend, and its place. */
export interface Problem {
  code: ProblemCode
  /** Null: of the flow as a whole. */
  stepId: StepId | null
  optionId?: OptionId
  language?: string
  field?: ProblemField
}

export interface Surroundings {
  /** Those the channels speak that begin with it. */
  languages: readonly string[]
  /** In use; absent: not asked. */
  subAccountIds?: readonly SubAccountId[]
  /** What visitors of its sub-account may book; absent: not asked. */
  reasonIds?: readonly ReasonId[]
}

/** What must be mended before a flow can be published, in the order of its steps. None: it can. */
export function problemsOf(flow: Flow, around: Surroundings): Problem[] {
  const ways = waysOf(flow)
  return [
    ...ofLanguages(flow, around),
    ...ofStart(flow, ways),
    ...flow.steps.flatMap((step) => [
      ...ofId(flow, step),
      ...ofWay(step, ways),
      ...ofTexts(flow, step),
      ...ofContent(step),
      ...(step.kind === 'condition' ? ofTest(step.id, step.test, ways) : []),
      ...(step.kind === 'end' ? [...ofSubAccount(step, around), ...ofReason(step, around)] : []),
    ]),
    ...endless(ways).map((stepId): Problem => ({ code: 'loop', stepId })),
  ]
}

function ofLanguages({ languages }: Flow, around: Surroundings): Problem[] {
  const missing = around.languages.filter((language) => !languages.includes(language))
  const twice = languages.filter((language, at) => languages.indexOf(language) < at)
  return [
    ...missing.map((language): Problem => ({ code: 'missing-language', stepId: null, language, field: 'languages' })),
    ...twice.map((language): Problem => ({ code: 'duplicate', stepId: null, language, field: 'languages' })),
  ]
}

function ofStart({ start }: Flow, ways: Ways): Problem[] {
  if (start === null) return [{ code: 'no-start', stepId: null, field: 'start' }]
  if (!ways.steps.has(start)) return [{ code: 'missing-step', stepId: null, field: 'start' }]
  const ends = [...ways.reached].some((id) => ways.steps.get(id)?.kind === 'end')
  return ends ? [] : [{ code: 'no-end', stepId: null }]
}

function ofId({ steps }: Flow, step: Step): Problem[] {
  return steps.find(({ id }) => id === step.id) === step ? [] : [{ code: 'duplicate', stepId: step.id, field: 'id' }]
}

function ofWay(step: Step, ways: Ways): Problem[] {
  const broken = edgesOf(step).flatMap(({ to, ...place }): Problem[] => {
    if (to === null) return [{ code: 'nothing-next', stepId: step.id, ...place }]
    return ways.steps.has(to) ? [] : [{ code: 'missing-step', stepId: step.id, ...place }]
  })
  return ways.reached.has(step.id) ? broken : [...broken, { code: 'unreachable', stepId: step.id }]
}

function ofTexts({ languages }: Flow, step: Step): Problem[] {
  const missing = (texts: Texts, place: Partial<Problem>) =>
    languages
      .filter((language) => !texts[language])
      .map((language): Problem => ({ code: 'missing-text', stepId: step.id, language, field: 'text', ...place }))
  if (step.kind === 'condition') return []
  if (step.kind === 'end') return missing(step.to.text, {})
  const own = missing(step.text, {})
  if (step.kind !== 'choice' && step.kind !== 'choices') return own
  return [...own, ...step.options.flatMap(({ id, text }) => missing(text, { optionId: id, field: 'options' }))]
}

function ofContent(step: Step): Problem[] {
  const problem = (code: ProblemCode, field: ProblemField): Problem => ({ code, stepId: step.id, field })
  const range = (least: number | null, most: number | null, field: ProblemField) =>
    least !== null && most !== null && least > most ? [problem('range', field)] : []
  const kept = isQuestion(step) && !fitsField(step) ? [problem('keep-as', 'keepAs')] : []
  switch (step.kind) {
    case 'text':
      return [
        ...kept,
        ...range(step.minLength, step.maxLength, 'length'),
        ...(step.mask !== null && !/[#@*]/.test(step.mask) ? [problem('mask', 'mask')] : []),
        ...(step.mask !== null ? range(step.minLength, step.mask.length, 'mask') : []),
        ...(step.mask !== null ? range(step.mask.length, step.maxLength, 'mask') : []),
      ]
    case 'long-text':
      return [...kept, ...range(step.minLength, step.maxLength, 'length')]
    case 'number':
      return [...kept, ...range(step.min, step.max, 'count')]
    case 'choice':
      return [...kept, ...ofOptions(step)]
    case 'choices':
      return [
        ...kept,
        ...ofOptions(step),
        ...range(step.min, step.max, 'count'),
        ...(step.max === 0 && step.required ? [problem('range', 'count')] : []),
        ...(step.options.length > 0 ? range(step.min, step.options.length, 'count') : []),
      ]
    case 'end':
      return step.to.kind === 'form' ? ofForm(step.id, step.to.fields) : []
    case 'message':
    case 'condition':
      return []
    default:
      return kept
  }
}

function ofOptions({ id: stepId, options }: ChoiceQuestion | ChoicesQuestion): Problem[] {
  if (options.length === 0) return [{ code: 'no-options', stepId, field: 'options' }]
  return options.flatMap(({ id: optionId, text }, at): Problem[] => {
    const earlier = options.slice(0, at)
    if (earlier.some((other) => other.id === optionId))
      return [{ code: 'duplicate', stepId, optionId, field: 'options' }]
    const alike = Object.entries(text).filter(
      ([language, words]) => words && earlier.some((other) => sameWords(other.text[language] ?? '', words)),
    )
    return alike.map(([language]) => ({ code: 'duplicate', stepId, optionId, language, field: 'options' }))
  })
}

const sameWords = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

function ofForm(stepId: StepId, fields: readonly { key: string }[]): Problem[] {
  if (fields.length === 0) return [{ code: 'no-fields', stepId, field: 'fields' }]
  const twice = new Set(fields.map(({ key }) => key)).size < fields.length
  return twice ? [{ code: 'duplicate', stepId, field: 'fields' }] : []
}

/** Whether an answer of this kind can be what it is to be kept as. */
function fitsField({ kind, keepAs }: Pick<ChoiceQuestion, 'keepAs'> & { kind: Step['kind'] }): boolean {
  if (keepAs === null) return true
  if (keepAs.field === 'own') return kind !== 'file'
  return keepAs.field === 'name' ? kind === 'text' : kind === keepAs.field
}

function ofTest(stepId: StepId, test: Test, ways: Ways): Problem[] {
  const problem = (code: ProblemCode): Problem[] => [{ code, stepId, field: 'test' }]
  if (test.of === 'open') return []
  if (test.of === 'language') return test.oneOf.length > 0 ? [] : problem('no-values')
  const asked = test.of === 'answer' ? test.stepId : test.endId
  if (asked === null) return problem('nothing-next')
  const step = ways.steps.get(asked)
  if (!step) return problem('missing-step')
  if (test.of === 'somebody-could') return step.kind === 'end' && step.to.kind === 'agent' ? [] : problem('impossible')
  if (!isQuestion(step)) return problem('impossible')
  if (test.is !== 'filled' && test.values.length === 0) return problem('no-values')
  if (test.is === 'at-least' && (step.kind !== 'number' || !Number.isFinite(Number(test.values[0]))))
    return problem('impossible')
  if (test.is === 'one-of' && (step.kind === 'choice' || step.kind === 'choices')) {
    const known = new Set(step.options.map(({ id }) => id))
    if (!test.values.every((value) => known.has(value))) return problem('impossible')
  }
  if (test.is === 'one-of' && step.kind === 'file') return problem('impossible')
  return canReach(ways, asked, stepId) ? [] : problem('not-asked')
}

function ofSubAccount({ id, to }: EndStep, { subAccountIds }: Surroundings): Problem[] {
  if (to.kind !== 'agent' || to.subAccountId === null || subAccountIds === undefined) return []
  return subAccountIds.includes(to.subAccountId)
    ? []
    : [{ code: 'unknown-sub-account', stepId: id, field: 'subAccountId' }]
}

function ofReason({ id, to }: EndStep, { reasonIds }: Surroundings): Problem[] {
  if (to.kind !== 'booking' || to.reasonId === null || reasonIds === undefined) return []
  return reasonIds.includes(to.reasonId) ? [] : [{ code: 'unknown-reason', stepId: id, field: 'reasonId' }]
}
