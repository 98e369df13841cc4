/**
 * Runs everything that proves Comptoir right, and ends with a line of counts: `N passed, N failed`.
 *
 *   npm test [-- [checks | unit | db | e2e] [part of a file's path]]
 *
 * `TEST_MINUTES` is how long a file may take (20).
 *
 * Checks count as one each. A test that is skipped or marked as to do counts as failed. Stories, and files on a database of which no
 * more than three failed, are tried once more; what needed that is named before the counts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startTestCluster } from '../server/src/testing/cluster.ts'
import { build } from './build.ts'
import { runBuildChecks, runChecks } from './testing/checks.ts'
import { keepDurations, longestFirst, readDurations } from './testing/durations.ts'
import { findStories, findTests, type TestKind } from './testing/find-tests.ts'
import { killRunning } from './testing/run-command.ts'
import { runNodeTests } from './testing/run-node-tests.ts'
import { runStories } from './testing/run-stories.ts'
import { type FileResult, hasFailed, isOnDatabase, secondTries } from './testing/second-tries.ts'
import { type Outcome, Tally } from './testing/tally.ts'

const root = dirname(import.meta.dirname)
const parts = ['checks', 'unit', 'db', 'e2e'] as const
type Part = (typeof parts)[number]

const [first, ...others] = process.argv.slice(2)
const part = parts.find((name) => name === first)
const filter = part ? others[0] : first
const wants = (name: Part) => (part ? part === name : name !== 'checks' || filter === undefined)

/** Proofs that throw dice throw the same at their second try: what they found is not lost by throwing again. */
const chance = String(Date.now() % 1_000_000)
const sameChance = { DAY_SEED: chance, WORLDS_SEED: chance, HISTORIES_SEED: chance }

const tally = new Tally()
const seconds = new Map<string, number>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    killRunning()
    process.exit(1)
  })
}

const kinds = (['db', 'unit'] satisfies TestKind[]).filter(wants)
const files = findTests(root, kinds, filter)
const stories = wants('e2e') ? findStories(root, filter) : []

if (wants('checks')) await runChecks(root, note)
else if (files.length + stories.length === 0) note({ name: 'no test file has such a path', passed: false })
if (files.length + stories.length > 0) await withCluster(runTests)
say(`\n${tally.closing()}`)
process.exit(tally.hasFailures ? 1 : 0)

async function runTests(env: Record<string, string | undefined>): Promise<void> {
  // Some tests on a database start the whole product, and need its screens.
  const isReady = (wants('db') || wants('e2e')) && (await isBuilt())
  if (isReady && !filter) await runBuildChecks(root, note)
  // Ten thousand worlds take longer than a file of tests may.
  const minutes = Number(process.env.TEST_MINUTES ?? 20)
  const inOrder = longestFirst(files, readDurations(root))
  const failed: FileResult[] = []
  const onFile = (file: string, outcomes: Outcome[], took: number) => {
    const result = { file, outcomes, seconds: took }
    const isTriedAgain = hasFailed(result) && isOnDatabase(file)
    sayFile(result)
    if (isTriedAgain) failed.push(result)
    else tally.add(outcomes)
    seconds.set(file, Math.round(took))
  }
  const all = { root, env: { ...sameChance, ...env }, fileTimeoutMs: minutes * 60_000 }
  await runNodeTests({ ...all, files: inOrder, onFile })
  const runAlone = async (file: string) => {
    const results: FileResult[] = []
    const keep = (_: string, outcomes: Outcome[], took: number) => void results.push({ file, outcomes, seconds: took })
    await runNodeTests({ ...all, files: [file], atOnce: 1, onFile: keep })
    for (const result of results) sayFile(result)
    return results[0] ?? { file, outcomes: [], seconds: 0 }
  }
  for (const { outcomes } of await secondTries(failed, runAlone)) tally.add(outcomes)
  keepDurations(root, seconds)
  // After, not beside: people's patience is part of a story, and two cores that are full of tests wear it out.
  if (isReady && stories.length > 0) tally.add(await runStories({ root, stories, env, onLine: say }))
}

/** One PostgreSQL for the whole run, in a folder that goes with it. */
async function withCluster(work: (env: Record<string, string | undefined>) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-test-cluster-'))
  const postgres = await startTestCluster(folder)
  const { host, port, user } = postgres.connection
  try {
    await work({ ...process.env, TEST_POSTGRES: JSON.stringify({ host, port, user }) })
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function isBuilt(): Promise<boolean> {
  try {
    await build(root, say)
    note({ name: 'build', passed: true })
    return true
  } catch (error) {
    note({
      name: 'build',
      passed: false,
      details: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
    return false
  }
}

function sayFile({ file, outcomes, seconds }: FileResult): void {
  const failed = outcomes.filter(({ passed }) => !passed)
  say(`${failed.length > 0 ? '✖' : '✔'} ${file} (${outcomes.length} in ${seconds.toFixed(1)} s)`)
  for (const { name, details } of failed) say(`  ✖ ${name}\n${indented(details)}`)
}

function note(outcome: Outcome): void {
  tally.add([outcome])
  say(`${outcome.passed ? '✔' : '✖'} ${outcome.name}`)
  if (!outcome.passed) say(indented(outcome.details))
}

function indented(text = ''): string {
  return text.replace(/^(?=.)/gm, '    ')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
