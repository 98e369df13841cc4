import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentId } from '#contract/ids.ts'
import { agentsInAddress, chosenAgents, readCalendarAddress } from './address.ts'

const ada = '018f2c4e-0000-7000-8000-00000000000a' as AgentId
const ben = '018f2c4e-0000-7000-8000-00000000000b' as AgentId

test('an address that may be anybody’s gives only what is ours', () => {
  assert.deepEqual(readCalendarAddress({ view: 'day', date: '2026-11-25', agents: `${ada}.${ben}`, open: ada }), {
    view: 'day',
    date: '2026-11-25',
    agents: `${ada}.${ben}`,
    open: ada,
  })
  const nothing = { view: undefined, date: undefined, agents: undefined, open: undefined }
  assert.deepEqual(readCalendarAddress({ view: 'year', date: '2026-13-45', agents: '<b>', open: 7 }), nothing)
  assert.deepEqual(readCalendarAddress({}), nothing)
})

test('whose calendars are shown is kept: everybody by saying nothing, nobody by saying so', () => {
  const kept = (chosen: AgentId[]) => agentsInAddress(new Set(chosen), [ada, ben])
  assert.equal(kept([ben, ada]), undefined)
  assert.equal(kept([]), 'none')
  assert.equal(kept([ben]), ben)
  assert.equal(chosenAgents({}), null)
  for (const chosen of [[], [ben]]) {
    const read = readCalendarAddress({ agents: kept(chosen) })
    assert.deepEqual([...(chosenAgents(read) ?? [ada])], chosen)
  }
})
