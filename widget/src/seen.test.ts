import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenPages } from './seen.ts'

const kept = (text: string) => {
  Object.assign(globalThis, { localStorage: { getItem: () => text } })
  return seenPages('key')
}

test('[N12] pages are read in their order, one that was loaded again once, and what was cut off is none', () => {
  assert.deepEqual(
    kept(
      'op.example/old\tOld\n1\thttps://shop.example/\tShop\n2\thttps://shop.example/\tShop\n3\thttps://shop.example/a\t',
    ),
    [
      [1, 'https://shop.example/', 'Shop'],
      [3, 'https://shop.example/a', ''],
    ],
  )
})

test('whatever a site puts there is no page', () => {
  assert.deepEqual(kept('null'), [])
  assert.deepEqual(kept('{"a":1}\nx\ty\tz\n\t\t\n5'), [])
})
