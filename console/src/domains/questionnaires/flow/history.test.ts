import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginHistory, record, redo, undo } from './history.ts'

test('what was done is taken back in its order, and done again', () => {
  const done = record(record(beginHistory('a'), 'b', null, 0), 'c', null, 0)
  assert.equal(undo(done).present, 'b')
  assert.equal(undo(undo(undo(done))).present, 'a', 'there is a first')
  assert.equal(redo(undo(done)).present, 'c')
  assert.equal(redo(done), done)
})

test('a word typed in one breath is one change; a pause or another field begins the next', () => {
  let typed = record(beginHistory(''), 'b', 'name', 0)
  typed = record(typed, 'bo', 'name', 300)
  typed = record(typed, 'bon', 'name', 600)
  assert.equal(undo(typed).present, '')
  assert.equal(undo(record(typed, 'bon ', 'name', 5_000)).present, 'bon')
  assert.equal(undo(record(typed, 'bon!', 'text', 700)).present, 'bon')
})

test('a change after taking back ends what could be done again', () => {
  const other = record(undo(record(beginHistory('a'), 'b', null, 0)), 'c', null, 0)
  assert.equal(redo(other), other)
  assert.equal(undo(other).present, 'a')
})
