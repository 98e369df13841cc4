import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikeEmail, looksLikeSite } from './looks-like.ts'

test('an address without a whole domain is incomplete', () => {
  assert.ok(looksLikeEmail(' ada@maison-verdier.example '))
  for (const text of ['ada', 'ada@', 'ada@maison-verdier', '@a.example', 'a b@c.example', 'a@b.c'])
    assert.ok(!looksLikeEmail(text), text)
})

test('a site is a host, nothing around it', () => {
  for (const text of ['shop.example', '*.shop.example', 'localhost:8080', '127.0.0.1'])
    assert.ok(looksLikeSite(text), text)
  for (const text of ['', 'https://shop.example', 'shop.example/tea', '-shop.example', 'shop .example'])
    assert.ok(!looksLikeSite(text), text)
})
