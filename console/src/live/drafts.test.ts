import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noDraft, parseDraft } from './drafts.ts'

test('a draft is read as it was kept', () => {
  const draft = { reply: 'Bonjour', note: 'à voir', kind: 'note' } as const
  assert.deepEqual(parseDraft(JSON.stringify({ ...draft, changedAtMs: 1 })), draft)
})

test('whatever else stands in its place is no draft', () => {
  for (const raw of ['', '{', 'null', '[]', '7', '"text"', '{"reply":7,"note":null,"kind":"rumour"}'])
    assert.deepEqual(parseDraft(raw), noDraft, raw)
})
