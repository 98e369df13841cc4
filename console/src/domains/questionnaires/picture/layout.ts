import type { StepId } from '#contract/flow/flow.ts'
import type { ExitKey } from '../flow/exits.ts'
import type { Branch, Forest } from '../flow/forest.ts'
import { type Box, type Cell, cellsOf, centerOf, departureOf, measure, sizes, widen } from './box.ts'
import { layLanes } from './lanes.ts'
import { type Point, roundedPath } from './rounded-path.ts'

/** Where everything stands. Text never decides a size: it is cut instead. */
export interface Layout {
  width: number
  height: number
  nodes: PlacedNode[]
  edges: Edge[]
  stubs: Stub[]
}

export interface PlacedNode {
  id: StepId
  x: number
  y: number
  width: number
  height: number
  /** Ways out that are drawn as cells of their own. */
  cells: Cell[]
  /** Where a hand takes the only way out. */
  handle: Point | null
  layer: number
}

export interface Edge {
  from: StepId
  /** Several that are drawn as one. */
  exits: ExitKey[]
  to: StepId
  path: string
  /** Where a step can be put on it. */
  plus: Point
}

/** A way that is not drawn to its end: it leads nowhere, or to a step that stands elsewhere. */
export interface Stub {
  from: StepId
  exit: ExitKey
  to: StepId | null
  path: string
  x: number
  y: number
}

const margin = 32
const laneGap = 10

/**
 * A small layered layout. Trees stand side by side, steps in rows by how many come before them, each above what hangs on it; edges are
 * square and go across only between rows, so none runs under a step (see `growForest`). No package: the two usual ones weigh 45 kB and
 * measure text to draw, which this never needs.
 */
export function layOut(forest: Forest): Layout {
  const boxes = new Map([...forest.branches].map(([id, branch]) => [id, measure(branch)]))
  let right = margin
  for (const root of forest.roots) right = placeColumn(root, right, boxes) + sizes.columnGap
  const gutters = placeRows(boxes)
  const height = Math.max(margin, ...[...gutters.values()].map(({ end }) => end)) + margin
  return {
    width: right - sizes.columnGap + margin,
    height,
    nodes: [...boxes.values()].map(place),
    ...drawWays(boxes, gutters),
  }
}

type Boxes = Map<StepId, Box>

/** @returns the right end of what a step and all below it take */
function placeColumn(id: StepId, left: number, boxes: Boxes): number {
  const box = boxes.get(id)
  if (!box) return left
  const children = boxesBelow(box, boxes)
  let right = left - sizes.columnGap
  for (const child of children) right = placeColumn(child.id, right + sizes.columnGap, boxes)
  const [first, last] = [children[0], children.at(-1)]
  if (!first || !last) {
    box.x = left
    return left + box.width + box.beside
  }
  if (box.shape === 'across') widen(box, centerOf(last) - centerOf(first))
  box.x = (centerOf(first) + centerOf(last) - box.width) / 2
  const over = Math.max(0, left - box.x)
  shift(box, over, boxes)
  return Math.max(right + over, box.x + box.width + box.beside)
}

function shift(box: Box, by: number, boxes: Boxes): void {
  if (by === 0) return
  box.x += by
  for (const child of boxesBelow(box, boxes)) shift(child, by, boxes)
}

const boxesBelow = ({ branch }: Box, boxes: Boxes) => branch.children.flatMap((child) => boxes.get(child) ?? [])

/** The room below a row, where ways go across. */
interface Gutter {
  laneY: (way: string) => number
  end: number
}

function placeRows(boxes: Boxes): Map<number, Gutter> {
  const gutters = new Map<number, Gutter>()
  const rows = Map.groupBy(boxes.values(), ({ branch }) => branch.layer)
  let top = margin
  for (const layer of [...rows.keys()].sort((one, other) => one - other)) {
    const row = rows.get(layer) ?? []
    for (const box of row) box.y = top
    const bottom = top + Math.max(...row.map(({ height }) => height))
    const hasStubs = row.some(({ shape, loose }) => shape !== 'list' && loose.size > 0)
    const first = bottom + (hasStubs ? sizes.stub.reach + sizes.stub.height + 12 : 34)
    const lanes = layLanes(row.flatMap((box) => crossingsOf(box, boxes)))
    const end = first + Math.max(0, lanes.count - 1) * laneGap + 22
    gutters.set(layer, { laneY: (way) => first + lanes.laneOf(way) * laneGap, end })
    top = end
  }
  return gutters
}

function crossingsOf(box: Box, boxes: Boxes) {
  return drawnExits(box, boxes).flatMap(({ exit, target }) => {
    const from = departureOf(box, exit).at(-1)?.x ?? 0
    const until = centerOf(target)
    return from === until ? [] : [{ key: wayKey(box, exit), to: target.id, from, until }]
  })
}

const wayKey = ({ id }: Box, exit: ExitKey) => `${id} ${exit}`

const drawnExits = ({ branch, loose }: Box, boxes: Boxes) =>
  branch.exits.flatMap(({ key, next }) => {
    const target = loose.has(key) || next === null ? undefined : boxes.get(next)
    return target ? [{ exit: key, target }] : []
  })

function drawWays(boxes: Boxes, gutters: Map<number, Gutter>): Pick<Layout, 'edges' | 'stubs'> {
  const edges: Edge[] = []
  const stubs: Stub[] = []
  for (const box of boxes.values()) {
    const laneY = gutters.get(box.branch.layer)?.laneY ?? (() => box.y + box.height)
    const drawn = drawnExits(box, boxes)
    // Where ways leave side by side each is its own; those of a list that lead to one step are one.
    const bundles =
      box.shape === 'list' ? [...Map.groupBy(drawn, ({ target }) => target.id).values()] : drawn.map((one) => [one])
    for (const bundle of bundles) {
      const [first] = bundle
      if (!first) continue
      const paths = bundle.map(({ exit, target }) => wayDown(departureOf(box, exit), target, laneY(wayKey(box, exit))))
      const leaves = departureOf(box, first.exit).at(-1)
      edges.push({
        from: box.id,
        exits: bundle.map(({ exit }) => exit),
        to: first.target.id,
        path: [...new Set(paths)].join(''),
        plus: { x: leaves?.x ?? 0, y: Math.max(leaves?.y ?? 0, box.y + box.height) + 16 },
      })
    }
    for (const { key, next } of box.branch.exits) if (box.loose.has(key)) stubs.push(stubOf(box, key, next))
  }
  return { edges, stubs }
}

function wayDown(departure: Point[], target: Box, lane: number): string {
  const end = { x: centerOf(target), y: target.y }
  const turn = departure.at(-1)
  if (!turn) return ''
  return roundedPath(
    turn.x === end.x ? [...departure, end] : [...departure, { x: turn.x, y: lane }, { x: end.x, y: lane }, end],
  )
}

function stubOf(box: Box, exit: ExitKey, to: StepId | null): Stub {
  const { reach, width, height } = sizes.stub
  const [leaves] = departureOf(box, exit)
  const { x, y } = leaves ?? { x: box.x, y: box.y }
  return box.shape === 'list'
    ? { from: box.id, exit, to, path: `M${x} ${y}h${reach}`, x: x + reach, y: y - height / 2 }
    : { from: box.id, exit, to, path: `M${x} ${y}v${reach}`, x: x - width / 2, y: y + reach }
}

function place(box: Box): PlacedNode {
  const { id, x, y, width, height, shape, branch } = box
  const handle = shape === 'single' ? { x: centerOf(box), y: y + height } : null
  return { id, x, y, width, height, cells: cellsOf(box), handle, layer: branch.layer }
}

/** What stands beside, above or below a step in the picture, for the arrow keys. */
export function neighbourOf(
  { nodes }: Pick<Layout, 'nodes'>,
  branches: ReadonlyMap<StepId, Branch>,
  id: StepId,
  way: 'up' | 'down' | 'left' | 'right',
): StepId | null {
  const branch = branches.get(id)
  const here = nodes.find((node) => node.id === id)
  if (!branch || !here) return null
  if (way === 'up') return branch.parent
  if (way === 'down') return branch.children[0] ?? branch.exits.find(({ next }) => next !== null)?.next ?? null
  const row = nodes.filter(({ layer }) => layer === here.layer).sort((one, other) => one.x - other.x)
  return row[row.indexOf(here) + (way === 'right' ? 1 : -1)]?.id ?? null
}
