import {
  type ConditionStep,
  type Flow,
  isQuestion,
  type OptionId,
  type Question,
  type Step,
  type StepId,
} from './flow.ts'

/** What leads from a step to another: its place in the step, and where it leads. */
export interface Edge {
  to: StepId | null
  field: 'next' | 'yes' | 'no'
  optionId?: OptionId
}

/** A flow as a graph. */
export interface Ways {
  /** Of several with one id, the first. */
  steps: ReadonlyMap<StepId, Step>
  /** To steps that exist. */
  next: ReadonlyMap<StepId, readonly StepId[]>
  /** From the start. */
  reached: ReadonlySet<StepId>
}

export function waysOf({ steps: list, start }: Flow): Ways {
  const steps = new Map<StepId, Step>()
  for (const step of list) if (!steps.has(step.id)) steps.set(step.id, step)
  const next = new Map([...steps].map(([id, step]) => [id, followersOf(step, steps)]))
  return { steps, next, reached: start !== null && steps.has(start) ? from(next, [start]) : new Set() }
}

export function edgesOf(step: Step): Edge[] {
  switch (step.kind) {
    case 'end':
      return []
    case 'condition':
      return [
        { to: step.yes, field: 'yes' },
        { to: step.no, field: 'no' },
      ]
    case 'choice':
      return [
        ...step.options.map(({ id, next }): Edge => ({ to: next, field: 'next', optionId: id })),
        ...(step.required ? [] : [{ to: step.next, field: 'next' } as const]),
      ]
    default:
      return [{ to: step.next, field: 'next' }]
  }
}

/** Whether one can come to `to` after `first`. */
export const canReach = ({ next }: Ways, first: StepId, to: StepId): boolean =>
  from(next, next.get(first) ?? []).has(to)

function from(next: Ways['next'], first: readonly StepId[]): Set<StepId> {
  const seen = new Set(first)
  for (const id of seen) for (const follower of next.get(id) ?? []) seen.add(follower)
  return seen
}

const followersOf = (step: Step, steps: ReadonlyMap<StepId, Step>): StepId[] =>
  edgesOf(step).flatMap(({ to }) => (to !== null && steps.has(to) ? [to] : []))

/**
 * Steps from which somebody could be sent round for ever, whatever they answer: the first of each circle, in the order of the flow.
 * A game of two: the visitor chooses answers, the world (hours, languages, who is there) chooses conditions. A step is safe when the
 * visitor can force an end from it. A condition on an answer is theirs to choose when they are led back to its question.
 */
export function endless(ways: Ways): StepId[] {
  const { steps, next, reached } = ways
  const ends = [...steps.values()].filter(({ kind }) => kind === 'end').map(({ id }) => id)
  const chosen = new Map<string, boolean>()
  const isChosen = (condition: ConditionStep, safe: ReadonlySet<StepId>) => {
    const key = `${condition.id} ${safe.has(condition.yes ?? '')}`
    const known = chosen.get(key) ?? leadsBack(ways, condition, safe.has(condition.yes ?? ''))
    chosen.set(key, known)
    return known
  }
  const safe = forced(ways, new Set(ends), isChosen)
  // What leads nowhere is told of as such.
  const unsafe = [...reached].filter((id) => !safe.has(id) && (next.get(id) ?? []).length > 0)
  const inCircle = unsafe.filter((id) => canReachWithin(next, id, new Set(unsafe)))
  const told: StepId[] = []
  for (const { id } of steps.values())
    if (inCircle.includes(id) && !told.some((one) => canReach(ways, one, id) && canReach(ways, id, one))) told.push(id)
  return told
}

/** The steps from which the visitor can force one of `goals`, never by `without`. */
function forced(
  { steps }: Ways,
  goals: ReadonlySet<StepId>,
  isChosen: (condition: ConditionStep, safe: ReadonlySet<StepId>) => boolean,
  without: StepId | null = null,
): Set<StepId> {
  const safe = new Set(goals)
  const isSafe = (id: StepId | null) => id !== null && safe.has(id)
  for (let grew = true; grew; ) {
    grew = false
    for (const step of steps.values()) {
      if (
        safe.has(step.id) ||
        step.id === without ||
        !leadsToSafety(step, isSafe, (condition) => isChosen(condition, safe))
      )
        continue
      safe.add(step.id)
      grew = true
    }
  }
  return safe
}

function leadsToSafety(
  step: Step,
  isSafe: (id: StepId | null) => boolean,
  isChosen: (condition: ConditionStep) => boolean,
): boolean {
  const edges = edgesOf(step)
  if (step.kind !== 'condition') return edges.some(({ to }) => isSafe(to))
  if (edges.every(({ to }) => isSafe(to))) return true
  return edges.some(({ to }) => isSafe(to)) && isChosen(step)
}

/**
 * Whether the wrong side of a condition on an answer leads back to its question, whatever the world does, and from there, with
 * another answer, to the condition again.
 */
function leadsBack(ways: Ways, { id, test, yes, no }: ConditionStep, wantsYes: boolean): boolean {
  if (test.of !== 'answer' || test.stepId === null) return false
  const asked = ways.steps.get(test.stepId)
  if (!asked || !isQuestion(asked)) return false
  const theirs = () => false
  const wrong = wantsYes ? no : yes
  const toQuestion = forced(ways, new Set([asked.id]), theirs)
  if (wrong === null || !toQuestion.has(wrong)) return false
  // Asked again on the way, the answer would be another.
  const toCondition = forced(ways, new Set([id]), theirs, asked.id)
  return rightEdges(asked, test, wantsYes).some((to) => to !== null && toCondition.has(to))
}

/** Where answers to a question lead that make the test come out as wanted. */
function rightEdges(
  asked: Question,
  { is, values }: Extract<ConditionStep['test'], { of: 'answer' }>,
  wantsYes: boolean,
): (StepId | null)[] {
  const leftOut = asked.required ? [] : [asked.next]
  if (is === 'filled') {
    if (!wantsYes) return leftOut
    return asked.kind === 'choice' ? asked.options.map(({ next }) => next) : [asked.next]
  }
  if (asked.kind === 'choice') {
    const fits = asked.options.filter(({ id }) => values.includes(id) === wantsYes).map(({ next }) => next)
    return wantsYes ? fits : [...fits, ...leftOut]
  }
  if (asked.kind === 'choices') {
    const others = asked.options.filter(({ id }) => !values.includes(id))
    return wantsYes || others.length >= Math.max(asked.min ?? 1, 1) ? [asked.next] : leftOut
  }
  if (asked.kind === 'number' && is === 'at-least') {
    const least = Number(values[0])
    const possible = wantsYes ? asked.max === null || asked.max >= least : asked.min === null || asked.min < least
    return possible ? [asked.next] : leftOut
  }
  return [asked.next]
}

function canReachWithin(next: Ways['next'], id: StepId, within: ReadonlySet<StepId>): boolean {
  const seen = new Set<StepId>()
  const queue = [id]
  for (const one of queue)
    for (const follower of next.get(one) ?? []) {
      if (follower === id) return true
      if (!within.has(follower) || seen.has(follower)) continue
      seen.add(follower)
      queue.push(follower)
    }
  return false
}
