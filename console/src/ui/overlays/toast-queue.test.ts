import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeToasts } from './toast-queue.ts'

test('the oldest message gives way to the fourth', () => {
  const toasts = makeToasts()
  for (const text of ['one', 'two', 'three', 'four']) toasts.show({ text })
  assert.deepEqual(
    toasts.read().map(({ text }) => text),
    ['two', 'three', 'four'],
  )
})

test('a dismissed message goes, and whoever draws them is told', () => {
  const toasts = makeToasts()
  const first = toasts.show({ text: 'one' })
  toasts.show({ text: 'two' })
  let told = 0
  toasts.subscribe(() => {
    told += 1
  })
  toasts.dismiss(first)
  assert.equal(told, 1)
  assert.deepEqual(
    toasts.read().map(({ text }) => text),
    ['two'],
  )
})
