import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { splitLinks } from './links.ts'

const links = (text: string) => splitLinks(text).filter((piece) => typeof piece !== 'string')

test('web addresses become links, the rest stays text', () => {
  assert.deepEqual(splitLinks('Voir https://shop.example/thé?x=1#a et http://localhost:3000'), [
    'Voir ',
    { href: 'https://shop.example/thé?x=1#a' },
    ' et ',
    { href: 'http://localhost:3000' },
  ])
})

test('the sentence’s punctuation is not part of an address, brackets of its own are', () => {
  assert.deepEqual(links('(https://a.example/b).'), [{ href: 'https://a.example/b' }])
  assert.deepEqual(links('« https://a.example »'), [{ href: 'https://a.example' }])
  assert.deepEqual(links('https://fr.wikipedia.org/wiki/Thé_(boisson), oui'), [
    { href: 'https://fr.wikipedia.org/wiki/Thé_(boisson)' },
  ])
})

test('nothing but http and https is a link, and nothing that hides where it leads', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'https://bank.example:443@evil.example/',
    'https://',
    'http://:80',
  ])
    assert.deepEqual(links(text), [], text)
  assert.deepEqual(links('https://a.example\u202egpj.exe'), [{ href: 'https://a.example' }])
  assert.deepEqual(links('https://a.example"><img src=x onerror=alert(1)>'), [{ href: 'https://a.example' }])
})

test('whatever the text, its pieces are the text', () => {
  const text = fc
    .array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('https://', '(', ')', '.', ' ', 'http://x')))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (text) => {
      const pieces = splitLinks(text)
      assert.equal(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.href)).join(''), text)
    }),
    { numRuns: 1_000 },
  )
})
