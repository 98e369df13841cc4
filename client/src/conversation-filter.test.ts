import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { isWholeFilter, passesFilter } from './conversation-filter.ts'
import { ModelInbox } from './testing/model-inbox.ts'

function waiting(change: Partial<ConversationForAgent>): ConversationForAgent {
  const inbox = new ModelInbox()
  inbox.begin()
  const [conversation] = inbox.snapshot().pending
  assert.ok(conversation)
  return { ...conversation, ...change }
}

test('[S9] where one was mentioned are conversations with a note that names one, read or not', () => {
  const filter = { mentioned: 'me' } as const
  assert.equal(isWholeFilter(filter), false)
  assert.equal(passesFilter(waiting({ mentions: { times: 1, unread: [2] } }), filter), true)
  assert.equal(passesFilter(waiting({ mentions: { times: 1, unread: [] } }), filter), true)
  assert.equal(passesFilter(waiting({ mentions: { times: 0, unread: [] } }), filter), false)
  assert.equal(passesFilter(waiting({ mentions: { times: 0, unread: [] } }), {}), true, 'control')
})
