import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from './letter.ts'

const link = 'https://chat.shop.example/invitation#$&$1'

test('the link stands where its place is, whatever signs it holds', () => {
  assert.equal(textOf({ body: 'Hello,\n\n{link}\n\nBye' }, link), `Hello,\n\n${link}\n\nBye`)
})

test('no name can pose as the place of the link', () => {
  const body = '{link} invites you to {link}:\n\n{link}\n\nBye'
  assert.equal(textOf({ body }, link), `{link} invites you to {link}:\n\n${link}\n\nBye`)
})
