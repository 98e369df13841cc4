import { type Selectable, sql } from 'kysely'
import type { AgentId, JournalEntryId } from '#contract/ids.ts'
import type { JournalAct, JournalChanges, JournalTargetKind } from '#contract/journal-acts.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Doer, Entry, Target } from './entry.ts'

/** Written with the commit: nothing in the transaction reads it again. An entry that is there already stays as it is. */
export function appendEntry(tx: OrganisationTransaction, entry: Entry): void {
  const { id, at, act, by, target, before, after, refusal } = entry
  const write = tx.db
    .insertInto('journal')
    .values({
      organisation_id: tx.organisationId,
      id,
      at,
      act,
      ...doerColumns(by),
      target_kind: target?.kind ?? null,
      target_id: target?.id ?? null,
      target_name: target?.name ?? '',
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
      door: refusal?.door ?? null,
      code: refusal?.code ?? null,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
  tx.last(write.compile())
}

function doerColumns(by: Doer) {
  if (typeof by === 'string')
    return { actor_kind: by, actor_id: null, actor_name: '', api_key: null, address: null, user_agent: null }
  const { address, userAgent, apiKey } = 'stranger' in by ? by.stranger : by.origin
  const from = { api_key: apiKey, address, user_agent: userAgent }
  if ('stranger' in by) return { actor_kind: 'stranger' as const, actor_id: null, actor_name: '', ...from }
  return { actor_kind: 'agent' as const, actor_id: by.agentId, actor_name: by.name, ...from }
}

/** What is looked for, all of it at once. */
export interface Search {
  acts?: readonly JournalAct[]
  /** Who did it, or to whom it was done. */
  personId?: AgentId
  from?: Date
  until?: Date
  text?: string
}

export interface Page {
  /** Older than this one; absent: from the newest on. */
  before?: JournalEntryId
  limit: number
}

/** Newest first. */
export const listEntries = async (tx: OrganisationTransaction, search: Search, page: Page): Promise<Entry[]> =>
  (await entriesQuery(tx, search, page).execute()).map(toEntry)

/** What is asked for them; how it is answered over a long journal is proven in long-journal.db.test.ts. */
export function entriesQuery(
  tx: OrganisationTransaction,
  { acts, personId, from, until, text }: Search,
  { before, limit }: Page,
) {
  let found = tx.db.selectFrom('journal').selectAll().where('organisation_id', '=', tx.organisationId)
  if (acts) found = found.where('act', '=', sql<string>`any(${[...acts]}::text[])`)
  if (personId) found = found.where((eb) => eb.or([eb('actor_id', '=', personId), eb('target_id', '=', personId)]))
  if (from) found = found.where('at', '>=', from)
  if (until) found = found.where('at', '<', until)
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
    found = found.where((eb) =>
      eb.or([eb('actor_name', 'ilike', pattern), eb('target_name', 'ilike', pattern), eb('address', 'ilike', pattern)]),
    )
  }
  if (before)
    found = found.where(
      sql<boolean>`(at, id) < ((select at from journal where organisation_id = ${tx.organisationId} and id = ${before}), ${before}::uuid)`,
    )
  return found.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit)
}

/** What others than `but` did to these since then. */
export async function hasBeenChanged(
  tx: OrganisationTransaction,
  { targets, acts, since, but }: { targets: readonly string[]; acts: readonly JournalAct[]; since: Date; but: AgentId },
): Promise<boolean> {
  const row = await deedsTo(tx, targets, acts)
    .where('at', '>', since)
    .where((eb) => eb.or([eb('actor_id', 'is', null), eb('actor_id', '<>', but)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Whether any of these acts was ever done to it. */
export async function hasBefallen(
  tx: OrganisationTransaction,
  target: string,
  acts: readonly JournalAct[],
): Promise<boolean> {
  return (await deedsTo(tx, [target], acts).executeTakeFirst()) !== undefined
}

const deedsTo = (tx: OrganisationTransaction, targets: readonly string[], acts: readonly JournalAct[]) =>
  tx.db
    .selectFrom('journal')
    .select('id')
    .where('organisation_id', '=', tx.organisationId)
    .where('target_id', '=', sql<string>`any(${[...targets]}::text[])`)
    .where('act', '=', sql<string>`any(${[...acts]}::text[])`)
    .limit(1)

function toEntry(row: Selectable<Tables['journal']>): Entry {
  return {
    id: row.id,
    at: row.at,
    // Written by this room from the contract's tables only.
    act: row.act as JournalAct,
    by: toDoer(row),
    target: row.target_kind === null ? null : toTarget(row, row.target_kind as JournalTargetKind),
    before: row.before as JournalChanges | null,
    after: row.after as JournalChanges | null,
    refusal: row.door === null ? null : { door: row.door, code: row.code as RefusalCode },
  }
}

const toTarget = (row: Selectable<Tables['journal']>, kind: JournalTargetKind): Target => ({
  kind,
  id: row.target_id,
  name: row.target_name,
})

function toDoer(row: Selectable<Tables['journal']>): Doer {
  const origin = { address: row.address, userAgent: row.user_agent, apiKey: row.api_key }
  switch (row.actor_kind) {
    case 'agent':
      // The table holds that an agent's entry has their id.
      return { agentId: row.actor_id as AgentId, name: row.actor_name, origin }
    case 'stranger':
      return { stranger: origin }
    default:
      return row.actor_kind
  }
}
