import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectedWords, isMostlyExpected } from './expected-words.ts'

const expected = expectedWords(['ada.lovelace@lumiere.example', 'Ada Lovelace', 'Boutique Lumière'])

test('what is expected of a person is their address, name and organisation, whole and in pieces', () => {
  for (const word of [
    'ada',
    'lovelace',
    'adalovelace',
    'ada.lovelace',
    'lumiere.example',
    'boutique lumière',
    'comptoir',
  ])
    assert.ok(expected.includes(word), word)
  assert.ok(!expected.some((word) => word.length < 3))
})

test('[U7] a password made of what is expected is mostly that, whatever it wears', () => {
  for (const password of [
    'ada.lovelace@lumiere.example',
    'Boutique-Lumiere-2026',
    'LOVELACE lovelace 42',
    'boutiquelumière!!!!!!!!!!!!',
    'AdaComptoirLumiere1',
  ])
    assert.ok(isMostlyExpected(password, expected), password)
})

test('an expected word among others does no harm', () => {
  for (const password of ['la boutique ferme à midi le jeudi', 'trois girafes au comptoir', 'quatre tasses bleues'])
    assert.ok(!isMostlyExpected(password, expected), password)
})
