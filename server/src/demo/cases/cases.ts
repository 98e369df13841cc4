import { casesOfBrighton } from './brighton.ts'
import { type PlannedCase, planCase } from './case.ts'
import { casesOfNantes } from './nantes.ts'

/** Answers and files, transfers, notes that call somebody, words rewritten and taken back: as of now. */
export const planCases = (now: Date): PlannedCase[] =>
  [...casesOfNantes, ...casesOfBrighton].map((one) => planCase(one, now))
