import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEverything, queryOf, readSearch } from './search.ts'

const now = new Date('2026-11-22T12:00:00.000Z')

test('an address says what is looked for, and what is none of ours is left out', () => {
  assert.deepEqual(readSearch({ group: 'people', text: 'ada', period: 'week', nonsense: 1, from: '2026-01-01' }), {
    group: 'people',
    text: 'ada',
    period: 'week',
  })
  assert.deepEqual(
    readSearch({ group: 'dogs', person: '; drop table', period: 'days', from: '22/11/2026', until: '2026-11-31x' }),
    { period: 'days' },
  )
  assert.ok(isEverything(readSearch({})))
  assert.ok(!isEverything(readSearch({ group: 'people' })))
})

test('a period counts back from now', () => {
  assert.deepEqual(queryOf({ period: 'week' }, now), { from: '2026-11-15T12:00:00.000Z' })
})

test('two days are both included, midnight to midnight of the reader', () => {
  const { from, until } = queryOf({ period: 'days', from: '2026-11-20', until: '2026-11-20' }, now)
  assert.equal(from, new Date(2026, 10, 20).toISOString())
  assert.equal(until, new Date(2026, 10, 21).toISOString())
})
