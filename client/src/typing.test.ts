import assert from 'node:assert/strict'
import { beforeEach, mock, test } from 'node:test'
import { times } from '#contract/limits.ts'
import { createTypingHeard, createTypingSigns } from './typing.ts'

beforeEach((context) => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  'after' in context && context.after(() => mock.timers.reset())
})

test('typing is told at once, then at most every few seconds, and once when it stops', () => {
  const said: boolean[] = []
  const signs = createTypingSigns((typing) => said.push(typing))
  for (let key = 0; key < 40; key++) {
    signs.typed()
    mock.timers.tick(100)
  }
  assert.deepEqual(said, [true, true])
  signs.stopped()
  signs.stopped()
  assert.deepEqual(said, [true, true, false])
})

test('whoever stops without a word is told as having stopped', () => {
  const said: boolean[] = []
  createTypingSigns((typing) => said.push(typing)).typed()
  mock.timers.tick(times.typingMs)
  assert.deepEqual(said, [true, false])
})

test('after a stop the next key is told at once', () => {
  const said: boolean[] = []
  const signs = createTypingSigns((typing) => said.push(typing))
  signs.typed()
  signs.stopped()
  signs.typed()
  assert.deepEqual(said, [true, false, true])
})

test('a heard sign fades unless renewed, and goes when it is taken back', () => {
  const heard = createTypingHeard<string>(() => {})
  heard.hear('c1', 'Vera', true)
  mock.timers.tick(times.typingMs - 1)
  heard.hear('c1', 'Vera', true)
  mock.timers.tick(times.typingMs - 1)
  assert.deepEqual([...heard.typing()], [['c1', 'Vera']])
  mock.timers.tick(1)
  assert.equal(heard.typing().size, 0)
  heard.hear('c1', 'Vera', true)
  heard.hear('c1', 'Vera', false)
  assert.equal(heard.typing().size, 0)
})
