import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextAttemptAt } from './outbox.ts'

const now = new Date('2026-03-01T08:00:00Z')
const pausesInMinutes = (): number[] => {
  const pauses: number[] = []
  for (let attempts = 1; ; attempts++) {
    const next = nextAttemptAt(attempts, now)
    if (!next) return pauses
    pauses.push((next.getTime() - now.getTime()) / 60_000)
  }
}

test('the first pause is a minute, each next one is longer, none is longer than six hours', () => {
  assert.deepEqual(pausesInMinutes().slice(0, 8), [1, 3, 9, 27, 81, 243, 360, 360])
  assert.equal(Math.max(...pausesInMinutes()), 360)
})

test('a letter is given up after three days', () => {
  const days = pausesInMinutes().reduce((sum, pause) => sum + pause, 0) / (24 * 60)
  assert.ok(days >= 3 && days < 3.1, `${days} days`)
})
