import assert from 'node:assert/strict'
import { test } from 'node:test'
import { locales } from '#contract/vocabulary.ts'
import { shopTitle } from '#server/shop/index.ts'
import { planCases } from './cases/cases.ts'
import { fillSlots, voices } from './fill-slots.ts'
import { createRandom } from './random.ts'

/** Every talk there can be, in every way its lines can be said. */
const talks = locales.flatMap((language) => {
  const { anywhere, atHome } = voices[language]
  const guest = { firstName: 'Vera', surname: 'Verdier', isNamed: true }
  const slots = fillSlots({ language, guest, hour: 11, answeredBy: 'Ben' }, createRandom(5))
  return [...anywhere, ...atHome].map((script) => ({ language, ...script(slots) }))
})

test('there are many talks in each language, and each is a conversation', () => {
  for (const language of locales) assert.ok(talks.filter((talk) => talk.language === language).length >= 20)
  for (const { lines } of talks) {
    assert.equal(lines[0]?.by, 'visitor')
    assert.ok(lines.some(({ by }) => by === 'agent'))
    assert.ok(lines.filter(({ by }) => by === 'visitor').length >= 2, 'the visitor has a second turn')
  }
})

test('every talk begins on a page that the shop has', () => {
  for (const { path, language } of talks)
    assert.doesNotMatch(shopTitle(path, language), /Étagère vide|Empty shelf/, path)
  assert.match(shopTitle('/nowhere', 'fr'), /Étagère vide/)
})

test('French talks follow French typography', () => {
  const faults = {
    'a plain space before ; ! ? : »': / [;!?»:](\s|$)/,
    'a plain space after «': /« /,
    'a straight apostrophe': /\p{L}'\p{L}/u,
    'a space missing before ! ? ;': /\p{L}[!?;](\s|$)/u,
  }
  const texts = talks
    .filter(({ language }) => language === 'fr')
    .flatMap(({ lines }) => lines.flatMap((line) => line.ways.flat()))
  const byHand = planCases(new Date()).filter(({ language }) => language === 'fr')
  for (const step of byHand.flatMap(({ steps }) => steps)) {
    if ('text' in step) texts.push(step.text)
    if ('note' in step) texts.push(step.note)
  }
  assert.ok(texts.length > 250)
  const found = Object.entries(faults).flatMap(([fault, pattern]) =>
    texts.flatMap((text) => (pattern.test(text) ? [`${fault}: ${text}`] : [])),
  )
  assert.deepEqual(found, [])
})

test('English talks hold no French', () => {
  const texts = talks
    .filter(({ language }) => language === 'en')
    .flatMap(({ lines }) => lines.flatMap((line) => line.ways.flat()))
  assert.deepEqual(
    texts.filter((text) => /\b(bonjour|merci|votre|vous|c’est)\b/i.test(text)),
    [],
  )
})
