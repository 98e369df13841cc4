import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import type { Placing } from '#contract/appointments/reassigning.ts'
import type { AgentId, AppointmentId } from '#contract/ids.ts'
import type { WhyNotFree } from '#contract/vocabulary.ts'
import { reassigning as words } from '#words/fr/reassigning.ts'
import { ableAmong, allTo, heirOf, movesOf, refusedIn, whyNobody } from './placings.ts'

const [ines, theo, ada] = ['ines', 'theo', 'ada'] as AgentId[] as [AgentId, AgentId, AgentId]
const names = new Map([
  [ines, 'Inès'],
  [theo, 'Théo'],
  [ada, 'Ada'],
])
const placing = (id: string, agentId: AgentId | null, candidates: [AgentId, ...WhyNotFree[]][]): Placing => ({
  // Only what is looked at here.
  appointment: { id: id as AppointmentId, version: 2 } as AppointmentForAgent,
  agentId,
  candidates: candidates.map(([agent, ...why]) => ({ agent: { id: agent, name: names.get(agent) ?? '' }, why })),
})
const monday = placing('monday', ines, [[ines], [theo], [ada, 'reason']])
const tuesday = placing('tuesday', theo, [[theo], [ines, 'absent']])
const sunday = placing('sunday', null, [
  [ada, 'reason', 'closed'],
  [ines, 'absent'],
  [theo, 'closed', 'taken'],
])
const all = [monday, tuesday, sunday]

test('[A9] whom the reader chose gets it, as long as they are free; else whom the plan names', () => {
  const chosen = new Map([[monday.appointment.id, theo]])
  assert.equal(heirOf(monday, new Map()), ines)
  assert.equal(heirOf(monday, chosen), theo)
  assert.equal(heirOf({ ...monday, candidates: [{ agent: { id: theo, name: 'Théo' }, why: ['taken'] }] }, chosen), ines)
})

test('[A9] what nobody can take is not sent', () => {
  assert.deepEqual(movesOf(all, new Map()), [
    { appointmentId: 'monday', version: 2, agentId: ines },
    { appointmentId: 'tuesday', version: 2, agentId: theo },
  ])
})

test('[A9] all to one person is all that they can take', () => {
  const given = movesOf(all, allTo(all, ines, new Map()))
  assert.deepEqual(
    given.map(({ agentId }) => agentId),
    [ines, theo],
  )
  assert.deepEqual(
    ableAmong(all).map(({ name, count }) => `${name} ${count}`),
    ['Théo 2', 'Inès 1'],
  )
})

test('[A9] where nobody is free it is said why, of those who might at another time', () => {
  const said = (one: Placing) => whyNobody(one, words).replaceAll('\u00a0', ' ')
  assert.equal(said(sunday), 'Inès : absence · Théo : fermé, et 1 autre')
  assert.equal(said(placing('strange', null, [[ada, 'reason', 'closed']])), 'Ada : ne reçoit pas pour ce motif')
  const twice = sunday.candidates.map(({ agent, why }): [AgentId, ...WhyNotFree[]] => [agent.id, ...why])
  assert.match(said(placing('crowd', null, [...twice, ...twice])), /, et 3 autres$/)
  assert.equal(said(placing('alone', null, [])), words.nobodyKnown)
})

test('which could not be given is read from a refusal, whatever else it says', () => {
  const refused = refusedIn({ refused: [{ appointmentId: 'monday', why: ['changed'] }, null, 'x', { why: [] }] })
  assert.deepEqual([...refused], [['monday', ['changed']]])
  assert.equal(refusedIn({}).size, 0)
})
