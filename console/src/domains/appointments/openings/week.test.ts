import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Opening } from '#contract/appointments/openings.ts'
import type { OpeningId } from '#contract/ids.ts'
import { partsOf, shownHours } from './week.ts'

const monday = Date.parse('2026-11-23T00:00Z')
const dayMs = 86_400_000
const opening = (part: Partial<Opening>): Opening => ({
  id: 'o' as OpeningId,
  kind: 'opening',
  from: '2026-11-02T09:00',
  to: '2026-11-02T12:00',
  rule: 'FREQ=WEEKLY;BYDAY=MO,WE',
  label: '',
  version: 1,
  ...part,
})
const minutes = (openings: Opening[], day: number) =>
  partsOf(openings, monday + day * dayMs).map(({ fromMinute, toMinute }) => [fromMinute, toMinute])

test('an opening is in the days that its rule says, at its hours', () => {
  assert.deepEqual(
    [0, 1, 2].map((day) => minutes([opening({})], day)),
    [[[540, 720]], [], [[540, 720]]],
  )
})

test('what lasts over midnight is in both days', () => {
  const night = opening({ from: '2026-11-02T22:00', to: '2026-11-03T02:00' })
  assert.deepEqual(minutes([night], 0), [[1_320, 1_440]])
  assert.deepEqual(minutes([night], 1), [[0, 120]])
})

test('openings that overlap stand side by side; an absence does not push them aside', () => {
  const parts = partsOf(
    [
      opening({ kind: 'absence', from: '2026-11-23T00:00', to: '2026-11-24T00:00', rule: null }),
      opening({}),
      opening({ from: '2026-11-02T11:00', to: '2026-11-02T14:00' }),
    ],
    monday,
  )
  assert.deepEqual(
    parts.map(({ opening: { kind }, place }) => [kind, place.column, place.columns]),
    [
      ['opening', 0, 2],
      ['opening', 1, 2],
      ['absence', 0, 1],
    ],
  )
})

test('the hours drawn are a working day, and more where something happens', () => {
  const at = (fromMinute: number, toMinute: number) => ({ fromMinute, toMinute })
  assert.deepEqual(shownHours([[], [at(540, 720)]]), { first: 8, last: 19 })
  assert.deepEqual(shownHours([[at(390, 720)], [at(1_320, 1_400)]]), { first: 6, last: 24 })
  assert.deepEqual(shownHours([[at(0, 1_440)]]), { first: 8, last: 19 })
})
