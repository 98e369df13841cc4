import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentId } from '#contract/ids.ts'
import type { Appointment } from './appointment.ts'
import { calledBy } from './calls.ts'
import type { Telling } from './letter.ts'

const [lea, ben, marc] = ['lea', 'ben', 'marc'] as AgentId[] as [AgentId, AgentId, AgentId]
const of = (id: AgentId) => ({ agent: { id, name: '' } }) as Appointment
const calls = (from: AgentId | null, to: AgentId, telling: Telling | null, by: AgentId | null) =>
  calledBy({ before: from && of(from), after: of(to), telling }, by).map(({ agentId, call }) => `${agentId} ${call}`)

test('[A9] whoever receives is called for what a visitor or a colleague does, and not for what they do themselves', () => {
  assert.deepEqual(calls(null, lea, 'booked', null), ['lea booked'])
  assert.deepEqual(calls(lea, lea, 'moved', null), ['lea moved'])
  assert.deepEqual(calls(lea, lea, 'cancelled', marc), ['lea cancelled'])
  for (const telling of ['booked', 'moved', 'cancelled'] as const) assert.deepEqual(calls(lea, lea, telling, lea), [])
})

test('[A9] of what goes to somebody else both are told', () => {
  assert.deepEqual(calls(lea, ben, 'reassigned', marc), ['ben given', 'lea taken'])
  assert.deepEqual(calls(lea, ben, 'reassigned', lea), ['ben given'])
  assert.deepEqual(calls(lea, ben, 'moved', null), ['ben given', 'lea taken'], 'a visitor’s new time was free with Ben')
})

test('what is marked, reminded of or asked calls nobody', () => {
  for (const telling of [null, 'reminder', 'asked-to-move'] as const)
    assert.deepEqual(calls(lea, lea, telling, null), [])
})
