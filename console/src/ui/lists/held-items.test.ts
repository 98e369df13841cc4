import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdItems } from './held-items.ts'

const keyOf = (item: { id: string }) => item.id
const rows = (...ids: string[]) => ids.map((id) => ({ id, text: id }))

test('newcomers wait outside, and are counted', () => {
  const { shown, waiting } = holdItems(rows('new', 'a', 'b', 'newer'), ['a', 'b'], keyOf)
  assert.deepEqual(shown.map(keyOf), ['a', 'b'])
  assert.equal(waiting, 2)
})

test('rows keep their places when the order changes, and show what they are now', () => {
  const { shown, waiting } = holdItems([{ id: 'b', text: 'changed' }, ...rows('a')], ['a', 'b'], keyOf)
  assert.deepEqual(shown, [
    { id: 'a', text: 'a' },
    { id: 'b', text: 'changed' },
  ])
  assert.equal(waiting, 0)
})

test('what is gone leaves at once', () => {
  assert.deepEqual(holdItems(rows('b'), ['a', 'b'], keyOf).shown.map(keyOf), ['b'])
})
