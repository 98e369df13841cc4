import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FileName } from '#contract/files.ts'
import { limits } from '#contract/limits.ts'
import { cleanFileName } from './file-name.ts'

test('whatever a device calls a file, the server takes its name', () => {
  for (const name of [
    'Été à la plage (1).jpg',
    '../../etc/passwd',
    'C:\\Users\\vera\\devis.pdf',
    '\u202egnp.exe',
    'ligne\nune.txt',
    'demi \ud800.txt',
    '   ',
    '',
    `${'très long '.repeat(60)}.jpeg`,
    `${'é'.repeat(199)}😀.txt`,
    'n'.repeat(500),
  ]) {
    const clean = cleanFileName(name, 'fichier')
    assert.equal(FileName.parse(clean), clean, name)
  }
})

test('a name that is cut keeps its ending', () => {
  const clean = cleanFileName(`${'n'.repeat(400)}.jpeg`, 'fichier')
  assert.equal(clean.length, limits.fileNameLength)
  assert.ok(clean.endsWith('.jpeg'))
  assert.equal(cleanFileName('', 'fichier'), 'fichier')
})
