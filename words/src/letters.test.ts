import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterWords } from './letters.ts'
import { locales } from './locale.ts'

const invitation = { inviter: 'Ada', organisation: 'Boutique Lumière', subAccount: 'Lyon', role: 'agent' } as const
const passwordReset = { name: 'Ada', email: 'ada@shop.example', host: 'chat.shop.example' }

const salesRequest = {
  organisation: 'Boutique Lumière',
  organisationId: '0198c2d1-0000-7000-8000-000000000000',
  name: 'Ada',
  email: 'ada@shop.example',
  phone: '',
  plan: 'Pro',
  seats: 4,
  wishedSeats: null,
  message: 'Bonjour',
}

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

test('[S15] the operator reads who asks for what, and how to answer', () => {
  for (const locale of locales) {
    const { subject, body } = letterWords(locale).salesRequest(salesRequest)
    assert.match(subject, /^[^\r\n]*Boutique Lumière[^\r\n]*$/)
    assert.match(body, /ada@shop\.example[\s\S]*Pro, [\s\S]*4[\s\S]*\nBonjour\n/)
    assert.doesNotMatch(body, /\{link\}/, 'it lets nobody in')
  }
})

test('French letters follow French typography over their many lines', () => {
  for (const { subject, body } of [...lettersIn('fr'), letterWords('fr').salesRequest(salesRequest)]) {
    assert.doesNotMatch(`${subject}\n${body}`, / [;!?»:]/, 'a plain space before a high sign')
    assert.doesNotMatch(`${subject}\n${body}`, /\p{L}'\p{L}|\.\.\./u, 'a straight apostrophe, or three dots')
  }
  assert.match(letterWords('fr').invitation(invitation).body, /\u202f\?/, 'there is a high sign to look at')
})
