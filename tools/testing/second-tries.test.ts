import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FileResult, isOnDatabase, secondTries } from './second-tries.ts'

const result = (file: string, ...outcomes: [name: string, passed: boolean][]): FileResult => ({
  file,
  outcomes: outcomes.map(([name, passed]) => ({ name: `${file} › ${name}`, passed })),
  seconds: 1,
})
const shortly = (results: FileResult[]) =>
  results.flatMap(({ outcomes }) =>
    outcomes.map(({ name, passed, isLate }) => `${passed ? '✔' : '✖'}${isLate ? '!' : ''} ${name}`),
  )

test('what passes alone is told as late, what fails again has failed, what fails only then too', async () => {
  const first = result('a', ['sound', true], ['starved', false], ['broken', false])
  const second = result('a', ['sound', false], ['starved', true], ['broken', false])
  assert.deepEqual(shortly(await secondTries([first], async () => second)), [
    '✖ a › sound',
    '✔! a › starved (at the second try)',
    '✖ a › broken',
  ])
})

test('a file that hung is tried as a whole, and counts once more than its tests', async () => {
  const hung: FileResult = { file: 'a', outcomes: [{ name: 'a', passed: false }], seconds: 600 }
  assert.deepEqual(shortly(await secondTries([hung], async () => result('a', ['one', true]))), [
    '✔ a › one',
    '✔! a (at the second try)',
  ])
  assert.deepEqual(shortly(await secondTries([hung], async () => hung)), ['✖ a'])
})

test('where many failed nothing is tried again', async () => {
  const failed = ['a', 'b', 'c', 'd'].map((file) => result(file, ['one', false]))
  const tried: string[] = []
  const runAlone = async (file: string) => {
    tried.push(file)
    return result(file, ['one', true])
  }
  assert.deepEqual(await secondTries(failed, runAlone), failed)
  assert.deepEqual(tried, [])
  await secondTries(failed.slice(1), runAlone)
  assert.deepEqual(tried, ['b', 'c', 'd'], 'control: one after the other')
})

test('only tests on a database are tried again: the others are alone with themselves', () => {
  assert.deepEqual(['a.db.test.ts', 'a.test.ts'].map(isOnDatabase), [true, false])
})
