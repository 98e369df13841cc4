import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ada, ben } from '../../../../live/testing/made-up.ts'
import { findReaders, mentionAt, mentionsIn } from './mention-word.ts'

const readers = [
  { id: ada, name: 'Ada Lefèvre', photoId: null },
  { id: ben, name: 'Ben Costa', photoId: null },
]

test('a name begins with "@" at the beginning of a word, up to the caret', () => {
  assert.deepEqual(mentionAt('Vois avec @Be', 13), { start: 10, end: 13, typed: 'Be' })
  assert.deepEqual(mentionAt('@', 1), { start: 0, end: 1, typed: '' })
  assert.equal(mentionAt('ada@verdier.example', 12), null)
  assert.equal(mentionAt('@Ben\nsuite', 10), null)
  assert.equal(mentionAt('@Ben est passé hier soir', 24), null)
})

test('names are found by the beginning of any of their words, accents forgiven', () => {
  assert.deepEqual(
    findReaders(readers, 'lefe').map(({ name }) => name),
    ['Ada Lefèvre'],
  )
  assert.deepEqual(findReaders(readers, '').length, 2)
  assert.deepEqual(findReaders(readers, 'osta'), [])
})

test('who is named is read from the words that are sent', () => {
  assert.deepEqual(mentionsIn('@Ben Costa, tu peux ?', readers), [ben])
  assert.deepEqual(mentionsIn('Ben Costa', readers), [])
})
