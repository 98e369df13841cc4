import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRandom } from './random.ts'

const drawn = (seed: number) => {
  const random = createRandom(seed)
  return Array.from({ length: 1000 }, () => random.whole(1, 6))
}

test('the same seed draws the same, another draws otherwise', () => {
  assert.deepEqual(drawn(7), drawn(7))
  assert.notDeepEqual(drawn(7), drawn(8))
})

test('every face of a die comes up about as often', () => {
  for (const face of [1, 2, 3, 4, 5, 6]) {
    const times = drawn(7).filter((one) => one === face).length
    assert.ok(times > 120 && times < 215, `${face}: ${times}`)
  }
})

test('what weighs more is drawn more', () => {
  const random = createRandom(3)
  const list = [
    { weight: 9, value: 'often' },
    { weight: 1, value: 'seldom' },
  ]
  const often = Array.from({ length: 1000 }, () => random.weigh(list)).filter((value) => value === 'often').length
  assert.ok(often > 850 && often < 950, String(often))
})
