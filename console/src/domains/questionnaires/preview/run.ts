import { checkAnswer } from '#contract/flow/check-answer.ts'
import {
  type Answer,
  type EndStep,
  type Flow,
  isQuestion,
  type Step,
  type StepId,
  stepOf,
} from '#contract/flow/flow.ts'
import {
  answer,
  answersOf,
  begin,
  type Facts,
  type Passed,
  type Progress,
  type Standing,
  standing,
} from '#contract/flow/walk.ts'

/** A trial: where it begins and what was answered, in order. Everything else follows from the flow as it is now. */
export interface Trial {
  /** Null: at the start. */
  from: StepId | null
  given: readonly { stepId: StepId; answer: Answer }[]
}

export const newTrial = (from: StepId | null = null): Trial => ({ from, given: [] })

/** What whoever tries sees. */
export interface Scene {
  passed: Passed[]
  /** Broken: nothing follows, or only a circle. Empty: there is no step. Finished: an end was gone through. */
  now: Standing | { at: 'broken' } | { at: 'empty' } | { at: 'finished'; step: EndStep }
}

/**
 * Walks a flow that may be unfinished through the answers of a trial, as far as they still fit: so whatever is changed in the flow or in
 * the situation shows at once.
 */
export function replay(flow: Flow, trial: Trial, facts: Facts, today: string): Scene {
  const start = stepOf(flow, trial.from) ? trial.from : flow.start
  if (start === null || !stepOf(flow, start)) return { passed: [], now: { at: 'empty' } }
  const begun = attempt(() => begin({ ...flow, start }, facts))
  if (!begun) return { passed: walkedInto(flow, start), now: { at: 'broken' } }
  let progress: Progress = begun
  for (const { stepId, answer: given } of trial.given) {
    const step: Step | undefined = stepOf(flow, progress.now)
    if (!step || step.id !== stepId || !fits(step, given, today)) break
    const before: Progress = progress
    if (step.kind === 'end') {
      const { passed } = answer(flow, before, given, facts)
      return { passed, now: { at: 'finished', step } }
    }
    const after: Progress | null = attempt(() => answer(flow, before, given, facts))
    if (!after) return { passed: [...before.passed, { stepId, kind: 'answer', answer: given }], now: { at: 'broken' } }
    progress = after
  }
  return { passed: progress.passed, now: standing(flow, progress, facts, answersOf(progress)) }
}

export const giveAnswer = (trial: Trial, scene: Scene, stepId: StepId, given: Answer): Trial => ({
  ...trial,
  given: [...givenIn(scene), { stepId, answer: given }],
})

/** Back to a question: its answer and what came after are dropped. */
export function goBack(trial: Trial, scene: Scene, stepId: StepId): Trial {
  const given = givenIn(scene)
  const at = given.findLastIndex((one) => one.stepId === stepId)
  return at < 0 ? trial : { ...trial, given: given.slice(0, at) }
}

const givenIn = ({ passed }: Scene) =>
  passed.flatMap((one) => (one.kind === 'answer' ? [{ stepId: one.stepId, answer: one.answer }] : []))

const fits = (step: Step, given: Answer, today: string) =>
  (isQuestion(step) || step.kind === 'end') && checkAnswer(step, given, today) === null

/** Messages that are said before the way breaks off. */
function walkedInto(flow: Flow, start: StepId): Passed[] {
  const step = stepOf(flow, start)
  return step?.kind === 'message' ? [{ stepId: start, kind: 'message' }] : []
}

/** A draft may lead nowhere, where the walk of a published flow never does: it says so by throwing. */
function attempt<T>(walk: () => T): T | null {
  try {
    return walk()
  } catch {
    return null
  }
}
