import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ben, byBen, conversationId, message } from './testing/made-up.ts'
import { createTypists } from './typists.ts'

const id = conversationId('1')
const byVisitor = { type: 'typing', conversationId: id, by: { kind: 'visitor' } } as const
const benTypes = { type: 'typing', conversationId: id, by: { kind: 'agent', agentId: ben, name: 'Ben' } } as const

test('whoever types is told by conversation, visitor and colleagues apart', () => {
  const typists = createTypists()
  typists.hear({ ...byVisitor, typing: true })
  typists.hear({ ...benTypes, typing: true })
  assert.deepEqual(typists.heard.read().get(id), { visitor: true, agents: [{ id: ben, name: 'Ben' }] })
  typists.hear({ ...benTypes, typing: false })
  assert.deepEqual(typists.heard.read().get(id), { visitor: true, agents: [] })
  typists.hear({ ...byVisitor, typing: false })
  assert.equal(typists.heard.read().has(id), false)
})

test('words that have come end the typing of who wrote them, and of nobody else', () => {
  const typists = createTypists()
  typists.hear({ ...byVisitor, typing: true })
  typists.hear({ ...benTypes, typing: true })
  typists.spoke(id, [message(1, 0)])
  assert.deepEqual(typists.heard.read().get(id), { visitor: false, agents: [{ id: ben, name: 'Ben' }] })
  typists.spoke(id, [message(2, 0, byBen)])
  assert.equal(typists.heard.read().has(id), false)
})
