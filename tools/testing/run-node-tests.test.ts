import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { runNodeTests } from './run-node-tests.ts'
import { type Outcome, Tally } from './tally.ts'

const root = mkdtempSync(join(tmpdir(), 'comptoir-runner-'))
after(() => rmSync(root, { recursive: true, force: true }))

async function outcomesOf(lines: string[], fileTimeoutMs = 30_000): Promise<Outcome[]> {
  const source = ["import assert from 'node:assert/strict'", "import { describe, test } from 'node:test'", ...lines]
  writeFileSync(join(root, 'some.test.ts'), source.join('\n'))
  const found: Outcome[] = []
  const onFile = (_: string, outcomes: Outcome[]) => void found.push(...outcomes)
  await runNodeTests({ root, files: ['some.test.ts'], env: process.env, fileTimeoutMs, onFile })
  return found
}

const shortly = (outcomes: Outcome[]) => outcomes.map(({ name, passed }) => `${passed ? '✔' : '✖'} ${name}`)

test('tests are counted by name, subtests too, groups of them not', async () => {
  const outcomes = await outcomesOf([
    "describe('a group', () => { test('inside', () => {}) })",
    "test('outer', async (t) => { await t.test('inner', () => assert.equal(1 + 1, 2)) })",
  ])
  assert.deepEqual(shortly(outcomes), ['✔ some.test.ts › inside', '✔ some.test.ts › inner', '✔ some.test.ts › outer'])
})

test('a failure is told with its reason and what the file printed', async () => {
  const [outcome] = await outcomesOf(["test('sum', () => { console.log('a hint'); assert.equal(1 + 1, 3) })"])
  assert.equal(outcome?.passed, false)
  assert.match(outcome?.details ?? '', /2 !== 3/)
  assert.match(outcome?.details ?? '', /a hint/)
})

test('a skipped test and one marked as to do count as failed', async () => {
  const outcomes = await outcomesOf([
    "test.skip('later', () => {})",
    "test.todo('some day')",
    "test('when it suits', (t) => t.skip('no browser'))",
    "test('now', () => {})",
  ])
  assert.deepEqual(shortly(outcomes), [
    '✖ some.test.ts › later',
    '✖ some.test.ts › some day',
    '✖ some.test.ts › when it suits',
    '✔ some.test.ts › now',
  ])
})

test('a file that hangs is killed and counts as failed', async () => {
  const outcomes = await outcomesOf(["test('fine', () => {})", 'setInterval(() => {}, 1000)'], 1500)
  assert.deepEqual(shortly(outcomes), ['✔ some.test.ts › fine', '✖ some.test.ts'])
  assert.match(outcomes[1]?.details ?? '', /hung/)
})

test('a file that crashes, or that holds no test, counts as failed', async () => {
  assert.deepEqual(shortly(await outcomesOf(["throw new Error('at once')"])), ['✖ some.test.ts'])
  assert.deepEqual(shortly(await outcomesOf([''])), ['✖ some.test.ts'])
})

test('a run ends with its failures and one line of counts', () => {
  const tally = new Tally()
  tally.add([
    { name: 'one', passed: true },
    { name: 'two', passed: false, details: 'because' },
  ])
  assert.equal(tally.closing(), '✖ two\n    because\n1 passed, 1 failed')
  assert.equal(tally.hasFailures, true)
})
