import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentId } from '#contract/ids.ts'
import { chooseAgent, type Load } from './choose-agent.ts'

const load = (id: string, change: Partial<Load> = {}): Load => ({
  ...{ agentId: id as AgentId, thatDay: 1, thatWeek: 5, lastBookedAt: new Date('2026-11-20') },
  ...change,
})

test('whoever has least to do that day receives, then that week, then whose turn was longest ago', () => {
  assert.equal(chooseAgent([]), null)
  assert.equal(chooseAgent([load('ben'), load('chloé', { thatDay: 0, thatWeek: 9 })]), 'chloé')
  assert.equal(chooseAgent([load('ben', { thatWeek: 4 }), load('chloé')]), 'ben')
  assert.equal(chooseAgent([load('ben'), load('chloé', { lastBookedAt: new Date('2026-11-01') })]), 'chloé')
  assert.equal(chooseAgent([load('ben'), load('chloé', { lastBookedAt: null })]), 'chloé')
  assert.equal(chooseAgent([load('chloé'), load('ben')]), 'ben', 'always the same one')
})
