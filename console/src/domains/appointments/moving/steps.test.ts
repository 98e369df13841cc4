import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byDays, byQuarters, snapped } from './steps.ts'

const iso = (at: number) => new Date(at).toISOString()
const at = (text: string) => Date.parse(text)

test('a step is a quarter; from within one it leads to its edge first', () => {
  assert.equal(iso(byQuarters(at('2026-11-25T09:00:00Z'), 1)), '2026-11-25T09:15:00.000Z')
  assert.equal(iso(byQuarters(at('2026-11-25T09:05:00Z'), 1)), '2026-11-25T09:15:00.000Z')
  assert.equal(iso(byQuarters(at('2026-11-25T09:05:00Z'), -1)), '2026-11-25T09:00:00.000Z')
  assert.deepEqual([0, 7, 8, 1_439].map(snapped), [0, 0, 15, 1_425])
})

test('a day on it is the same time, whatever clocks do at night', () => {
  const paris = 'Europe/Paris'
  assert.equal(iso(byDays(paris, at('2026-03-28T09:00:00Z'), 1)), '2026-03-29T08:00:00.000Z')
  assert.equal(iso(byDays(paris, at('2026-10-25T09:00:00Z'), -1)), '2026-10-24T08:00:00.000Z')
  assert.equal(iso(byDays(paris, at('2026-11-30T09:20:00Z'), 1)), '2026-12-01T09:20:00.000Z')
})
