import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Knock } from '#server/platform/http/door.ts'
import { knownBrowserOf, recogniseBrowser } from './known-browser.ts'
import { hashPassword } from './passwords/hash.ts'

const ada = { email: 'ada@shop.example', passwordHash: await hashPassword('quatre tasses bleues') }
const ben = { ...ada, email: 'ben@shop.example' }

const knockWith = (cookies: Record<string, string>): Knock => ({
  address: '192.0.2.1',
  userAgent: null,
  origin: null,
  locale: 'fr',
  cookie: (name) => cookies[name],
  credential: () => undefined,
})

test('a browser that signed in to an account is known to it, and to no other', () => {
  const { cookie, value } = knownBrowserOf(ada)
  assert.equal(recogniseBrowser(knockWith({ [cookie]: value }), ada), value.split('.')[0])
  assert.equal(recogniseBrowser(knockWith({ [cookie]: value }), ben), null)
  assert.equal(recogniseBrowser(knockWith({ [knownBrowserOf(ben).cookie]: value }), ben), null)
})

test('people who share a browser are each known in it', () => {
  const both = [knownBrowserOf(ada), knownBrowserOf(ben)]
  const knock = knockWith(Object.fromEntries(both.map(({ cookie, value }) => [cookie, value])))
  assert.ok(recogniseBrowser(knock, ada))
  assert.ok(recogniseBrowser(knock, ben))
})

test('a proof that was made up, cut short or turned is none', () => {
  const { cookie, value } = knownBrowserOf(ada)
  const [nonce = '', proof = ''] = value.split('.')
  for (const forged of [
    '',
    '.',
    nonce,
    `${nonce}.`,
    `${nonce}.${proof.slice(1)}`,
    `x${value}`,
    `${proof}.${nonce}`,
    `.${proof}`,
  ])
    assert.equal(recogniseBrowser(knockWith({ [cookie]: forged }), ada), null, forged)
})

test('a changed password makes strangers of all browsers', async () => {
  const { cookie, value } = knownBrowserOf(ada)
  const changed = { ...ada, passwordHash: await hashPassword('deux renards sous la pluie') }
  assert.equal(recogniseBrowser(knockWith({ [cookie]: value }), changed), null)
})
