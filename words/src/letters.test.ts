import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterWords } from './letters.ts'
import { locales } from './locale.ts'

const invitation = { inviter: 'Ada', organisation: 'Boutique Lumière', subAccount: 'Lyon', role: 'agent' } as const
const passwordReset = { name: 'Ada', email: 'ada@shop.example', host: 'chat.shop.example' }

const lettersIn = (locale: (typeof locales)[number]) => {
  const words = letterWords(locale)
  return [
    words.invitation(invitation),
    words.invitation({ ...invitation, subAccount: null, role: 'administrator' }),
    words.passwordReset(passwordReset),
  ]
}

test('every letter has one place for its link, on a line of its own', () => {
  for (const locale of locales)
    for (const { body } of lettersIn(locale)) assert.equal(body.match(/^\{link\}$/gm)?.length, 1)
})

test('a subject is one line, and a letter says what it is about', () => {
  for (const locale of locales) {
    const [invited, , reset] = lettersIn(locale)
    assert.match(invited?.subject ?? '', /Ada.*Boutique Lumière/)
    assert.match(invited?.body ?? '', /Lyon/)
    assert.match(reset?.body ?? '', /ada@shop\.example.*chat\.shop\.example/)
    for (const { subject } of lettersIn(locale)) assert.doesNotMatch(subject, /[\r\n]/)
  }
})

test('French letters follow French typography over their many lines', () => {
  for (const { subject, body } of lettersIn('fr')) {
    assert.doesNotMatch(`${subject}\n${body}`, / [;!?»:]/, 'a plain space before a high sign')
    assert.doesNotMatch(`${subject}\n${body}`, /\p{L}'\p{L}|\.\.\./u, 'a straight apostrophe, or three dots')
  }
  assert.match(letterWords('fr').invitation(invitation).body, /\u202f\?/, 'there is a high sign to look at')
})
