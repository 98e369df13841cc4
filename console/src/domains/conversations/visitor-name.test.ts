import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VisitorId } from '#contract/ids.ts'
import { firstName, languageName, visitorFirstName, visitorName } from './visitor-name.ts'

const words = { visitor: (shortId: string) => `Visiteur ${shortId}` }
const vera = { id: '00000000-0000-7000-8000-0000000ab1f2' as VisitorId, name: 'Vera Novak', email: 'vera@example.com' }

test('a visitor is called by their name, else their address, else by letters that tell them from others', () => {
  assert.equal(visitorName(vera, words), 'Vera Novak')
  assert.equal(visitorName({ ...vera, name: null }, words), 'vera@example.com')
  assert.equal(visitorName({ ...vera, name: null, email: null }, words), 'Visiteur B1F2')
})

test('where there is little room a first name stands for the name, and nothing is cut from what is none', () => {
  assert.equal(visitorFirstName(vera, words), 'Vera')
  assert.equal(visitorFirstName({ ...vera, name: null, email: null }, words), 'Visiteur B1F2')
  assert.equal(firstName('Ada'), 'Ada')
})

test('a language is called in the reader’s language, and by its code where nobody knows it', () => {
  assert.equal(languageName('nl', 'fr'), 'néerlandais')
  assert.equal(languageName('fr', 'en'), 'French')
  assert.equal(languageName('not a code', 'en'), 'not a code')
})
