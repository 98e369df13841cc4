import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { TestLine } from './report-events.ts'
import { runCommand } from './run-command.ts'
import type { Outcome } from './tally.ts'

interface NodeTests {
  root: string
  /** Paths from the root. */
  files: string[]
  env: Record<string, string | undefined>
  /** A file that takes longer hangs, and is killed. */
  fileTimeoutMs?: number
  /** Absent: as many as there are cores. */
  atOnce?: number
  /** Told of each file as it ends. */
  onFile: (file: string, outcomes: Outcome[], seconds: number) => void
}

/** Runs each file in a process of its own. */
export async function runNodeTests({ fileTimeoutMs = 600_000, ...tests }: NodeTests): Promise<void> {
  const { root, files, env, onFile, atOnce = Math.max(2, availableParallelism()) } = tests
  const queue = [...files]
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const started = performance.now()
      const outcomes = await runFile(file, { root, env, fileTimeoutMs })
      onFile(file, outcomes, (performance.now() - started) / 1000)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

type FileRun = Required<Pick<NodeTests, 'root' | 'env' | 'fileTimeoutMs'>>

async function runFile(file: string, { root, env, fileTimeoutMs }: FileRun): Promise<Outcome[]> {
  const report = join(root, '.cache', 'tests', `${file.replaceAll('/', '+')}.jsonl`)
  mkdirSync(join(root, '.cache', 'tests'), { recursive: true })
  rmSync(report, { force: true })
  const reporter = [
    '--test-reporter',
    join(import.meta.dirname, 'report-events.ts'),
    '--test-reporter-destination',
    report,
  ]
  const end = await runCommand(process.execPath, [...reporter, file], {
    cwd: root,
    // Without the second, a run inside of a test of ours would report to that one.
    env: { ...env, NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'), NODE_TEST_CONTEXT: undefined },
    timeoutMs: fileTimeoutMs,
  })
  const outcomes = readReport(report).map((line) => outcomeOf(file, line, end.output))
  const faultOfFile = faultOf(outcomes, end)
  return faultOfFile ? [...outcomes, { name: file, passed: false, details: `${faultOfFile}\n${end.output}` }] : outcomes
}

function readReport(report: string): TestLine[] {
  if (!existsSync(report)) return []
  return readFileSync(report, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line))
}

function outcomeOf(file: string, line: TestLine, output: string): Outcome {
  const name = `${file} › ${line.name}`
  if (line.skipped)
    return {
      name,
      passed: false,
      details: 'It was skipped or marked as to do: a test that does not run proves nothing.',
    }
  return line.passed ? { name, passed: true } : { name, passed: false, details: `${line.details}\n${output}`.trim() }
}

/** What no single test tells: the file hung, crashed, or holds no test. */
function faultOf(outcomes: Outcome[], end: { succeeded: boolean; isTimedOut: boolean }): string | null {
  if (end.isTimedOut) return `It hung, and was killed.`
  if (!end.succeeded && outcomes.every(({ passed }) => passed)) return 'It failed outside of its tests.'
  return outcomes.length === 0 ? 'It holds no test.' : null
}
