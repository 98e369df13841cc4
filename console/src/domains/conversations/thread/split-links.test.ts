import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { safeHref, splitLinks } from './split-links.ts'

const links = (text: string) => splitLinks(text).flatMap(({ text, href }) => (href === null ? [] : [text]))

test('addresses are found inside sentences, without their full stops and brackets', () => {
  assert.deepEqual(links('Voir https://shop.example/bol-ardoise.'), ['https://shop.example/bol-ardoise'])
  assert.deepEqual(links('(https://shop.example/a?b=c#d), ou http://x.example !'), [
    'https://shop.example/a?b=c#d',
    'http://x.example',
  ])
  assert.deepEqual(links('https://fr.wikipedia.org/wiki/Comptoir_(meuble)'), [
    'https://fr.wikipedia.org/wiki/Comptoir_(meuble)',
  ])
  assert.deepEqual(links('« https://shop.example »'), ['https://shop.example'])
})

test('nothing but web addresses is followed', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'shop.example', 'https://'])
    assert.deepEqual(links(text), [], text)
})

test('an address that hides its site behind a name is no link', () => {
  assert.deepEqual(links('https://bank.example@evil.example/'), [])
  assert.equal(safeHref('https://ada:secret@shop.example/'), null)
})

test('the parts joined are the text, whatever it is, and every link is http or https', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://a.b/',
    '(',
    ')',
    '.',
    ' ',
    '\n',
    '«',
    'javascript:',
    '@',
    'é',
    '<b>',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((all) => all.join('')),
      ),
      (text) => {
        const parts = splitLinks(text)
        assert.equal(parts.map((part) => part.text).join(''), text)
        for (const { href } of parts) assert.match(href ?? 'https://plain', /^https?:\/\//)
      },
    ),
  )
})
