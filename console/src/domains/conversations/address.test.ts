import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limits } from '#contract/limits.ts'
import { filterOf, isNarrowed, readConversationsAddress } from './address.ts'

const id = '0190b1a2-0000-7000-8000-0000000ab1de'

test('an address says what was chosen, and nothing that is none of it', () => {
  const read = readConversationsAddress({
    q: 2026,
    channel: id,
    agent: 'somebody',
    language: 'français',
    questionnaire: [id],
    mention: 'you',
    from: '2026-02-30x',
    until: '2026-03-01',
    at: '4',
    other: 'x',
  })
  assert.deepEqual(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)), {
    q: '2026',
    channel: id,
    until: '2026-03-01',
  })
})

test('days are the reader’s, both included', () => {
  const { from, until } = filterOf({ from: '2026-03-01', until: '2026-03-01' }, null)
  assert.ok(from && until)
  assert.equal(new Date(from).getTime(), new Date(2026, 2, 1).getTime())
  assert.equal(new Date(until).getTime(), new Date(2026, 2, 2).getTime())
})

test('[S9] where one was mentioned can be kept and sent as any other filter', () => {
  const read = readConversationsAddress({ mention: 'me' })
  assert.equal(isNarrowed(read), true)
  assert.deepEqual(filterOf(read, null), { mentioned: 'me' })
})

test('a search narrows nothing', () => {
  assert.equal(isNarrowed({ q: 'léa', at: 3 }), false)
  assert.equal(isNarrowed({ language: 'fr' }), true)
})

test('a search is as long as the server reads one', () => {
  assert.equal(readConversationsAddress({ q: 'a'.repeat(1_000) }).q?.length, limits.searchLength)
})
