import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slashWordAt } from './slash-word.ts'

const at = (text: string) => {
  const caret = text.indexOf('|')
  return slashWordAt(text.replace('|', ''), caret)
}

test('[S9] a slash at the beginning of a word asks for shortcuts, wherever the word stands', () => {
  assert.deepEqual(at('/|'), { start: 0, end: 1, typed: '' })
  assert.deepEqual(at('/éch|'), { start: 0, end: 4, typed: 'éch' })
  assert.deepEqual(at('Bonjour\n/mer| à vous'), { start: 8, end: 12, typed: 'mer' })
  assert.deepEqual(at('Voici /dé|lai merci'), { start: 6, end: 12, typed: 'dé' })
})

test('an address, a date, a path or a finished word asks for nothing', () => {
  for (const text of ['https:/|', 'https://|', '1/|2', 'et/|ou', '/etc/|', '/a|/b', '/mer |', '|/mer', 'rien|'])
    assert.equal(at(text), null, text)
})
