import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const fileIn = (root: string) => join(root, '.cache', 'tests', 'seconds.json')

/** How many seconds each test file took when it last ran in this clone, by its path from the root; empty at first. */
export function readDurations(root: string): Map<string, number> {
  const file = fileIn(root)
  return new Map(existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8'))) : [])
}

/** What was measured now; files that did not run keep what they had. */
export function keepDurations(root: string, measured: ReadonlyMap<string, number>): void {
  const file = fileIn(root)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(Object.fromEntries([...readDurations(root), ...measured]), null, 1))
}

/**
 * The longest first, so that none is left to end alone while a core is idle. What has never run may take long: it comes
 * before what has, and the proofs over everything before all.
 */
export function longestFirst(files: string[], durations: ReadonlyMap<string, number>): string[] {
  const expected = (file: string) => durations.get(file) ?? Number.MAX_VALUE
  const rank = (file: string) => (file.includes('/proofs/') ? 0 : 1)
  return [...files].sort((one, other) => expected(other) - expected(one) || rank(one) - rank(other))
}
