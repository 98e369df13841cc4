import type { StepId } from '#contract/flow/flow.ts'
import type { ExitKey } from '../flow/exits.ts'
import type { Branch } from '../flow/forest.ts'
import type { Point } from './rounded-path.ts'

/** In pixels of the picture before it is zoomed. */
export const sizes = {
  node: 172,
  head: 42,
  /** Below the head: one line of what is said. */
  line: 20,
  cell: 28,
  cellGap: 4,
  padding: 12,
  columnGap: 20,
  /** Room to the right of a list, where its ways turn down. */
  lanes: 24,
  stub: { width: 120, height: 26, reach: 20 },
} as const

/**
 * How the ways out of a step are drawn: one below it, side by side where they part the picture, or as a list whose ways leave to the
 * right (or below, when they all lead to one step).
 */
export type Shape = 'end' | 'single' | 'across' | 'list'

export interface Cell {
  exit: ExitKey
  x: number
  y: number
  width: number
}

export interface Box {
  branch: Branch
  id: StepId
  shape: Shape
  x: number
  y: number
  width: number
  height: number
  /** Room kept to its right for what leads nowhere. */
  beside: number
  /** Ways that are not drawn to a step. */
  loose: ReadonlySet<ExitKey>
}

const acrossWays = 6

/** Of a cell side by side. Answers may be as wide as what follows them, so that they stand over it; yes and no need little. */
const acrossCell = {
  choice: { least: 124, most: sizes.node + sizes.columnGap - sizes.cellGap },
  condition: { least: 84, most: 84 },
}
const acrossCellOf = ({ step }: Branch) => (step.kind === 'condition' ? acrossCell.condition : acrossCell.choice)

export function measure(branch: Branch): Box {
  const { step, exits, jumps, children } = branch
  const loose = new Set(exits.flatMap(({ key, next }) => (next === null || jumps.has(key) ? [key] : [])))
  const shape = shapeOf(branch)
  const rows = shape === 'across' ? 1 : shape === 'list' ? exits.length : 0
  const cells = rows === 0 ? 0 : rows * (sizes.cell + sizes.cellGap) - sizes.cellGap + sizes.padding
  return {
    branch,
    id: step.id,
    shape,
    x: 0,
    y: 0,
    width:
      shape === 'across' ? Math.max(sizes.node, acrossWidth(exits.length, acrossCellOf(branch).least)) : sizes.node,
    height: sizes.head + sizes.line + (cells > 0 ? cells + 6 : 6),
    beside: shape === 'list' ? besideOf(loose.size > 0, exits) : 0,
    loose,
  }

  function shapeOf({ step, exits }: Branch): Shape {
    if (exits.length === 0 && step.kind === 'end') return 'end'
    if (step.kind !== 'choice' && step.kind !== 'condition') return 'single'
    return exits.length <= acrossWays && (children.length > 1 || step.kind === 'condition') ? 'across' : 'list'
  }
}

/** Nothing where all its ways leave below. */
function besideOf(hasLoose: boolean, exits: Branch['exits']): number {
  if (hasLoose) return sizes.stub.reach + sizes.stub.width
  return new Set(exits.map(({ next }) => next)).size > 1 ? sizes.lanes : 0
}

export const centerOf = ({ x, width }: Box): number => x + width / 2

/** As wide as what it parts, within reason, so that its cells stand over what follows them. */
export function widen(box: Box, span: number): void {
  const { most } = acrossCellOf(box.branch)
  const widest = acrossWidth(box.branch.exits.length, most)
  box.width = Math.max(box.width, Math.min(span + most + 2 * sizes.padding, widest))
}

const acrossWidth = (count: number, cell: number) => count * cell + (count - 1) * sizes.cellGap + 2 * sizes.padding

export function cellsOf({ branch: { exits }, shape, x, y, width }: Box): Cell[] {
  if (shape !== 'across' && shape !== 'list') return []
  const inner = width - 2 * sizes.padding
  const across = (inner - (exits.length - 1) * sizes.cellGap) / exits.length
  const top = y + sizes.head + sizes.line + 6
  return exits.map(({ key }, at) =>
    shape === 'across'
      ? { exit: key, x: x + sizes.padding + at * (across + sizes.cellGap), y: top, width: across }
      : { exit: key, x: x + sizes.padding, y: top + at * (sizes.cell + sizes.cellGap), width: inner },
  )
}

/** Where a way leaves the step: from its edge to where it turns down. */
export function departureOf(box: Box, exit: ExitKey): Point[] {
  const bottom = box.y + box.height
  const below = { x: centerOf(box), y: bottom }
  const cell = cellsOf(box).find((one) => one.exit === exit)
  if (!cell) return [below]
  if (box.shape === 'across') return [{ x: cell.x + cell.width / 2, y: bottom }]
  const targets = drawnTargets(box)
  if (targets.length === 1 && !box.loose.has(exit)) return [below]
  const next = box.branch.exits.find(({ key }) => key === exit)?.next ?? null
  const rank = Math.min(targets.length - 1 - targets.indexOf(next), besideLanes)
  const right = box.x + box.width
  const y = cell.y + sizes.cell / 2
  // Those from above turn down farther out, so that they cross none from below.
  return [
    { x: right, y },
    { x: right + 10 + 6 * rank, y },
  ]
}

const besideLanes = 4

const drawnTargets = ({ branch: { exits }, loose }: Box) => [
  ...new Set(exits.flatMap(({ key, next }) => (loose.has(key) ? [] : [next]))),
]
