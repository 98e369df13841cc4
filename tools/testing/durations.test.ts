import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { keepDurations, longestFirst, readDurations } from './durations.ts'

const root = mkdtempSync(join(tmpdir(), 'comptoir-durations-'))
after(() => rmSync(root, { recursive: true, force: true }))

const [short, long, proof, unknown] = ['a.test.ts', 'b.db.test.ts', 'server/src/proofs/c.db.test.ts', 'd.db.test.ts']

test('the longest come first, after what has never run; of those the proofs', () => {
  const durations = new Map([
    [short, 2],
    [long, 30],
  ])
  assert.deepEqual(longestFirst([short, unknown, long, proof], durations), [proof, unknown, long, short])
  assert.deepEqual(longestFirst([short, long, proof], new Map()), [proof, short, long], 'as they were found, otherwise')
})

test('what is measured is kept beside what was', () => {
  assert.equal(readDurations(root).size, 0)
  keepDurations(
    root,
    new Map([
      [short, 2],
      [long, 30],
    ]),
  )
  keepDurations(root, new Map([[long, 20]]))
  assert.deepEqual(
    [...readDurations(root)],
    [
      [short, 2],
      [long, 20],
    ],
  )
})
