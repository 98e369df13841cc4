import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsInSight } from './use-rows-in-sight.ts'

const rowHeightPx = 50
const heightPx = 500
const shown = (passedPx: number, count: number) => {
  const { from, to } = rowsInSight({ passedPx, heightPx, rowHeightPx, count })
  return `${from}-${to}`
}

test('at the top the first rows are drawn, and some beyond the edge', () => {
  assert.equal(shown(0, 10_000), '0-24')
  assert.equal(shown(0, 5), '0-5')
  assert.equal(shown(0, 0), '0-0')
})

test('what is in sight is always drawn, wherever one is, and never much more', () => {
  for (let passedPx = -3_000; passedPx < 60_000; passedPx += 37) {
    const { from, to } = rowsInSight({ passedPx, heightPx, rowHeightPx, count: 1_000 })
    const first = Math.max(0, Math.floor(passedPx / rowHeightPx))
    const last = Math.min(1_000, Math.ceil((passedPx + heightPx) / rowHeightPx))
    if (last > first) assert.ok(from <= first && to >= last, `at ${passedPx}: ${from}-${to}`)
    assert.ok(to - from <= 40, `at ${passedPx}: ${from}-${to}`)
  }
})

test('a list above or below what is in sight draws nothing but its spare rows', () => {
  assert.equal(shown(-5_000, 1_000), '0-0')
  assert.equal(shown(60_000, 1_000), '1000-1000')
})
