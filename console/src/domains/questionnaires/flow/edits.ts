/** What can be done to a flow: pure, each giving the flow as it is then. Ids and words are arguments. */
import type { Flow, OptionId, Step, StepId, Test } from '#contract/flow/flow.ts'
import { exitsOf, mapExits, type Way, withExit } from './exits.ts'
import { type NewKind, newKindOf, newStep } from './new-step.ts'
import { textsOf, withTexts } from './texts.ts'

/** Where a new step goes: on a way out, before everything, or beside everything, led to by nothing yet. */
export type Place = Way | 'start' | 'apart'

export const changeStep = (flow: Flow, id: StepId, change: (step: Step) => Step): Flow => ({
  ...flow,
  steps: flow.steps.map((step) => (step.id === id ? change(step) : step)),
})

export const connect = (flow: Flow, { stepId, exits }: Way, next: StepId | null): Flow =>
  changeStep(flow, stepId, (step) => exits.reduce((sofar, exit) => withExit(sofar, exit, next), step))

/** What followed the place follows the new step, by its first way. */
export function addStep(flow: Flow, step: Step, place: Place): Flow {
  const isFirst = place === 'start' || flow.start === null
  const before = typeof place === 'object' ? stepIn(flow, place.stepId) : undefined
  const follows = typeof place === 'object' ? followerOf(flow, place) : isFirst ? flow.start : null
  const [first] = exitsOf(step)
  const added = first ? withExit(step, first.key, follows) : step
  const at = before ? flow.steps.indexOf(before) + 1 : isFirst ? 0 : flow.steps.length
  const grown = {
    ...flow,
    start: isFirst ? step.id : flow.start,
    steps: flow.steps.toSpliced(at, 0, added),
  }
  return typeof place === 'object' ? connect(grown, place, step.id) : grown
}

/** What led to it leads to what followed it, when that is one step; else nowhere. Questions about it ask about nothing. */
export function removeStep(flow: Flow, id: StepId): Flow {
  const removed = stepIn(flow, id)
  if (!removed) return flow
  const followers = new Set(exitsOf(removed).flatMap(({ next }) => (next === null || next === id ? [] : [next])))
  const heir = followers.size === 1 ? ([...followers][0] ?? null) : null
  const pass = (next: StepId | null) => (next === id ? heir : next)
  return {
    ...flow,
    start: flow.start === id ? (heir ?? flow.steps.find((step) => step.id !== id)?.id ?? null) : flow.start,
    steps: flow.steps
      .filter((step) => step.id !== id)
      .map((step) => forgetIn(mapExits(step, pass), (asked) => (asked === id ? null : asked))),
  }
}

/** A copy beside it under its own id, leading where it leads; nothing leads to it yet. */
export function duplicateStep(flow: Flow, id: StepId, copyId: StepId, name: string): Flow {
  const at = flow.steps.findIndex((step) => step.id === id)
  const step = flow.steps[at]
  return step ? { ...flow, steps: flow.steps.toSpliced(at + 1, 0, { ...step, id: copyId, name }) } : flow
}

/** Another kind with what both have: words, answers, what follows. */
export function changeKind(flow: Flow, id: StepId, kind: NewKind): Flow {
  return changeStep(flow, id, (step) => {
    if (newKindOf(step) === kind) return step
    const fresh = { ...newStep(kind, id), name: step.name }
    const worded = withTexts(fresh, textsOf(step))
    const asked =
      'required' in worded && 'required' in step
        ? { ...worded, required: step.required, keepAs: worded.keepAs ?? step.keepAs }
        : worded
    return leadAs(withOptionsOf(asked, step), step)
  })
}

export const setStart = (flow: Flow, id: StepId): Flow => ({ ...flow, start: id })

type Options = Extract<Step, { options: unknown }>
const changeOptions = (flow: Flow, id: StepId, change: (step: Options) => Options) =>
  changeStep(flow, id, (step) => ('options' in step ? change(step) : step))

/** Leads nowhere yet. */
export const addOption = (flow: Flow, id: StepId, optionId: OptionId): Flow =>
  changeOptions(flow, id, (step) =>
    step.kind === 'choice'
      ? { ...step, options: [...step.options, { id: optionId, text: {}, next: null }] }
      : { ...step, options: [...step.options, { id: optionId, text: {} }] },
  )

export function removeOption(flow: Flow, id: StepId, optionId: OptionId): Flow {
  const without = changeOptions(flow, id, (step) =>
    step.kind === 'choice'
      ? { ...step, options: step.options.filter((option) => option.id !== optionId) }
      : { ...step, options: step.options.filter((option) => option.id !== optionId) },
  )
  return { ...without, steps: without.steps.map((step) => forgetValue(step, id, optionId)) }
}

/** To another place among the answers, counted from 0 and kept within them. */
export const moveOption = (flow: Flow, id: StepId, optionId: OptionId, to: number): Flow =>
  changeOptions(flow, id, (step) =>
    step.kind === 'choice'
      ? { ...step, options: moved(step.options, optionId, to) }
      : { ...step, options: moved(step.options, optionId, to) },
  )

export const setOptionText = (flow: Flow, id: StepId, optionId: OptionId, language: string, text: string): Flow =>
  changeOptions(flow, id, (step) => {
    const say = <O extends { id: OptionId; text: Record<string, string> }>(option: O): O =>
      option.id === optionId ? { ...option, text: { ...option.text, [language]: text } } : option
    return step.kind === 'choice'
      ? { ...step, options: step.options.map(say) }
      : { ...step, options: step.options.map(say) }
  })

export const setText = (flow: Flow, id: StepId, language: string, text: string): Flow =>
  changeStep(flow, id, (step) => withTexts(step, { ...textsOf(step), [language]: text }))

export const addLanguage = (flow: Flow, language: string): Flow =>
  flow.languages.includes(language) ? flow : { ...flow, languages: [...flow.languages, language] }

/** Its texts go with it; the last language stays. */
export function removeLanguage(flow: Flow, language: string): Flow {
  const languages = flow.languages.filter((one) => one !== language)
  if (languages.length === 0) return flow
  const without = ({ [language]: _, ...texts }: Record<string, string>) => texts
  return {
    ...flow,
    languages,
    steps: flow.steps.map((step) => {
      const silenced = withTexts(step, without(textsOf(step)))
      const mute = <O extends { text: Record<string, string> }>(option: O): O => ({
        ...option,
        text: without(option.text),
      })
      if (silenced.kind === 'choice') return { ...silenced, options: silenced.options.map(mute) }
      return silenced.kind === 'choices' ? { ...silenced, options: silenced.options.map(mute) } : silenced
    }),
  }
}

/** First: what is shown to whoever speaks none of them. */
export const putLanguageFirst = (flow: Flow, language: string): Flow => ({
  ...flow,
  languages: [language, ...flow.languages.filter((one) => one !== language)],
})

const stepIn = (flow: Flow, id: StepId) => flow.steps.find((step) => step.id === id)

function followerOf(flow: Flow, { stepId, exits }: Way): StepId | null {
  const step = stepIn(flow, stepId)
  return (step && exitsOf(step).find(({ key, next }) => exits.includes(key) && next !== null)?.next) ?? null
}

function moved<O extends { id: OptionId }>(options: readonly O[], id: OptionId, to: number): O[] {
  const from = options.findIndex((option) => option.id === id)
  const option = options[from]
  if (!option) return [...options]
  return options.toSpliced(from, 1).toSpliced(Math.max(0, Math.min(to, options.length - 1)), 0, option)
}

/** The fresh step with the answers of another, as far as it can have answers. */
function withOptionsOf(fresh: Step, { ...old }: Step): Step {
  if (!('options' in old)) return fresh
  if (fresh.kind === 'choices') return { ...fresh, options: old.options.map(({ id, text }) => ({ id, text })) }
  if (fresh.kind !== 'choice') return fresh
  const follows = 'next' in old ? old.next : null
  return {
    ...fresh,
    options: old.options.map(({ id, text, ...rest }) => ({ id, text, next: 'next' in rest ? rest.next : follows })),
  }
}

/** Every way of the fresh step that leads nowhere leads where the old one's first did. */
function leadAs(fresh: Step, old: Step): Step {
  const first = exitsOf(old).find(({ next }) => next !== null)?.next ?? null
  return mapExits(fresh, (next) => next ?? first)
}

function forgetIn(step: Step, pass: (asked: StepId | null) => StepId | null): Step {
  if (step.kind !== 'condition') return step
  const test: Test =
    step.test.of === 'somebody-could'
      ? { ...step.test, endId: pass(step.test.endId) }
      : step.test.of === 'answer'
        ? { ...step.test, stepId: pass(step.test.stepId) }
        : step.test
  return { ...step, test }
}

const forgetValue = (step: Step, stepId: StepId, value: string): Step =>
  step.kind === 'condition' && step.test.of === 'answer' && step.test.stepId === stepId
    ? { ...step, test: { ...step.test, values: step.test.values.filter((one) => one !== value) } }
    : step
