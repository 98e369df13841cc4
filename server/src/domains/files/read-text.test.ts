import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textTypeOf } from './read-text.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

test('words are text in each of the encodings people have', () => {
  for (const bytes of [
    Buffer.from('Réf.;Qté\r\nThé vert;3\n\tfin\f'),
    Buffer.from('\ufeffDéjà'),
    latin1('Réf.;Qté\nÀ régler;3\n'),
    utf16('Réf.\tQté\r\n'),
    Buffer.from('\u001b[31mrouge\u001b[0m'),
    // What begins like a program, a picture and an archive, and is none.
    Buffer.from('MZ et BM sont des initiales'),
    Buffer.from('BM'),
    Buffer.from('PK, à demain'),
  ])
    assert.equal(textTypeOf(bytes), 'text/plain', bytes.toString('latin1'))
})

test('one control character makes it none', () => {
  for (const bytes of [
    Buffer.from([0x48, 0x00, 0x49]),
    Buffer.from('GIF89a\u0001\u0000'),
    Buffer.from('bon\u0008jour'),
    utf16('bon\u0000jour'),
    Buffer.from([0xff, 0xfe, 0x41]),
  ])
    assert.equal(textTypeOf(bytes), null, bytes.toString('hex'))
})

test('pages and drawings are told from words, however they begin', () => {
  for (const [text, type] of [
    ['<!DOCTYPE html><p>', 'text/html'],
    ['\n  <!-- salut --> <HTML>', 'text/html'],
    ['<script>alert(1)</script>', 'text/html'],
    ['<?xml version="1.0"?><!-- x --><html xmlns="…">', 'text/html'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN">\n<svg>', 'image/svg+xml'],
    ['<s:svg xmlns:s="http://www.w3.org/2000/svg">', 'image/svg+xml'],
    ['<?xml version="1.0"?><facture/>', 'application/xml'],
    ['Utilisez la balise <html> ici', 'text/plain'],
  ] as const)
    assert.equal(textTypeOf(Buffer.from(text)), type, text)
})
