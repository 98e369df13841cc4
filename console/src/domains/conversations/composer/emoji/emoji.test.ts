import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { completeEmoji } from './complete-emoji.ts'
import { emojiWordAt } from './emoji-word.ts'
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

const wordAt = (text: string) => emojiWordAt(text.replace('|', ''), text.indexOf('|'))?.typed ?? null

test('[S9] a colon and letters, or a face of signs, ask for an emoji; an hour, an address or a list do not', () => {
  assert.equal(wordAt('Merci :smi|'), ':smi')
  assert.equal(wordAt('Merci\n:cœur:|'), ':cœur:')
  assert.equal(wordAt('Merci :)|'), ':)')
  assert.equal(wordAt('Merci ;-)|'), ';-)')
  assert.equal(wordAt('<3|'), '<3')
  for (const text of ['à 10:30|', 'https:|', 'https://|', 'ici :|', 'ici : oui|', ':s|', ':smi|le', 'a:)|', '::|'])
    assert.equal(wordAt(text), null, text)
})

test('[S9] faces become theirs alone, names of either language the best first', () => {
  const offered = (typed: string) => completeEmoji(all, typed).map(({ emoji }) => emoji)
  for (const [typed, emoji] of [
    [':)', '🙂'],
    [':-)', '🙂'],
    [';)', '😉'],
    [":'(", '😢'],
    ['<3', '❤️'],
  ])
    assert.deepEqual(offered(typed ?? ''), [emoji], typed)
  assert.equal(offered(':rocket:')[0], '🚀')
  assert.equal(offered(':fusée')[0], '🚀')
  assert.equal(offered(':fus')[0], '🚀')
  assert.ok(offered(':smile').length > 1)
  assert.deepEqual(offered(':qqxyz'), [])
})
