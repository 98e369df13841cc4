import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limits } from '#contract/limits.ts'
import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import { compare } from './compare.ts'
import { readCsv } from './read-csv.ts'
import { readShortcuts } from './read-shortcuts.ts'
import { fileFormats, writeShortcuts } from './write-shortcuts.ts'

const read = (content: string) => {
  const file = readShortcuts(content, 'fr')
  if ('problem' in file) throw new Error(file.problem)
  return file
}
const problemOf = (content: string) => {
  const file = readShortcuts(content, 'fr')
  return 'problem' in file ? file.problem : null
}

test('cells hold separators, quotation marks and lines; commas, semicolons and tabs are told apart', () => {
  assert.deepEqual(readCsv('\ufeffa,b\r\n"x, y","dit ""oui""\nbien"\r\n\r\nc,\r\n'), [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x, y', 'dit "oui"\nbien'] },
    { line: 5, cells: ['c', ''] },
  ])
  assert.deepEqual(readCsv('a;b\n1,5;2')?.[1]?.cells, ['1,5', '2'])
  assert.deepEqual(readCsv('a\tb\n1;5\t2')?.[1]?.cells, ['1;5', '2'])
  assert.equal(readCsv('a,b\n"jamais fermé,2'), null)
})

test('[S9] what is exported is read in again as it was, in both forms, and nothing of it is a formula', () => {
  const shortcuts = [
    {
      key: 'été',
      texts: [
        { language: 'fr', text: '=SOMME(A1) ; « oui »,\nmême "ceci"' },
        { language: 'en', text: "'-tag @you" },
      ],
    },
    { key: 'merci', texts: [{ language: 'fr', text: 'Merci {{visitor.firstName}} 🍵' }] },
  ]
  for (const format of fileFormats) {
    const content = writeShortcuts(shortcuts, format)
    assert.deepEqual(read(content).shortcuts, shortcuts, format)
  }
  assert.doesNotMatch(writeShortcuts(shortcuts, 'csv'), /(^|,|\n)"[=+\-@]/)
})

test('[S9] what people of Chatwoot and of Crisp bring is understood, their variables too', () => {
  const chatwoot = JSON.stringify([
    { id: 4, account_id: 1, short_code: 'hello', content: 'Hi {{contact.first_name}}, {{agent.name}} here.' },
  ])
  assert.deepEqual(read(chatwoot).shortcuts, [
    { key: 'hello', texts: [{ language: 'fr', text: 'Hi {{visitor.firstName}}, {{agent.name}} here.' }] },
  ])
  const crisp = 'bang;text;locale\n!Shipping Info;Hello {{ user.nickname | customer }};en-GB\n'
  assert.deepEqual(read(crisp).shortcuts, [
    { key: 'shipping-info', texts: [{ language: 'en', text: 'Hello {{visitor.name}}' }] },
  ])
  assert.deepEqual(read('Raccourci,Réponse\n/ok,Bien reçu.').shortcuts, [
    { key: 'ok', texts: [{ language: 'fr', text: 'Bien reçu.' }] },
  ])
})

test('[S9] each line that does not fit is told with what is wrong; the others are read all the same', () => {
  const long = 'x'.repeat(limits.shortcutTextLength + 1)
  const { shortcuts, faults } = read(
    `key,language,text\nbon,fr,Oui\n,fr,Sans mot\na b!,fr,Non\nvide,fr,\nbon,fr,Encore\nbon,xx1,Non\nprix,fr,Cela fait {{prix}}\nlong,fr,${long}`,
  )
  assert.deepEqual(shortcuts, [{ key: 'bon', texts: [{ language: 'fr', text: 'Oui' }] }])
  assert.deepEqual(
    faults.map(({ line, fault, about }) => [line, fault, about]),
    [
      [3, 'no-key', ''],
      [4, 'bad-key', 'a-b!'],
      [5, 'no-text', 'vide'],
      [6, 'repeated', 'bon'],
      [7, 'bad-language', 'xx1'],
      [8, 'variable-unknown', '{{prix}}'],
      [9, 'long-text', 'long'],
    ],
  )
})

test('a file that is none of shortcuts says why', () => {
  assert.equal(problemOf(''), 'empty')
  assert.equal(problemOf('key,text\n'), 'empty')
  assert.equal(problemOf('{ "a": '), 'not-json')
  assert.equal(problemOf('{"name":"Devis"}'), 'no-columns')
  assert.equal(problemOf('Nom,Adresse\nVera,Lyon'), 'no-columns')
  assert.equal(problemOf('key,text\n"a,b'), 'unclosed')
  assert.equal(problemOf('{"format":"comptoir-shortcuts","formatVersion":2,"shortcuts":[]}'), 'newer')
  assert.equal(problemOf(`key,text\n${'é'.repeat(limits.shortcutsImportBytes)}`), 'too-large')
  const many = Array.from({ length: limits.shortcutsPerOwner + 1 }, (_, place) => `m${place},Oui`).join('\n')
  assert.equal(problemOf(`key,text\n${many}`), 'too-many')
})

test('[S9] the preview tells what is made, changed, left and the same', () => {
  const inUse = [
    { key: 'un', texts: [{ language: 'fr', text: '1' }] },
    { key: 'deux', texts: [{ language: 'fr', text: '2' }] },
  ] as ShortcutForAgent[]
  const file = read('key,text\nun,1\ndeux,II\ntrois,3').shortcuts
  const outcomes = (known: 'change' | 'keep') => compare(file, inUse, known).map(({ outcome }) => outcome)
  assert.deepEqual(outcomes('change'), ['same', 'changed', 'made'])
  assert.deepEqual(outcomes('keep'), ['same', 'kept', 'made'])
})
