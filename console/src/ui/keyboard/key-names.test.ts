import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPressed, parseKeys } from './key-names.ts'

const bare = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const press = (keys: string) => {
  const [first] = parseKeys(keys)
  assert.ok(first)
  return first
}

test('Ctrl and ⌘ are one key to a shortcut', () => {
  assert.ok(isPressed(press('mod+k'), { ...bare, key: 'k', ctrlKey: true }))
  assert.ok(isPressed(press('mod+k'), { ...bare, key: 'K', metaKey: true }))
  assert.ok(!isPressed(press('mod+k'), { ...bare, key: 'k' }))
})

test('a letter typed with something held is not the letter alone', () => {
  assert.ok(!isPressed(press('c'), { ...bare, key: 'c', ctrlKey: true }))
  assert.ok(!isPressed(press('c'), { ...bare, key: 'c', altKey: true }))
  assert.ok(!isPressed(press('c'), { ...bare, key: 'C', shiftKey: true }))
})

test('a sign is the same key wherever a keyboard puts it', () => {
  assert.ok(isPressed(press('?'), { ...bare, key: '?', shiftKey: true }))
  assert.ok(isPressed(press('?'), { ...bare, key: '?' }))
})

test('presses one after the other are read in order', () => {
  assert.deepEqual(
    parseKeys('g c').map(({ key }) => key),
    ['g', 'c'],
  )
})
