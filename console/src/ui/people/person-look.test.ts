import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hueOf, initialsOf } from './person-look.ts'

test('initials are of the first and the last name', () => {
  assert.equal(initialsOf('Ada Lefèvre'), 'AL')
  assert.equal(initialsOf('Marie-Amélie de La Roche-Dupontel'), 'MR')
  assert.equal(initialsOf('  chloé '), 'C')
})

test('names in any script and odd names have initials or none', () => {
  assert.equal(initialsOf('Ольга Ким'), 'ОК')
  assert.equal(initialsOf('森 はるか'), '森は')
  assert.equal(initialsOf('« Vera »'), 'V')
  assert.equal(initialsOf('…'), '')
})

test('a person keeps one hue, and people have different ones', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `0198e7c2-${index}`)
  assert.equal(hueOf('ben'), hueOf('ben'))
  assert.equal(new Set(ids.map(hueOf)).size, 5)
})
