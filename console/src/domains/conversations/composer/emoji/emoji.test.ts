import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { emojiGroups, findEmoji, readEmoji } from './read-emoji.ts'
import { withTone } from './tones.ts'

const all = readEmoji(readFileSync(join(import.meta.dirname, 'emoji.txt'), 'utf8'))
const found = (typed: string) => findEmoji(all, typed).map(({ emoji }) => emoji)

test('there are emoji in every group, each with a name in both languages', () => {
  assert.ok(all.length > 1_500)
  assert.deepEqual([...new Set(all.map(({ group }) => group))], [...emojiGroups])
  for (const { emoji, names } of all) assert.ok(emoji && names.fr && names.en, emoji)
})

test('an emoji is found by words of either language, accents forgiven, its own name first', () => {
  assert.ok(found('sourire').includes('😀'))
  assert.ok(found('smile').includes('😀'))
  assert.ok(found('coeur').includes('❤️'))
  assert.equal(found('fusée')[0], '🚀')
  assert.equal(found('fusee')[0], '🚀')
  assert.equal(found('pizza')[0], '🍕')
  assert.equal(found(':pizza:')[0], '🍕')
  assert.deepEqual(found('qqxyz'), [])
})

test('a skin tone goes where Unicode puts it, also into what is composed', () => {
  assert.equal(withTone('👍', 0), '👍')
  assert.equal(withTone('👍', 3), '👍🏽')
  assert.equal(withTone('☝️', 1), '☝🏻')
  assert.equal(withTone('👩‍💻', 5), '👩🏿‍💻')
  const thumb = all.find(({ emoji }) => emoji === '👍')
  const pizza = all.find(({ emoji }) => emoji === '🍕')
  assert.deepEqual([thumb?.hasTones, pizza?.hasTones], [true, false])
})
