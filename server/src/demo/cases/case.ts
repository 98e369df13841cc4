import type { Locale } from '#contract/vocabulary.ts'
import type { ReasonKey } from '../appointments/reasons.ts'
import { agentHours, type CastKey, type ShopKey } from '../cast.ts'
import { nextWithin } from '../hours.ts'
import type { PlannedTalk } from '../plan-talks.ts'
import type { Act } from '../steps.ts'

/** A conversation written by hand, for what the many others do not show. */
export interface Case {
  shop: ShopKey
  language: Locale
  /** What the channel speaks to them, where it is another. */
  spoken?: string
  name: string | null
  path: string
  /** How long ago it began: minutes for what goes on now, days for what is over. */
  began: { minutesAgo: number } | { daysAgo: number }
  /** Each so many minutes after the beginning. */
  acts: readonly (readonly [afterMinutes: number, Act])[]
  /** What is booked for them in the end, so many days from now at the earliest. */
  books?: { by: CastKey; what: ReasonKey; inDays: number; words: string }
}

export type PlannedCase = PlannedTalk & Pick<Case, 'books'>

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** A case as of now; what is over was so within the hours of its shop. */
export function planCase({ began, acts, name, ...talk }: Case, now: Date): PlannedCase {
  const startsAt =
    'minutesAgo' in began
      ? now.getTime() - began.minutesAgo * minuteMs
      : nextWithin(now.getTime() - began.daysAgo * dayMs, agentHours(talk.shop))
  const steps = acts.map(([after, act]) => ({ ...act, at: startsAt + after * minuteMs }))
  return { ...talk, visitor: { name, email: null }, steps }
}
