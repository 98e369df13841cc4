import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentId } from '#contract/ids.ts'
import { mentionsOf, mentionsRead, named, notNamed } from './mentioned.ts'

const [ben, marc] = ['ben', 'marc'] as AgentId[] as [AgentId, AgentId]

test('who is named twice in a note is named by it once', () => {
  assert.deepEqual(named([], [ben, marc, ben], 4), [
    { agentId: ben, times: 1, unread: [4] },
    { agentId: marc, times: 1, unread: [4] },
  ])
})

test('reading up to a message leaves what comes after it, and what names others', () => {
  const all = named(named([], [ben, marc], 4), [ben], 9)
  const read = mentionsRead(all, ben, 8)
  assert.deepEqual(mentionsOf(read, ben), { times: 2, unread: [9] })
  assert.deepEqual(mentionsOf(read, marc).unread, [4])
  assert.equal(mentionsRead(read, ben, 8), read, 'the second time there is nothing to read')
})

test('a note that was taken back names nobody: who was named by it alone is not named', () => {
  const all = named(named([], [ben, marc], 4), [ben], 9)
  const left = notNamed(all, [ben, marc], 4)
  assert.deepEqual(left, [{ agentId: ben, times: 1, unread: [9] }])
})
