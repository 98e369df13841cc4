import type { AgentId, JournalEntryId } from '#contract/ids.ts'
import type {
  JournalAct,
  JournalChanges,
  JournalField,
  JournalTargetKind,
  JournalValue,
} from '#contract/journal-acts.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import type { Origin } from '../callers.ts'

/** Who acts. An `Actor` is one as it is. */
export type Doer =
  | { agentId: AgentId; name: string; origin: Origin }
  /** Somebody who was not signed in. */
  | { stranger: Origin }
  /** Who runs the server, by a command or a setting. */
  | 'operator'
  /** Comptoir itself: a time ran out, a job went round. */
  | 'system'

/** What an act is done to, by the name it has now. */
export interface Target {
  kind: JournalTargetKind
  id: string | null
  name: string
}

/** What is written down of an act; when, by whom and from where come with it. */
export interface Deed {
  act: Exclude<JournalAct, 'refused'>
  target: Target | null
  /** Only what changed: see `changesBetween`. */
  before?: JournalChanges
  after?: JournalChanges
}

/** A line of the journal. */
export interface Entry {
  id: JournalEntryId
  at: Date
  act: JournalAct
  by: Doer
  target: Target | null
  before: JournalChanges | null
  after: JournalChanges | null
  refusal: { door: string; code: RefusalCode } | null
}

/**
 * What of a thing changed, as `{ before, after }` to be spread into a deed. Both sides name the same fields; a field that is
 * the same on both is left out, and both are left out when nothing changed.
 */
export function changesBetween(
  before: JournalChanges,
  after: JournalChanges,
): { before: JournalChanges; after: JournalChanges } {
  // The keys of an object whose keys are fields.
  const fields = Object.keys(after) as JournalField[]
  const changed = fields.filter((field) => !isSame(before[field] ?? null, after[field] ?? null))
  const pick = (from: JournalChanges): JournalChanges =>
    Object.fromEntries(changed.map((field) => [field, from[field] ?? null]))
  return { before: pick(before), after: pick(after) }
}

const isSame = (one: JournalValue, other: JournalValue): boolean => JSON.stringify(one) === JSON.stringify(other)
