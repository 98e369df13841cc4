import { Refused } from '#client/refused.ts'

/** What is offered instead, where a time was refused because it is not free any more; null: that was not why. */
export function nearestIn(error: unknown): readonly string[] | null {
  if (!(error instanceof Refused)) return null
  if (error.code !== 'appointments.slot-taken' && error.code !== 'appointments.not-free') return null
  const { nearest } = error.details
  return Array.isArray(nearest) ? nearest.map(String) : []
}
