import type { Flow, StepId } from '#contract/flow/flow.ts'
import type { Place } from './edits.ts'
import { exitsOf } from './exits.ts'

/** Where a new step goes when one is in hand: on its first way that leads nowhere yet, else on its first way. */
export function placeAfter(flow: Flow, id: StepId | null): Place {
  if (flow.start === null) return 'start'
  const step = flow.steps.find((one) => one.id === id)
  const exits = step ? exitsOf(step) : []
  const exit = exits.find(({ next }) => next === null) ?? exits[0]
  return step && exit ? { stepId: step.id, exits: [exit.key] } : 'apart'
}
