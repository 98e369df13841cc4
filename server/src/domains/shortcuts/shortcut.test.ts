import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeholdersOf, shortcutVariables } from '#contract/shortcut-variables.ts'
import { ShortcutKey, ShortcutTexts } from '#contract/shortcuts.ts'
import { freeKey, refuseUnknownVariable } from './shortcut.ts'

const inFrench = (text: string) => [{ language: 'fr', text }]

test('[S9] a text of known variables is taken, spaces within the braces or not', () => {
  for (const variable of shortcutVariables)
    refuseUnknownVariable(inFrench(`Bonjour {{${variable}}}, et {{ ${variable} }} !`))
  refuseUnknownVariable(inFrench('Une { accolade } seule est une accolade.'))
})

test('[S9] an unknown variable is refused with its place, and so are braces that never close or hold nothing', () => {
  const refused = (text: string, details: object) =>
    assert.throws(() => refuseUnknownVariable([...inFrench('Bonjour'), { language: 'en', text }]), {
      code: 'shortcuts.variable-unknown',
      field: 'texts.1.text',
      details,
    })
  refused('Dear {{visitor.nam}}', { name: 'visitor.nam', start: 5, end: 20 })
  refused('Dear {{visitor.name} and all', { name: 'visitor.name', start: 5, end: 19 })
  refused('Dear {{}}', { name: '', start: 5, end: 9 })
  refused('{{constructor}}', { name: 'constructor', start: 0, end: 15 })
})

test('the places of placeholders are theirs in the text, in its order', () => {
  const text = '{{agent.name}} pour {{visitor.name}}'
  assert.deepEqual(
    placeholdersOf(text).map(({ start, end, variable }) => [text.slice(start, end), variable]),
    [
      ['{{agent.name}}', 'agent.name'],
      ['{{visitor.name}}', 'visitor.name'],
    ],
  )
})

test('a key is one word, lower-cased; what would end it, or lead elsewhere, is none', () => {
  assert.equal(ShortcutKey.parse(' Échange-Boutique '), 'échange-boutique')
  for (const bad of ['', '/bonjour', 'deux mots', 'a--b', '-a', 'a-', 'a\nb', '😀', 'a'.repeat(41)])
    assert.equal(ShortcutKey.safeParse(bad).success, false, JSON.stringify(bad))
})

test('a shortcut says something, and once in each language', () => {
  const isTaken = (texts: unknown) => ShortcutTexts.safeParse(texts).success
  assert.ok(isTaken([...inFrench('Bonjour'), { language: 'en', text: 'Hello' }]))
  assert.equal(isTaken([]), false)
  assert.equal(isTaken(inFrench('   \n ')), false)
  assert.equal(isTaken([...inFrench('Bonjour'), ...inFrench('Salut')]), false)
})

test('a key that is taken gets the first free number, within its length', () => {
  assert.equal(freeKey('merci', new Set()), 'merci')
  assert.equal(freeKey('merci', new Set(['merci', 'merci-2'])), 'merci-3')
  const long = 'a'.repeat(40)
  assert.equal(freeKey(long, new Set([long])), `${'a'.repeat(38)}-2`)
})
