import { lateMark, type Outcome } from './tally.ts'

/** What came out of one file of tests. */
export interface FileResult {
  file: string
  outcomes: Outcome[]
  seconds: number
}

/** More than these fail for a reason that a second try does not change. */
const mostSecondTries = 3

export const hasFailed = ({ outcomes }: Pick<FileResult, 'outcomes'>): boolean => outcomes.some(({ passed }) => !passed)

/** Whether a file is one of those a starved machine may fail: it talks to a server and a database that do other things beside. */
export const isOnDatabase = (file: string): boolean => file.endsWith('.db.test.ts')

/**
 * Tries once more, alone and with nothing beside, what failed while the machine was full. As with stories, each that needed it is told
 * by its name: it wants looking at. Where many failed nothing is tried again.
 */
export async function secondTries(
  failed: readonly FileResult[],
  runAlone: (file: string) => Promise<FileResult>,
): Promise<FileResult[]> {
  if (failed.length > mostSecondTries) return [...failed]
  const results: FileResult[] = []
  for (const first of failed) results.push(told(first, await runAlone(first.file)))
  return results
}

function told(first: FileResult, second: FileResult): FileResult {
  const failedFirst = new Set(first.outcomes.filter(({ passed }) => !passed).map(({ name }) => name))
  const isAsked = ({ name }: Outcome) => failedFirst.has(name)
  const outcomes = second.outcomes.map((outcome) =>
    isAsked(outcome) && outcome.passed ? { ...outcome, name: `${outcome.name}${lateMark}`, isLate: true } : outcome,
  )
  // A file that hung or crashed has failed as a whole, under its own name, which a file that ends well does not tell.
  const isFile = failedFirst.has(first.file) && !hasFailed(second)
  if (isFile) outcomes.push({ name: `${first.file}${lateMark}`, passed: true, isLate: true })
  return { ...second, outcomes }
}
