import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileOf, readFile } from './file.ts'

const flow = { languages: ['fr'], start: null, steps: [] }

test('a file that was exported is read again', () => {
  assert.deepEqual(readFile(JSON.stringify(fileOf('Accueil', flow))), { file: fileOf('Accueil', flow) })
})

test('what is no questionnaire is told apart before it is sent', () => {
  const of = (value: unknown) => readFile(typeof value === 'string' ? value : JSON.stringify(value))
  assert.deepEqual(of('{ "name": '), { problem: 'not-json' })
  assert.deepEqual(of([]), { problem: 'not-ours' })
  assert.deepEqual(of({ ...fileOf('Accueil', flow), format: 'other' }), { problem: 'not-ours' })
  assert.deepEqual(of({ ...fileOf('Accueil', flow), flow: { steps: 'many' } }), { problem: 'not-ours' })
  assert.deepEqual(of({ ...fileOf('Accueil', flow), formatVersion: 2 }), { problem: 'newer' })
  assert.deepEqual(of({ ...fileOf('Accueil', flow), name: 'é'.repeat(600_000) }), { problem: 'too-large' })
})
