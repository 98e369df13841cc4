import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#client/refused.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import { readRefusedTime } from './refused-time.ts'

const refused = (code: RefusalCode, details: Record<string, unknown> = {}) =>
  readRefusedTime(new Refused(409, { code, message: 'No.', details }))

test('what is closed or busy may be passed over; an absence or another appointment may not', () => {
  assert.deepEqual(refused('appointments.not-free', { why: ['closed', 'busy'] })?.despite, ['closed', 'busy'])
  assert.equal(refused('appointments.not-free', { why: ['closed', 'absent'] })?.despite, null)
  assert.equal(refused('appointments.not-free', { why: ['taken'] })?.despite, null)
  assert.equal(refused('appointments.slot-taken', { why: ['closed'] })?.despite, null)
})

test('the nearest times are told, and reasons this console does not know are not', () => {
  const nearest = ['2026-11-25T09:00:00.000Z']
  assert.deepEqual(refused('appointments.not-free', { why: ['eclipse'], nearest }), {
    message: 'No.',
    why: [],
    nearest,
    despite: null,
  })
  assert.deepEqual(refused('appointments.past')?.nearest, [])
})

test('a refusal about something else is not about the time', () => {
  assert.equal(refused('appointments.changed-meanwhile'), null)
  assert.equal(readRefusedTime(new Error('No.')), null)
})
