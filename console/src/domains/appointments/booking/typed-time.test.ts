import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf } from './typed-time.ts'

const iso = (day: string, hour: string) => {
  const at = instantOf('Europe/Paris', day, hour)
  return at === null ? null : new Date(at).toISOString()
}

test('a day and an hour are read by the clocks of the zone', () => {
  assert.equal(iso('2026-11-25', '15:30'), '2026-11-25T14:30:00.000Z')
  assert.equal(iso('2026-07-01', '00:00'), '2026-06-30T22:00:00.000Z')
  assert.equal(iso('2026-03-29', '02:30'), '2026-03-29T01:00:00.000Z', 'that hour is not there')
})

test('what is not filled in is no time', () => {
  assert.deepEqual([iso('', '15:30'), iso('2026-11-25', ''), iso('25/11/2026', '15:30')], [null, null, null])
})
