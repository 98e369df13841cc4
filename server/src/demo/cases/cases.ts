import type { PlannedTalk } from '../plan-talks.ts'
import { casesOfBrighton } from './brighton.ts'
import { planCase } from './case.ts'
import { casesOfNantes } from './nantes.ts'

/** Answers and files, transfers, notes that call somebody, words rewritten and taken back: as of now. */
export const planCases = (now: Date): PlannedTalk[] =>
  [...casesOfNantes, ...casesOfBrighton].map((one) => planCase(one, now))
