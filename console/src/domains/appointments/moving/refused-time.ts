import { Refused } from '#client/refused.ts'
import type { BodyOf } from '#contract/routes.ts'
import { type WhyNotFree, whyNotFree } from '#contract/vocabulary.ts'

export type Despite = NonNullable<BodyOf<'POST /organisations/:organisationId/appointments'>['despite']>

/** Why a time cannot be given, and what can be done about it. */
export interface RefusedTime {
  message: string
  why: readonly WhyNotFree[]
  /** The next free times, as instants. */
  nearest: readonly string[]
  /** What has to be said to have the time all the same; null: it cannot be had. */
  despite: Despite | null
}

/** Hours, other calendars and holidays may be passed over by who keeps the calendar; an absence or an appointment never. */
const passable: readonly WhyNotFree[] = ['closed', 'busy', 'holiday'] satisfies Despite

/** What a refusal says of a time; null: it is about something else. */
export function readRefusedTime(error: unknown): RefusedTime | null {
  if (!(error instanceof Refused) || !about.has(error.code)) return null
  const why = listed(error.details.why).flatMap((one) => whyNotFree.find((known) => known === one) ?? [])
  const isPassable = why.length > 0 && why.every((one) => passable.includes(one))
  return {
    message: error.message,
    why,
    nearest: listed(error.details.nearest).filter((one) => typeof one === 'string'),
    despite: error.code === 'appointments.not-free' && isPassable ? (why as Despite) : null,
  }
}

const about = new Set(['appointments.not-free', 'appointments.slot-taken', 'appointments.past'])

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
