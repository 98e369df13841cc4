import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzzyFind, fuzzyScore } from './fuzzy.ts'

const pages = ['Conversations', 'Messageries', 'Mon profil', 'Thème : sombre', 'Paramètres']
const find = (typed: string) => fuzzyFind(pages, typed, (page) => page)

test('a beginning, a middle and initials find a page', () => {
  assert.equal(find('conv')[0], 'Conversations')
  assert.equal(find('profil')[0], 'Mon profil')
  assert.equal(find('mp')[0], 'Mon profil')
})

test('accents need not be typed, and may be', () => {
  assert.equal(find('parametres')[0], 'Paramètres')
  assert.equal(find('thème')[0], 'Thème : sombre')
})

test('a letter that is not there finds nothing', () => {
  assert.deepEqual(find('xyz'), [])
  assert.equal(fuzzyScore('Agents', 'agentsz'), null)
})

test('nothing typed finds everything, in its order', () => {
  assert.deepEqual(find(''), pages)
})
