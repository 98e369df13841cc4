import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unsaid } from './check-words.ts'

const catalogue = {
  words: {
    lists: { empty: 'Rien', full: 'Plein' },
    states: { 'in-transit': 'En route' },
    count: (n: number) => `${n}`,
  },
  refusals: { 'conversations.closed': 'Fermée' },
}

test('a sentence nobody says is found, one that code or data names is not', () => {
  const source = "words.lists.empty; words.count(3); state === 'in-transit'; throw refusal('conversations.closed')"
  assert.deepEqual(unsaid(catalogue, source), ['words › lists › full'])
})

test('without any source, every sentence is unsaid', () => {
  assert.equal(unsaid(catalogue, '').length, 5)
})
