/** What came out of one check, test or story. */
export interface Outcome {
  name: string
  passed: boolean
  /** It passed at its second try only. */
  isLate?: boolean
  /** What a reader needs to see of a failure. */
  details?: string
}

/** Of whatever passed at its second try only. */
export const lateMark = ' (at the second try)'

/** Counts outcomes and keeps the failures, so that the last screen of a run says all that matters. */
export class Tally {
  private passed = 0
  private readonly failures: Outcome[] = []
  private readonly late: Outcome[] = []

  add(outcomes: Outcome[]): void {
    for (const outcome of outcomes) {
      if (outcome.isLate) this.late.push(outcome)
      if (outcome.passed) this.passed += 1
      else this.failures.push(outcome)
    }
  }

  get hasFailures(): boolean {
    return this.failures.length > 0
  }

  /** What came late and what failed once more, each failure with how its telling begins, and the line of counts that ends every run. */
  closing(): string {
    const late = this.late.map(({ name }) => `! ${name}`)
    const listed = this.failures.map(({ name, details }) => [`✖ ${name}`, ...beginningOf(details)].join('\n'))
    return [...late, ...listed, `${this.passed} passed, ${this.failures.length} failed`].join('\n')
  }
}

const shownLines = 40

const beginningOf = (details = ''): string[] =>
  details
    .split('\n', shownLines)
    .filter((line) => line.trim())
    .map((line) => `    ${line}`)
