import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectionTo } from './kinds.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test('a name that says what the content is is believed', () => {
  for (const [name, mediaType] of [
    ['plage.jpg', 'image/jpeg'],
    ['PLAGE.JPG', 'image/webp'],
    ['devis.pdf', 'application/pdf'],
    ['devis.docx', docx],
    ['devis.docx', 'application/zip'],
    ['archive.zip', docx],
    ['ancien.doc', 'application/x-cfb'],
    ['export.xls', 'text/html'],
    ['notes.txt', 'text/plain'],
    ['notes.txt', 'text/html'],
    ['logo.svg', 'image/svg+xml'],
    ['flux.xml', 'application/xml'],
    ['voix.m4a', 'video/mp4'],
    ['voix.mp3', null],
    ['carnet.txt', null],
  ] as const)
    assert.equal(objectionTo(name, mediaType), null, `${name} ${mediaType}`)
})

test('a name that says nothing promises nothing', () => {
  for (const name of ['LISEZMOI', 'plan.dwg', 'données.sage', '.gitignore', 'fin.'])
    for (const mediaType of ['image/png', 'text/html', 'application/zip', null])
      assert.equal(objectionTo(name, mediaType), null, `${name} ${mediaType}`)
})

test('a name that says another kind than the content lies', () => {
  for (const [name, mediaType] of [
    ['plage.png', 'text/html'],
    ['plage.png', 'image/svg+xml'],
    ['plage.png', 'application/x-msdownload'],
    ['plage.png', 'application/pdf'],
    ['plage.png', null],
    ['devis.pdf', 'text/html'],
    ['devis.pdf', null],
    ['devis.docx', 'text/plain'],
    ['archive.zip', 'image/jpeg'],
    ['notes.txt', 'image/jpeg'],
    ['notes.txt', 'application/java-archive'],
    ['film.mp4', 'text/html'],
    ['logo.svg', 'image/png'],
  ] as const)
    assert.equal(objectionTo(name, mediaType), 'files.type-lies', `${name} ${mediaType}`)
})

test('a program is refused by its content and by its name', () => {
  for (const [name, mediaType] of [
    ['outil.exe', 'application/x-msdownload'],
    ['outil', 'application/x-elf'],
    ['outil.bin', 'application/x-mach-binary'],
    ['outil.bat', 'text/plain'],
    ['devis.pdf.exe', 'application/pdf'],
    ['jeu.apk', 'application/zip'],
  ] as const)
    assert.equal(objectionTo(name, mediaType), 'files.type-refused', `${name} ${mediaType}`)
})
