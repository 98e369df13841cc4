import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needsOther } from './needs-other.ts'

const one = { state: 'booked', startsAt: '2026-11-25T14:00:00Z', endsAt: '2026-11-25T15:00:00Z' } as const
const before = Date.parse('2026-11-25T08:00:00Z')
const there = { agent: { active: true }, absences: [] }
const absent = (from: string, to: string) => ({ ...there, absences: [{ from, to }] })

test('an appointment of somebody who will not be there, or may not receive, is for somebody else', () => {
  assert.equal(needsOther(one, there, before), false)
  assert.equal(needsOther(one, { ...there, agent: { active: false } }, before), true)
  assert.equal(needsOther(one, absent('2026-11-25T14:45:00Z', '2026-11-26T00:00:00Z'), before), true)
  assert.equal(needsOther(one, absent('2026-11-25T15:00:00Z', '2026-11-26T00:00:00Z'), before), false, 'it ends before')
})

test('what is over or called off is for nobody', () => {
  const gone = { ...there, agent: { active: false } }
  assert.equal(needsOther({ ...one, state: 'cancelled' }, gone, before), false)
  assert.equal(needsOther(one, gone, Date.parse(one.startsAt)), false)
})
