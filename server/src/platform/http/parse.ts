import type * as z from 'zod'
import { refusal } from '../refusal.ts'

/** One field that does not fit: where, and how. Codes are for the reader's sentence, never the value itself. */
export interface Misfit {
  field: string
  problem: 'missing' | 'unknown' | 'too-short' | 'too-long' | 'unprintable' | 'malformed'
}

/** What the schema makes of the input, or `request.invalid` naming every field that does not fit. */
export function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  const fields = result.error.issues.flatMap(misfitsOf)
  throw refusal('request.invalid', { field: fields[0]?.field, details: { fields: fields.slice(0, 20) } })
}

function misfitsOf(issue: z.core.$ZodIssue): Misfit[] {
  const field = issue.path.map(String).join('.')
  const at = (problem: Misfit['problem']): Misfit[] => [{ field, problem }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: [...issue.path, key].map(String).join('.').slice(0, 200),
        problem: 'unknown',
      }))
    case 'too_big':
      return at('too-long')
    case 'too_small':
      return at('too-short')
    case 'custom':
      return at(issue.params?.problem === 'unprintable' ? 'unprintable' : 'malformed')
    default:
      return at(issue.input === undefined ? 'missing' : 'malformed')
  }
}
