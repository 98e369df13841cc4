import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inColumns } from './columns.ts'

const spans = (...hours: [number, number][]) => hours.map(([from, to]) => ({ from, to }))

test('what stands alone has all the room, also where one ends as another begins', () => {
  const alone = { column: 0, columns: 1, width: 1 }
  assert.deepEqual(inColumns(spans([9, 10], [10, 11], [13, 14])), [alone, alone, alone])
})

test('what overlaps stands side by side, in the order of its beginnings', () => {
  assert.deepEqual(inColumns(spans([10, 12], [9, 11])), [
    { column: 1, columns: 2, width: 1 },
    { column: 0, columns: 2, width: 1 },
  ])
})

test('a column that is free again is used again, and what nobody needs is taken', () => {
  assert.deepEqual(inColumns(spans([9, 12], [9, 10], [10, 11], [9, 10])), [
    { column: 0, columns: 3, width: 1 },
    { column: 1, columns: 3, width: 1 },
    { column: 1, columns: 3, width: 2 },
    { column: 2, columns: 3, width: 1 },
  ])
})

test('of hundreds no two that overlap share a column, and none reaches over another', () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const many = Array.from({ length: 300 }, () => {
    const from = random(200)
    return { from, to: from + 1 + random(30) }
  })
  const places = inColumns(many)
  for (const [one, { from, to }] of many.entries())
    for (const [other, against] of many.entries()) {
      if (one === other || from >= against.to || to <= against.from) continue
      const [mine, theirs] = [places[one], places[other]]
      assert.ok(mine && theirs)
      assert.equal(mine.columns, theirs.columns)
      const isApart = mine.column + mine.width <= theirs.column || theirs.column + theirs.width <= mine.column
      assert.ok(isApart, `${JSON.stringify(mine)} and ${JSON.stringify(theirs)}`)
    }
})
