import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speakTo, spoken } from './speak.ts'

const words = (title: string, away = '') => ({ title, greeting: '', away, rating: '' })
const channel = {
  languages: ['fr', 'de', 'en'],
  texts: { fr: words('Bonjour', 'Absents'), de: words('Guten Tag'), en: words('') },
}
const to = (...wanted: string[]) => {
  const { language, locale, texts } = speakTo(channel, wanted)
  return [language, locale, texts.title, texts.away]
}

test('[C9] a visitor is spoken to in the dearest of their languages that the channel speaks', () => {
  assert.deepEqual(to('de-AT', 'en').slice(0, 3), ['de', 'en', 'Guten Tag'])
  assert.deepEqual(to('it', 'en-GB', 'fr').slice(0, 2), ['en', 'en'])
  assert.deepEqual(to('FR-ca').slice(0, 2), ['fr', 'fr'])
})

test('[C9] who reads none of them, or says nothing, is spoken to in the first', () => {
  assert.deepEqual(to('it', 'es').slice(0, 3), ['fr', 'fr', 'Bonjour'])
  assert.deepEqual(to().slice(0, 3), ['fr', 'fr', 'Bonjour'])
  assert.deepEqual(to('', '*', '%%').slice(0, 3), ['fr', 'fr', 'Bonjour'])
})

test("[C9] where a text is empty the product's own words are said, in the languages it has", () => {
  assert.deepEqual(to('en'), ['en', 'en', '', ''])
})

test('[C9] in other languages the texts of the first stand in, one by one', () => {
  assert.deepEqual(to('de'), ['de', 'fr', 'Guten Tag', 'Absents'])
})

test("[C9] the product's words beside a language it does not have are in the next one wanted", () => {
  assert.equal(to('de', 'nl', 'en')[1], 'en')
  const german = { languages: ['de'], texts: { de: words('Guten Tag') } }
  assert.equal(speakTo(german, ['de', 'nl']).locale, 'en')
})

test('[N8] a conversation is in a language the channel speaks', () => {
  assert.equal(spoken(channel, 'de'), 'de')
  assert.equal(spoken(channel, 'it'), 'fr')
})
