import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentForAgent } from '#contract/agents.ts'
import type { InvitationForAgent } from '#contract/invitations.ts'
import { readAddresses } from './addresses.ts'

const nobody = { agents: [], invitations: [] }
const read = (text: string, known: Parameters<typeof readAddresses>[1] = nobody) =>
  readAddresses(text, known).map(({ email, verdict }) => `${email} ${verdict}`)

test('a pasted list is read however it is separated', () => {
  assert.deepEqual(read('a@x.example, b@x.example;c@x.example\n\n d@x.example'), [
    'a@x.example ready',
    'b@x.example ready',
    'c@x.example ready',
    'd@x.example ready',
  ])
})

test('names around an address are left out', () => {
  assert.deepEqual(read('Ada Lefèvre <ada@x.example>, "Ben C." <ben@x.example>'), [
    'ada@x.example ready',
    'ben@x.example ready',
  ])
})

test('[N11] each address gets its own verdict', () => {
  // Only the addresses play a part here.
  const known = {
    agents: [{ email: 'ada@x.example' } as AgentForAgent],
    invitations: [
      { email: 'ben@x.example', expired: false } as InvitationForAgent,
      { email: 'old@x.example', expired: true } as InvitationForAgent,
    ],
  }
  assert.deepEqual(read('ADA@x.example ben@x.example old@x.example new@x.example new@x.example half@', known), [
    'ADA@x.example member',
    'ben@x.example invited',
    'old@x.example ready',
    'new@x.example ready',
    'new@x.example twice',
    'half@ incomplete',
  ])
})
