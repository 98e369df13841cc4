import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrganisationId } from '#contract/ids.ts'
import { foldWords, isSought, queryOf, soughtIn, storedWords } from './search-words.ts'

const house = '0190b1a2-0000-7000-8000-0000000ab1de' as OrganisationId

test('[N12] words lose their accents, their case and what stands between them', () => {
  assert.deepEqual(foldWords('L’Œuvre de LÉA, n° 48213 !'), ['l', 'oeuvre', 'de', 'lea', 'n', '48213'])
  assert.deepEqual(foldWords('lea.martin@exemple.fr'), ['lea', 'martin', 'exemple', 'fr'])
  assert.deepEqual(foldWords('Straße Århus Łódź İstanbul'), ['strasse', 'arhus', 'lodz', 'istanbul'])
  assert.deepEqual(foldWords('Привет, Ελλάδα'), ['привет', 'ελλαδα'])
  assert.deepEqual(foldWords('茶碗 bol'), ['茶', '碗', 'bol'])
  assert.deepEqual(foldWords(' … ?!'), [])
})

test('however an accent is written, the words are the same', () => {
  assert.deepEqual(foldWords('Le\u0301a'), foldWords('Léa'))
})

test('the last word looked for may be begun, the others are whole', () => {
  const sought = soughtIn('Léa mart')
  assert.deepEqual(sought, { whole: ['lea'], begun: 'mart' })
  assert.ok(sought && isSought('martin', sought) && isSought('lea', sought))
  assert.ok(sought && !isSought('leande', sought), 'control')
  assert.equal(soughtIn(' ,'), null)
})

test('[A7] what is stored and what is looked for bear the mark of the house', () => {
  assert.deepEqual(storedWords(house, 'Bonjour, bonjour Léa'), ['ab1debonjour', 'ab1delea'])
  assert.equal(queryOf(house, { whole: ['lea'], begun: 'mart' }), 'ab1delea & ab1demart:*')
  assert.equal(storedWords(house, '?'), null)
})

test('a word without an end is cut by characters, and found by its beginning', () => {
  assert.equal([...(foldWords('𐐨'.repeat(500))[0] ?? '')].length, 40)
  assert.equal(foldWords('a'.repeat(500))[0]?.length, 40)
})
