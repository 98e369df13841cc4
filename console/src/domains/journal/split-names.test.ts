import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitNames } from './split-names.ts'

const shown = (sentence: string, names: readonly [string, string]) =>
  splitNames(sentence, names)
    .map(({ text, isName }) => (isName ? `<${text}>` : text))
    .join('')

test('who and what stand out, and no word of the sentence is lost', () => {
  assert.equal(
    shown('Ada Verdier a désactivé Ben Klein', ['Ada Verdier', 'Ben Klein']),
    '<Ada Verdier> a désactivé <Ben Klein>',
  )
  assert.equal(shown('Ada a changé la photo d’Ada-Lou.', ['Ada', 'Ada-Lou']), '<Ada> a changé la photo d’<Ada-Lou>.')
  assert.equal(shown('Ada signed in', ['Ada', 'Ada']), '<Ada> signed in')
  assert.equal(shown('Comptoir a révoqué tout', ['Comptoir', '']), '<Comptoir> a révoqué tout')
})
