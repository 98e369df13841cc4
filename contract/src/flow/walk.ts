import { isLeftOut } from './check-answer.ts'
import {
  type Answer,
  type ChoiceQuestion,
  type ConditionStep,
  type EndStep,
  type Flow,
  isQuestion,
  type MessageStep,
  type OptionId,
  type Question,
  type Step,
  type StepId,
  stepOf,
  type Test,
} from './flow.ts'

/** What of the world outside the flow parts its ways. Asked anew at each answer. */
export interface Facts {
  /** The visitor's, a BCP 47 primary tag. */
  language: string
  /** Within the channel's opening hours. */
  isOpen: boolean
  /** Whether this end is open now: somebody could take what it begins with an agent, or there is something to book. */
  couldReach: (end: EndStep) => boolean
}

/** What was said and answered on the way, in order. Conditions leave no trace: what they decided is the way itself. */
export type Passed = { stepId: StepId; kind: 'message' } | { stepId: StepId; kind: 'answer'; answer: Answer }

/** Where somebody is: the way behind them, and the step before them. Kept as it is, so that what changes meanwhile moves nobody. */
export interface Progress {
  passed: Passed[]
  now: StepId
}

/** What is shown at the step that is now. */
export type Standing =
  | { at: 'question'; step: Question /** Of a choice: what is offered now. */; offered: OptionId[] }
  | { at: 'form'; step: EndStep }
  | { at: 'words'; step: EndStep }
  /** Somebody could take it: the conversation begins. */
  | { at: 'agent'; step: EndStep }
  /** An appointment may be booked. */
  | { at: 'booking'; step: EndStep }
  /** Only ends would be left to go to that are not open now: words may be left, to be answered later. */
  | { at: 'nobody'; step: EndStep | ChoiceQuestion }

/** At the beginning of a flow that has one. */
export const begin = (flow: Flow, facts: Facts): Progress => goOn(flow, [], flow.start, facts)

/**
 * After an answer that fits the question or form that is now. An end stays where it is: what it begins is the caller's.
 */
export function answer(flow: Flow, { passed, now }: Progress, given: Answer, facts: Facts): Progress {
  const step = stepOf(flow, now)
  if (!step) throw new Error(`no step ${now}`)
  const after: Passed[] = [...passed, { stepId: now, kind: 'answer', answer: given }]
  if (step.kind === 'end') return { passed: after, now }
  return goOn(flow, after, isQuestion(step) ? followerOf(step, given) : null, facts)
}

/** Back to a question that was answered; that answer and what came after are dropped. Unchanged when it never was. */
export function back(progress: Progress, stepId: StepId): Progress {
  const at = progress.passed.findLastIndex((one) => one.kind === 'answer' && one.stepId === stepId)
  return at < 0 ? progress : { passed: progress.passed.slice(0, at), now: stepId }
}

export function standing(flow: Flow, { now }: Progress, facts: Facts, answers: ReadonlyMap<StepId, Answer>): Standing {
  const step = stepOf(flow, now)
  if (!step) throw new Error(`no step ${now}`)
  if (step.kind === 'end') {
    return { at: isShut(step, facts) ? 'nobody' : step.to.kind, step }
  }
  if (!isQuestion(step)) throw new Error(`nobody stays at ${now}`)
  if (step.kind !== 'choice') return { at: 'question', step, offered: [] }
  const offered = offeredOf(flow, step, facts, answers)
  return offered.length > 0 ? { at: 'question', step, offered } : { at: 'nobody', step }
}

/** The last answer to each step. */
export const answersOf = ({ passed }: Pick<Progress, 'passed'>): Map<StepId, Answer> =>
  new Map(passed.flatMap((one) => (one.kind === 'answer' ? [[one.stepId, one.answer] as const] : [])))

/** The options of a choice that lead somewhere now: one that leads straight to an end that is not open does not. */
export function offeredOf(
  flow: Flow,
  step: ChoiceQuestion,
  facts: Facts,
  answers: ReadonlyMap<StepId, Answer>,
): OptionId[] {
  const leads = ({ id, next }: ChoiceQuestion['options'][number]) => {
    const then = follow(flow, next, facts, new Map(answers).set(step.id, id)).to
    return then?.kind !== 'end' || !isShut(then, facts)
  }
  return step.options.filter(leads).map(({ id }) => id)
}

/** Forms and words are open to everybody. */
const isShut = (end: EndStep, facts: Facts): boolean =>
  (end.to.kind === 'agent' || end.to.kind === 'booking') && !facts.couldReach(end)

/** Where an answer leads. */
export function followerOf(step: Question, given: Answer): StepId | null {
  if (step.kind !== 'choice' || isLeftOut(given)) return step.next
  return step.options.find(({ id }) => id === given)?.next ?? null
}

function goOn(flow: Flow, passed: Passed[], next: StepId | null, facts: Facts): Progress {
  const { to, messages } = follow(flow, next, facts, answersOf({ passed }))
  if (!to) throw new Error(`nothing follows ${next}`)
  return { passed: [...passed, ...messages.map(({ id }) => ({ stepId: id, kind: 'message' as const }))], now: to.id }
}

/** Through messages and conditions to the first step where somebody stays; undefined when there is none. */
function follow(
  flow: Flow,
  first: StepId | null,
  facts: Facts,
  answers: ReadonlyMap<StepId, Answer>,
): { to: Question | EndStep | undefined; messages: MessageStep[] } {
  const messages: MessageStep[] = []
  let next = first
  // A way that asks nothing and passes more steps than there are goes in a circle.
  for (let left = flow.steps.length; left >= 0; left -= 1) {
    const step: Step | undefined = stepOf(flow, next)
    if (!step || isQuestion(step) || step.kind === 'end') return { to: step, messages }
    if (step.kind === 'message') messages.push(step)
    next = step.kind === 'message' ? step.next : branchOf(flow, step, facts, answers)
  }
  return { to: undefined, messages }
}

const branchOf = (flow: Flow, { test, yes, no }: ConditionStep, facts: Facts, answers: ReadonlyMap<StepId, Answer>) =>
  holds(flow, test, facts, answers) ? yes : no

function holds(flow: Flow, test: Test, facts: Facts, answers: ReadonlyMap<StepId, Answer>): boolean {
  switch (test.of) {
    case 'open':
      return facts.isOpen
    case 'language':
      return test.oneOf.includes(facts.language)
    case 'somebody-could': {
      const end = stepOf(flow, test.endId)
      return end?.kind === 'end' && facts.couldReach(end)
    }
    case 'answer':
      return meets(test, answers.get(test.stepId ?? '') ?? null)
  }
}

function meets({ is, values }: Extract<Test, { of: 'answer' }>, given: Answer): boolean {
  if (isLeftOut(given)) return false
  if (is === 'filled') return true
  if (is === 'at-least') return Number(given) >= Number(values[0])
  const same = (one: string) => values.some((value) => value.toLowerCase() === one.toLowerCase())
  return Array.isArray(given) ? given.some(same) : same(String(given))
}
