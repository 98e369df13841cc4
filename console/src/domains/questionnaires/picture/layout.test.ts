import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Flow } from '#contract/flow/flow.ts'
import { addStep, connect } from '../flow/edits.ts'
import { optionExit } from '../flow/exits.ts'
import { growForest } from '../flow/forest.ts'
import { newStep } from '../flow/new-step.ts'
import { type Layout, layOut, neighbourOf } from './layout.ts'
import { roundedPath } from './rounded-path.ts'

const empty: Flow = { languages: ['fr'], start: null, steps: [] }

/** need parts into ask → adviser, and form; ask may also lead on to form. */
function parted(): Flow {
  let flow = addStep(empty, newStep('choice', 'need'), 'start')
  flow = addStep(flow, newStep('email', 'ask'), { stepId: 'need', exits: [optionExit('1')] })
  flow = addStep(flow, newStep('choice', 'more'), { stepId: 'ask', exits: ['next'] })
  flow = addStep(flow, newStep('end-agent', 'adviser'), { stepId: 'more', exits: [optionExit('1')] })
  flow = addStep(flow, newStep('end-form', 'form'), { stepId: 'need', exits: [optionExit('2')] })
  return connect(flow, { stepId: 'more', exits: [optionExit('2')] }, 'form')
}

const lay = (flow: Flow) => layOut(growForest(flow))
const node = ({ nodes }: Layout, id: string) => nodes.find((one) => one.id === id) ?? assert.fail(id)

test('what follows stands below, what is beside stands apart', () => {
  const layout = lay(parted())
  assert.ok(node(layout, 'ask').y > node(layout, 'need').y + node(layout, 'need').height)
  assert.ok(node(layout, 'form').y > node(layout, 'more').y, 'below everything that leads to it')
  for (const one of layout.nodes)
    for (const other of layout.nodes) assert.ok(one === other || !overlap(one, other), `${one.id} lies on ${other.id}`)
})

test('no way runs under a step', () => {
  for (const flow of [parted(), wide(12), wide(4)]) {
    const layout = lay(flow)
    for (const { path, from, to } of layout.edges)
      for (const { x1, y1, x2, y2 } of linesOf(path)) {
        const crossed = layout.nodes.filter(
          ({ id, x, y, width, height }) =>
            id !== from && id !== to && x1 < x + width && x2 > x && y1 < y + height && y2 > y,
        )
        assert.deepEqual(
          crossed.map(({ id }) => id),
          [],
          `${from} → ${to}`,
        )
      }
  }
})

test('a way that leads nowhere and one that leads back end beside their step', () => {
  const loop = connect(parted(), { stepId: 'ask', exits: ['next'] }, 'need')
  const stubs = lay(loop).stubs.map(({ from, exit, to }) => [from, exit, to])
  assert.deepEqual(stubs[0], ['ask', 'next', 'need'])
  const lost = connect(parted(), { stepId: 'need', exits: [optionExit('2')] }, null)
  assert.ok(lay(lost).stubs.some(({ from, to }) => from === 'need' && to === null))
})

test('arrows go where the picture shows it', () => {
  const flow = parted()
  const forest = growForest(flow)
  const layout = layOut(forest)
  assert.equal(neighbourOf(layout, forest.branches, 'need', 'down'), 'ask')
  assert.equal(neighbourOf(layout, forest.branches, 'ask', 'up'), 'need')
  assert.equal(neighbourOf(layout, forest.branches, 'need', 'up'), null)
})

test('200 steps are laid out in a moment', () => {
  const flow = wide(199)
  const begun = performance.now()
  const layout = lay(flow)
  assert.equal(layout.nodes.length, 200)
  assert.ok(performance.now() - begun < 500)
})

test('corners are rounded, as far as there is room', () => {
  assert.equal(
    roundedPath([
      { x: 0, y: 0 },
      { x: 0, y: 20 },
    ]),
    'M0 0L0 20',
  )
  assert.equal(
    roundedPath([
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x: 4, y: 20 },
    ]),
    'M0 0L0 18Q0 20 2 20L4 20',
  )
})

/** A chain of choices, each with a way out to an end of its own and both on to the next. */
function wide(count: number): Flow {
  let flow = addStep(empty, newStep('choice', 's0'), 'start')
  for (let at = 1; at <= count; at += 1) {
    const from = `s${Math.floor((at - 1) / 2)}`
    flow = addStep(flow, newStep('choice', `s${at}`), { stepId: from, exits: [optionExit(String(1 + ((at - 1) % 2)))] })
  }
  return connect(flow, { stepId: `s${count}`, exits: [optionExit('1')] }, 's2')
}

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}
const overlap = (one: Rectangle, other: Rectangle) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** The straight parts of a path, from the lesser to the greater. */
function linesOf(path: string) {
  const points = [...path.matchAll(/([MLQ])([\d.-]+) ([\d.-]+)(?: ([\d.-]+) ([\d.-]+))?/g)].map(
    ([, sign, x, y, endX, endY]) => ({
      sign,
      x: Number(endX ?? x),
      y: Number(endY ?? y),
    }),
  )
  return points.slice(1).flatMap(({ sign, x, y }, at) => {
    const before = points[at]
    if (!before || sign !== 'L') return []
    return [
      { x1: Math.min(x, before.x), x2: Math.max(x, before.x), y1: Math.min(y, before.y), y2: Math.max(y, before.y) },
    ]
  })
}
