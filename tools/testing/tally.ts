/** What came out of one check, test or story. */
export interface Outcome {
  name: string
  passed: boolean
  /** What a reader needs to see of a failure. */
  details?: string
}

/** Counts outcomes and keeps the failures, so that the last screen of a run says all that matters. */
export class Tally {
  private passed = 0
  private readonly failures: Outcome[] = []

  add(outcomes: Outcome[]): void {
    for (const outcome of outcomes) {
      if (outcome.passed) this.passed += 1
      else this.failures.push(outcome)
    }
  }

  get hasFailures(): boolean {
    return this.failures.length > 0
  }

  /** The failures once more, each with how its telling begins, and the line of counts that ends every run. */
  closing(): string {
    const listed = this.failures.map(({ name, details }) => [`✖ ${name}`, ...beginningOf(details)].join('\n'))
    return [...listed, `${this.passed} passed, ${this.failures.length} failed`].join('\n')
  }
}

const shownLines = 40

const beginningOf = (details = ''): string[] =>
  details
    .split('\n', shownLines)
    .filter((line) => line.trim())
    .map((line) => `    ${line}`)
