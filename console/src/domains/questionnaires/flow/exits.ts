import type { Flow, OptionId, Step, StepId } from '#contract/flow/flow.ts'

/** One way out of a step: its only one, an answer's, or a side of a condition. `next` of a choice: after an answer left out. */
export type ExitKey = 'next' | 'yes' | 'no' | `option:${OptionId}`

export interface Exit {
  key: ExitKey
  next: StepId | null
}

/** A way out by the step it leaves; several exits where they are taken together. */
export interface Way {
  stepId: StepId
  exits: readonly ExitKey[]
}

export const optionExit = (id: OptionId): ExitKey => `option:${id}`
export const optionOf = (key: ExitKey): OptionId | null =>
  key.startsWith('option:') ? key.slice('option:'.length) : null

/** Every way out, in the order it is drawn. */
export function exitsOf(step: Step): Exit[] {
  if (step.kind === 'end') return []
  if (step.kind === 'condition')
    return [
      { key: 'yes', next: step.yes },
      { key: 'no', next: step.no },
    ]
  if (step.kind !== 'choice') return [{ key: 'next', next: step.next }]
  const answers = step.options.map(({ id, next }): Exit => ({ key: optionExit(id), next }))
  return step.required ? answers : [...answers, { key: 'next', next: step.next }]
}

/** The step with one way leading elsewhere; a way it does not have changes nothing. */
export function withExit<S extends Step>(step: S, key: ExitKey, next: StepId | null): S {
  if (step.kind === 'end') return step
  if (step.kind === 'condition') return key === 'yes' || key === 'no' ? { ...step, [key]: next } : step
  const optionId = optionOf(key)
  if (step.kind === 'choice' && optionId !== null)
    return { ...step, options: step.options.map((option) => (option.id === optionId ? { ...option, next } : option)) }
  return key === 'next' ? { ...step, next } : step
}

/** Every way of the step through a change: also the one of an answer left out where none may be. */
export function mapExits<S extends Step>(step: S, change: (next: StepId | null) => StepId | null): S {
  const changed = exitsOf(step).reduce((sofar, { key, next }) => withExit(sofar, key, change(next)), step)
  return changed.kind === 'choice' ? { ...changed, next: change(changed.next) } : changed
}

/** Steps that lead to one, with the way that does. */
export function waysTo(flow: Flow, id: StepId): Way[] {
  return flow.steps.flatMap((step) => {
    const exits = exitsOf(step).flatMap(({ key, next }) => (next === id ? [key] : []))
    return exits.length > 0 ? [{ stepId: step.id, exits }] : []
  })
}
