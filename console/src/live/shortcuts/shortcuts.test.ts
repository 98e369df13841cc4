import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShortcutId, SubAccountId } from '#contract/ids.ts'
import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import { fillShortcut, unfilledIn } from './fill.ts'
import { findShortcuts } from './find.ts'
import { hiddenBy, hiding, offeredIn, textFor } from './nearest.ts'

const [lyon, lille] = ['lyon' as SubAccountId, 'lille' as SubAccountId]
const shortcut = (id: string, key: string, change: Partial<ShortcutForAgent> = {}): ShortcutForAgent => ({
  ...{ id: id as ShortcutId, key, scope: 'own', subAccountId: null, version: 1, usedCount: 0, lastUsedAt: null },
  texts: [{ language: 'fr', text: 'Bonjour' }],
  may: { change: true },
  ...change,
})
const all = [
  shortcut('mine', 'merci'),
  shortcut('lyons', 'merci', { scope: 'sub-account', subAccountId: lyon }),
  shortcut('everybodys', 'merci', { scope: 'organisation' }),
  shortcut('lyons-hours', 'horaires', { scope: 'sub-account', subAccountId: lyon }),
  shortcut('hours', 'horaires', { scope: 'organisation' }),
]
const ids = (some: readonly ShortcutForAgent[]) => some.map(({ id }) => id as string)

test('[S9] of the same key one’s own is offered, else the sub-account’s of the conversation, else the organisation’s', () => {
  assert.deepEqual(ids(offeredIn(all, lyon)), ['mine', 'lyons-hours'])
  assert.deepEqual(ids(offeredIn(all, lille)), ['mine', 'hours'])
  assert.deepEqual(ids(offeredIn(all.slice(1), lille)), ['everybodys', 'hours'])
})

test('what hides, and what is hidden, is told of both', () => {
  const [mine, lyons, everybodys] = all
  assert.ok(mine && lyons && everybodys)
  assert.deepEqual(ids(hiding(everybodys, all)), ['mine', 'lyons'])
  assert.deepEqual(ids(hiding(mine, all)), [])
  assert.deepEqual(ids(hiddenBy(mine, all)), ['lyons', 'everybodys'])
})

test('the conversation’s language chooses the text; where it has none the first speaks, and says so', () => {
  const texts = [
    { language: 'fr', text: 'Bonjour' },
    { language: 'en', text: 'Hello' },
  ]
  assert.deepEqual(textFor(texts, 'en'), { language: 'en', text: 'Hello', isOther: false })
  assert.deepEqual(textFor(texts, 'nl'), { language: 'fr', text: 'Bonjour', isOther: true })
})

const labels = {
  ...{ 'visitor.name': 'nom du visiteur', 'visitor.firstName': 'prénom du visiteur', 'agent.name': 'votre nom' },
  ...{ 'agent.firstName': 'votre prénom', 'subAccount.name': 'sous-compte', 'organisation.name': 'organisation' },
  ...{ 'channel.name': 'messagerie', 'page.title': 'page' },
}
const values = {
  ...{ 'visitor.name': null, 'visitor.firstName': null, 'agent.name': 'Ada Lefèvre', 'agent.firstName': 'Ada' },
  ...{ 'subAccount.name': 'Lyon', 'organisation.name': 'Verdier', 'channel.name': 'Site', 'page.title': ' ' },
}

test('variables are filled with what is known; what is not stays marked, in the reader’s words', () => {
  assert.equal(
    fillShortcut('Bonjour {{visitor.firstName}}, ici {{ agent.firstName }} sur {{page.title}}.', values, labels),
    'Bonjour {{prénom du visiteur}}, ici Ada sur {{page}}.',
  )
})

test('a value is put in as it is, braces and dollars too, and is not read again', () => {
  const tricky = { ...values, 'visitor.name': '{{agent.name}} $& $1' }
  assert.equal(fillShortcut('{{visitor.name}} !', tricky, labels), '{{agent.name}} $& $1 !')
})

test('what is left to complete is found with its place', () => {
  const text = 'Bonjour {{prénom}}, {{}} et {{deux\nlignes}} {ici}'
  assert.deepEqual(unfilledIn(text), [{ start: 8, end: 18, name: 'prénom' }])
})

test('typed letters find keys first, then texts, accents forgiven; what is used stands first', () => {
  const some = [
    shortcut('a', 'echange-colis', { usedCount: 3 }),
    shortcut('b', 'échange-boutique', { usedCount: 9 }),
    shortcut('c', 'boutique', { texts: [{ language: 'fr', text: 'Un ÉCHANGE est possible' }], usedCount: 50 }),
    shortcut('d', 'pas-d-echange', { usedCount: 70 }),
    shortcut('e', 'merci'),
  ]
  assert.deepEqual(ids(findShortcuts(some, 'éch')), ['b', 'a', 'd', 'c'])
  assert.deepEqual(ids(findShortcuts(some, '')), ['d', 'c', 'b', 'a', 'e'])
  assert.deepEqual(ids(findShortcuts(some, 'xyz')), [])
  assert.deepEqual(ids(findShortcuts(some, 'un')), [], 'two letters are not sought in texts')
})
