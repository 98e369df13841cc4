import type { Flow, Step, StepId } from '#contract/flow/flow.ts'
import { type Exit, type ExitKey, exitsOf } from './exits.ts'

/** A step where it stands in the flow: below the step nearest to the start that leads to it. */
export interface Branch {
  step: Step
  exits: Exit[]
  /** The most steps that can come before it. */
  layer: number
  parent: StepId | null
  /** In the order of the ways that lead to them. */
  children: StepId[]
  /** Ways that lead back to a step on the way here, or from beside the flow into it: named, not drawn. */
  jumps: Set<ExitKey>
}

export interface Forest {
  /** The start, then what nothing leads to. */
  roots: StepId[]
  /** Those before that lead to it come before each step. */
  branches: Map<StepId, Branch>
}

/**
 * The flow as trees: each step stands once, below the highest step that leads to it, the first of several. So every other step that
 * leads to it stands no higher than that one: what is drawn down from them crosses no step.
 */
export function growForest(flow: Flow): Forest {
  const steps = new Map(flow.steps.map((step) => [step.id, step]))
  const branches: Forest['branches'] = new Map()
  const roots = rootCandidates(flow).filter((root) => {
    if (!steps.has(root) || branches.has(root)) return false
    for (const branch of walkDown(root, steps, new Set(branches.keys()))) branches.set(branch.step.id, branch)
    return true
  })
  for (const branch of branches.values())
    eachDrawn(branch, branches, (next) => {
      next.layer = Math.max(next.layer, branch.layer + 1)
    })
  for (const branch of branches.values())
    eachDrawn(branch, branches, (next) => {
      const above = next.parent === null ? null : branches.get(next.parent)
      if (!above || branch.layer < above.layer) next.parent = branch.step.id
    })
  for (const branch of branches.values())
    eachDrawn(branch, branches, (next) => {
      const { id } = next.step
      if (next.parent === branch.step.id && !branch.children.includes(id)) branch.children.push(id)
    })
  return { roots, branches }
}

/** What only leads round in a circle has no first step: any of it will do, after those that nothing leads to. */
function rootCandidates({ start, steps }: Flow): StepId[] {
  const ledTo = new Set(steps.flatMap((step) => exitsOf(step).map(({ next }) => next)))
  const loose = steps.map(({ id }) => id).sort((one, other) => Number(ledTo.has(one)) - Number(ledTo.has(other)))
  return start === null ? loose : [start, ...loose]
}

/** Everything below a root that stands nowhere yet, by depth first: each step after all that lead to it. */
function walkDown(root: StepId, steps: Map<StepId, Step>, placed: ReadonlySet<StepId>): Branch[] {
  const open = new Set<StepId>()
  const done: Branch[] = []
  const visited = new Set<StepId>()
  const visit = (step: Step) => {
    visited.add(step.id)
    open.add(step.id)
    const exits = exitsOf(step)
    const branch: Branch = { step, exits, layer: 0, parent: null, children: [], jumps: new Set() }
    // The last way first, so that in the order turned round the first one comes first.
    for (const { key, next } of exits.toReversed()) {
      const target = next === null ? undefined : steps.get(next)
      if (!target) continue
      if (open.has(target.id) || placed.has(target.id)) branch.jumps.add(key)
      else if (!visited.has(target.id)) visit(target)
    }
    open.delete(step.id)
    done.push(branch)
  }
  const first = steps.get(root)
  if (first) visit(first)
  return done.reverse()
}

function eachDrawn({ exits, jumps }: Branch, branches: Forest['branches'], act: (next: Branch) => void): void {
  for (const { key, next } of exits) {
    const target = next === null || jumps.has(key) ? undefined : branches.get(next)
    if (target) act(target)
  }
}
