import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { byLine } from './by-line.ts'
import { runCommand } from './run-command.ts'
import { lateMark, type Outcome } from './tally.ts'

/** All stories together. */
const timeoutMs = 2_700_000

interface Stories {
  root: string
  /** Paths from the root. */
  stories: string[]
  env: Record<string, string | undefined>
  /** Told of each story as it ends, in Playwright's words. */
  onLine: (line: string) => void
}

/** The part of Playwright's JSON report that tells what came out. */
interface Suite {
  file: string
  suites?: Suite[]
  specs?: { title: string; tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; results: Result[] }[] }[]
}
interface Result {
  errors: { message?: string }[]
}
interface Report {
  suites: Suite[]
  errors: { message?: string }[]
}

/** Runs the stories in e2e/ in real browsers. */
export async function runStories({ root, stories, env, onLine }: Stories): Promise<Outcome[]> {
  const report = join(root, '.cache', 'tests', 'stories.json')
  mkdirSync(join(root, '.cache', 'tests'), { recursive: true })
  rmSync(report, { force: true })
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const told = byLine(onLine)
  const end = await runCommand(process.execPath, [cli, 'test', '--reporter=list,json', ...stories], {
    cwd: root,
    // What each story starts is compiled once for all of them.
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') },
    timeoutMs,
    onOutput: told.write,
  })
  told.end()
  const outcomes = existsSync(report) ? outcomesOf(JSON.parse(readFileSync(report, 'utf8'))) : []
  // No browser, no story found, a story file that cannot be read, all of it hanging.
  const isUntold = end.isTimedOut || (!end.succeeded && outcomes.every(({ passed }) => passed))
  if (!isUntold && outcomes.length > 0) return outcomes
  return [...outcomes, { name: 'e2e', passed: false, details: end.output.trim() || 'No story was run.' }]
}

function outcomesOf({ suites, errors }: Report): Outcome[] {
  const outcomes = suites.flatMap(storiesIn)
  const faults = errors.map(({ message = '' }) => ({ name: 'e2e', passed: false, details: message }))
  return [...outcomes, ...faults]
}

function storiesIn({ file, suites = [], specs = [] }: Suite): Outcome[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ status, results }) => {
      const isLate = status === 'flaky'
      const name = `e2e/${file} › ${title}${isLate ? lateMark : ''}`
      const details = results.flatMap(({ errors }) => errors.map(({ message = '' }) => message)).join('\n')
      return { name, passed: status === 'expected' || isLate, isLate, details: details || `It was ${status}.` }
    }),
  )
  return [...own, ...suites.flatMap(storiesIn)]
}
