import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentForAgent } from '#contract/agents.ts'
import { everybody, matches, type Person } from './people.ts'

const agent = (name: string, change: Partial<AgentForAgent> = {}): Person => ({
  kind: 'agent',
  key: name,
  // What a search looks at; the rest of a row plays no part.
  agent: {
    name,
    email: `${name}@verdier.example`,
    role: 'agent',
    active: true,
    dormant: false,
    ...change,
  } as AgentForAgent,
})

test('a search finds people whatever the accents, the case and the order of words', () => {
  const ines = agent('Inès Benali')
  for (const text of ['', ' ', 'ines', 'BENALI', 'benali inès', 'verdier.example'])
    assert.ok(matches(ines, { ...everybody, text }), text)
  assert.ok(!matches(ines, { ...everybody, text: 'ines marc' }))
})

test('filters by role and state hold together', () => {
  const off = agent('Marc', { active: false, role: 'manager', dormant: true })
  assert.ok(matches(off, { ...everybody, role: 'manager', state: 'inactive' }))
  assert.ok(matches(off, { ...everybody, state: 'dormant' }))
  assert.ok(!matches(off, { ...everybody, state: 'active' }))
  assert.ok(!matches(off, { ...everybody, role: 'agent' }))
})
