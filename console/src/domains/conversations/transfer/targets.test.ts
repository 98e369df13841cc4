import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReceiverForAgent } from '#contract/transfers.ts'
import { ada } from '../../../live/testing/made-up.ts'
import { asWish, targetsOf } from './targets.ts'

const receiver = (name: string, change: Partial<ReceiverForAgent> = {}): ReceiverForAgent => ({
  id: ada,
  name,
  photoId: null,
  availability: 'available',
  open: 0,
  limit: null,
  refusal: null,
  movesTo: null,
  ...change,
})

test('[N13] who can receive stands first, by being here and by load, and who cannot stands last', () => {
  const targets = targetsOf(
    {
      agents: [
        receiver('Full', { refusal: 'conversations.receiver-full' }),
        receiver('Gone', { availability: null }),
        receiver('Away', { availability: 'away' }),
        receiver('Busy', { open: 3 }),
        receiver('Idle'),
      ],
      subAccounts: [],
      queue: { takers: 2 },
    },
    'Queue',
  )
  assert.deepEqual(
    targets.map(({ name }) => name),
    ['Idle', 'Busy', 'Away', 'Gone', 'Full', 'Queue'],
  )
  assert.deepEqual(targets.slice(-2).map(asWish), [
    { agentId: ada, subAccountId: null },
    { agentId: null, subAccountId: null },
  ])
})
