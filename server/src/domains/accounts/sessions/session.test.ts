import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfSilence, isSeenAnew } from './session.ts'

const now = new Date('2026-03-01T08:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const hourMs = 60 * 60 * 1000

test('a session to be remembered outlives thirty days of silence, another twelve hours', () => {
  assert.deepEqual(endOfSilence(true, now), later(30 * 24 * hourMs))
  assert.deepEqual(endOfSilence(false, now), later(12 * hourMs))
})

test('a session is seen anew once a minute', () => {
  assert.equal(isSeenAnew({ lastSeenAt: now }, later(59_999)), false)
  assert.equal(isSeenAnew({ lastSeenAt: now }, later(60_000)), true)
})
