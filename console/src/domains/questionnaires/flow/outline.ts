import type { StepId } from '#contract/flow/flow.ts'
import type { ExitKey } from './exits.ts'
import type { Branch, Forest } from './forest.ts'

/** One line of the outline: a step, or the ways that lead to what follows it in the list. */
export type OutlineLine =
  | {
      kind: 'step'
      id: StepId
      level: number /** The ways of its parent that lead here; empty: its only one. */
      by: readonly ExitKey[]
      parent: StepId | null
    }
  | {
      kind: 'ways'
      of: StepId
      exits: readonly ExitKey[]
      level: number /** A step that stands elsewhere; null: nowhere; absent: the step below. */
      to?: StepId | null
    }
  | { kind: 'apart' }

/** The steps in reading order, each once: a step with several ways has each of them below it, with what follows. */
export function outlineOf({ roots, branches }: Forest): OutlineLine[] {
  const lines: OutlineLine[] = []
  const [start, ...loose] = roots
  if (start !== undefined) list(start, 0, [], null)
  if (loose.length > 0) lines.push({ kind: 'apart' })
  for (const root of loose) list(root, 0, [], null)
  return lines

  function list(id: StepId, level: number, by: readonly ExitKey[], parent: StepId | null): void {
    const branch = branches.get(id)
    if (!branch) return
    lines.push({ kind: 'step', id, level, by, parent })
    const ways = waysOf(branch)
    const [only] = ways
    if (only?.isChild && ways.length === 1 && only.to !== null) {
      list(only.to, level, [], id)
      return
    }
    for (const { exits, to, isChild } of ways) {
      if (ways.length === 1 && branch.exits.length === 1 && to === null) continue
      lines.push({ kind: 'ways', of: id, exits, level: level + 1, ...(isChild ? {} : { to }) })
      if (isChild && to !== null) list(to, level + 1, exits, id)
    }
  }
}

/** The ways of a step by where they lead, in their order; those that lead nowhere each for itself. */
function waysOf({ exits, children, jumps }: Branch): { exits: ExitKey[]; to: StepId | null; isChild: boolean }[] {
  const ways: { exits: ExitKey[]; to: StepId | null; isChild: boolean }[] = []
  for (const { key, next } of exits) {
    const same = next === null ? undefined : ways.find(({ to }) => to === next)
    if (same) same.exits.push(key)
    else ways.push({ exits: [key], to: next, isChild: next !== null && children.includes(next) && !jumps.has(key) })
  }
  return ways
}
