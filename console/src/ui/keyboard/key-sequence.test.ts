import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseKeys } from './key-names.ts'
import { advance, type Begun } from './key-sequence.ts'

const hotkey = (keys: string) => ({ keys, presses: parseKeys(keys) })
type Hotkey = ReturnType<typeof hotkey>
const all = ['g c', 'g s', 'c', 'mod+k'].map(hotkey)

/** Which shortcuts act when these keys are pressed one after the other. */
function press(keys: readonly string[], able: readonly Hotkey[] = all): string[] {
  const acted: string[] = []
  let begun: Begun<Hotkey>[] = []
  for (const key of keys) {
    const [chord, letter] = key.includes('+') ? [true, key.split('+')[1] ?? ''] : [false, key]
    const event = { key: letter, ctrlKey: chord, metaKey: false, shiftKey: false, altKey: false }
    const next = advance(begun, able, event)
    begun = next.begun
    if (next.complete) acted.push(next.complete.keys)
  }
  return acted
}

test('presses one after the other go where they lead, and the second is not a shortcut of its own', () => {
  assert.deepEqual(press(['g', 'c']), ['g c'])
  assert.deepEqual(press(['c']), ['c'])
})

test('a press that leads nowhere ends the sequence', () => {
  assert.deepEqual(press(['g', 'x', 'c']), ['c'])
})

test('pressing the first key twice keeps the sequence begun', () => {
  assert.deepEqual(press(['g', 'g', 's']), ['g s'])
})

test('after a shortcut has acted nothing is begun', () => {
  assert.deepEqual(press(['g', 'c', 's']), ['g c'])
  assert.deepEqual(press(['mod+k', 'c']), ['mod+k', 'c'])
})

test('a shortcut that is no longer able is forgotten, however far it was', () => {
  const { begun } = advance([], all, { key: 'g', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false })
  assert.equal(begun.length, 2)
  const event = { key: 's', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
  assert.equal(advance(begun, all.slice(2), event).complete, null)
})
