import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenBefore, noteChosen } from './chosen-before.ts'

function aTab() {
  const kept = new Map<string, string>()
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
}
const blocked = () => {
  throw new Error('storage is blocked')
}

test('files that were chosen and did not outlive the page are known by their names, until they are answered with', () => {
  const tab = aTab()
  noteChosen('photo', ['théière.jpg', 'tasse.jpg'], tab)
  assert.deepEqual(chosenBefore('photo', tab), ['théière.jpg', 'tasse.jpg'])
  assert.deepEqual(chosenBefore('bill', tab), [], 'of another question')
  assert.deepEqual(chosenBefore('photo', aTab()), [], 'in another tab')
  noteChosen('photo', [], tab)
  assert.deepEqual(chosenBefore('photo', tab), [])
})

test('where storage is blocked nothing is said, and nothing breaks', () => {
  noteChosen('photo', ['théière.jpg'], blocked)
  assert.deepEqual(chosenBefore('photo', blocked), [])
})
