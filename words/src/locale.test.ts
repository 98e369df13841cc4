import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseLocale, listIn, localeOfAcceptLanguage, pluralIn } from './locale.ts'

test('the first wanted language that exists is spoken', () => {
  assert.equal(chooseLocale(['de-CH', 'fr-CH', 'en']), 'fr')
  assert.equal(chooseLocale(['EN-gb', 'fr']), 'en')
})

test('somebody who wants only other languages reads English, somebody who says nothing French', () => {
  assert.equal(chooseLocale(['de', 'nl']), 'en')
  assert.equal(chooseLocale([]), 'fr')
})

test('Accept-Language is read by quality, and a refused language is not chosen', () => {
  assert.equal(localeOfAcceptLanguage('en;q=0.5, fr-BE;q=0.9'), 'fr')
  assert.equal(localeOfAcceptLanguage('fr;q=0, en'), 'en')
  assert.equal(localeOfAcceptLanguage('fr;q=0.2,en-GB'), 'en')
})

test('a broken Accept-Language counts as not said', () => {
  for (const header of [undefined, '', '*', ';;;q=', 'fr;q=abc', '<script>'])
    assert.equal(localeOfAcceptLanguage(header), 'fr')
})

test('zero takes the singular in French and the plural in English', () => {
  const forms = { one: '# message', other: '# messages' }
  assert.equal(pluralIn('fr')(0, forms), '0 message')
  assert.equal(pluralIn('en')(0, forms), '0 messages')
  assert.equal(pluralIn('fr')(0, { ...forms, zero: 'aucun message' }), 'aucun message')
})

test('counts are written as the language writes numbers', () => {
  const forms = { one: '# message', other: '# messages' }
  assert.equal(pluralIn('fr')(1200, forms), '1\u202f200 messages')
  assert.equal(pluralIn('en')(1200, forms), '1,200 messages')
})

test('a list reads as a sentence', () => {
  assert.equal(listIn('fr')(['Ada', 'Ben', 'Chloé']), 'Ada, Ben et Chloé')
  assert.equal(listIn('en')(['Ada', 'Ben', 'Chloé']), 'Ada, Ben, and Chloé')
})
