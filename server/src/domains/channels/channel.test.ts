import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayRunOn } from './channel.ts'

const own = 'https://chat.example'
const on = (sites: string[], origin: string) => mayRunOn({ sites }, origin, own)

test('the widget runs on the sites of its channel and on our own pages, nowhere else', () => {
  assert.equal(on(['shop.example'], 'https://shop.example'), true)
  assert.equal(on(['shop.example'], 'http://shop.example'), true)
  assert.equal(on([], own), true)
  assert.equal(on([], 'https://shop.example'), false)
  assert.equal(on(['shop.example'], 'https://evil.example'), false)
})

test('a name that merely ends or begins like a site is another site', () => {
  assert.equal(on(['shop.example'], 'https://myshop.example'), false)
  assert.equal(on(['shop.example'], 'https://shop.example.evil.example'), false)
  assert.equal(on(['*.shop.example'], 'https://fr.shop.example'), true)
  assert.equal(on(['*.shop.example'], 'https://shop.example'), false)
  assert.equal(on(['*.shop.example'], 'https://evilshop.example'), false)
})

test('a port belongs to the site', () => {
  assert.equal(on(['localhost:8080'], 'http://localhost:8080'), true)
  assert.equal(on(['localhost:8080'], 'http://localhost:8081'), false)
  assert.equal(on(['shop.example'], 'https://shop.example:8443'), false)
})

test('what is no web page is no site', () => {
  for (const origin of ['null', '', 'file://', 'chrome-extension://shop.example', 'javascript:alert(1)', 'https://'])
    assert.equal(on(['shop.example', 'null'], origin), false, origin)
})
