/** A reporter for node:test: one line of JSON for each test, for run-node-tests.ts to read. */
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

export interface TestLine {
  name: string
  passed: boolean
  skipped: boolean
  details: string
}

// Node asks for a reporter as a default export.
// biome-ignore lint/style/noDefaultExport: see above.
export default async function* reportEvents(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    const line = lineOf(event)
    if (line) yield `${JSON.stringify(line)}\n`
  }
}

function lineOf(event: TestEvent): TestLine | null {
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return null
  const { name, details, skip, todo } = event.data
  if (details.type === 'suite') return null
  const skipped = isMarked(skip) || isMarked(todo)
  if (event.type === 'test:pass') return { name, passed: true, skipped, details: '' }
  const { error } = event.data.details
  // Its subtests have told already.
  if ('failureType' in error && error.failureType === 'subtestsFailed') return null
  return { name, passed: false, skipped, details: inspect(error.cause ?? error, { depth: 5 }) }
}

/** A mark may carry its reason, or none. */
const isMarked = (mark: string | boolean | undefined): boolean => mark !== undefined && mark !== false
