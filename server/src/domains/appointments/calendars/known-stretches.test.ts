import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMs, stretchesOf } from '#contract/wall-clock.ts'
import { knownStretches } from './known-stretches.ts'

test('what is remembered of clocks is what they do, over changes and over the edges of what is remembered', () => {
  let changes = 0
  fc.assert(
    fc.property(
      fc.constantFrom('Europe/Paris', 'America/Montreal', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Tokyo'),
      fc.integer({ min: 0, max: 800 * 1_440 }),
      fc.integer({ min: 1, max: 300 * 1_440 }),
      (zone, start, length) => {
        const from = Date.parse('2026-01-01T00:00Z') + start * 60_000
        const span = { from, to: from + length * 60_000 }
        const known = knownStretches(zone, span)
        assert.deepEqual(known, stretchesOf(zone, span))
        changes += known.length - 1
      },
    ),
    { numRuns: 60 },
  )
  assert.ok(changes > 20, 'control: clocks changed')
  assert.deepEqual(knownStretches('Asia/Tokyo', { from: 5, to: 5 + dayMs }), [
    { from: 5, to: 5 + dayMs, offset: 9 * 3_600_000 },
  ])
})
