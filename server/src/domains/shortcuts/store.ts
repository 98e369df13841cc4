import type { Selectable } from 'kysely'
import * as z from 'zod'
import type { ShortcutId, SubAccountId } from '#contract/ids.ts'
import { ShortcutText } from '#contract/shortcuts.ts'
import type { OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { ShortcutOwner } from '../access/index.ts'
import type { KeptCount } from '../sub-accounts/index.ts'
import type { Shortcut } from './shortcut.ts'

export async function insertShortcut(tx: OrganisationTransaction, shortcut: Shortcut, now: Date): Promise<void> {
  await tx.db
    .insertInto('shortcuts')
    .values({
      organisation_id: tx.organisationId,
      id: shortcut.id,
      agent_id: shortcut.agentId,
      sub_account_id: shortcut.subAccountId,
      key: shortcut.key,
      texts: JSON.stringify(shortcut.texts),
      version: shortcut.version,
      created_at: now,
    })
    .execute()
}

/** Those in use that may concern an agent: their own and all that are shared, by key. */
export async function listBeside(
  tx: OrganisationTransaction,
  { agentId }: { agentId: NonNullable<ShortcutOwner['agentId']> },
): Promise<Shortcut[]> {
  const rows = await all(tx)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('agent_id', 'is', null), eb('agent_id', '=', agentId)]))
    .orderBy('key')
    .orderBy('id')
    .execute()
  return rows.map(toShortcut)
}

/** Those in use of one owner. */
export async function listOf(
  tx: OrganisationTransaction,
  { agentId, subAccountId }: ShortcutOwner,
): Promise<Shortcut[]> {
  const rows = await all(tx)
    .where('removed_at', 'is', null)
    .where('agent_id', 'is not distinct from', agentId)
    .where('sub_account_id', 'is not distinct from', subAccountId)
    .execute()
  return rows.map(toShortcut)
}

/** As it is now, removed or not, and stays until the commit. */
export async function lockShortcut(tx: OrganisationTransaction, id: ShortcutId): Promise<Shortcut | undefined> {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toShortcut(row)
}

/** Writes over the row that is held; uses are counted apart. */
export async function saveShortcut(
  tx: OrganisationTransaction,
  { id, subAccountId, key, texts, version, removedAt }: Shortcut,
): Promise<void> {
  await tx.db
    .updateTable('shortcuts')
    .set({ sub_account_id: subAccountId, key, texts: JSON.stringify(texts), version, removed_at: removedAt })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** One statement, so that no use is lost among many at once. */
export async function addUse(tx: OrganisationTransaction, id: ShortcutId, now: Date): Promise<void> {
  await tx.db
    .updateTable('shortcuts')
    .set((eb) => ({ used_count: eb('used_count', '+', 1), last_used_at: now }))
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

export async function countInSubAccounts(tx: OrganisationTransaction): Promise<KeptCount[]> {
  const rows = await tx.db
    .selectFrom('shortcuts')
    .select((eb) => ['sub_account_id as subAccountId', eb.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', 'is not', null)
    .where('removed_at', 'is', null)
    .groupBy('sub_account_id')
    .$narrowType<{ subAccountId: SubAccountId }>()
    .execute()
  return rows.map((row) => ({ ...row, kind: 'shortcuts' }))
}

/** What was removed goes along unseen, so that it can still be brought back. */
export async function moveRemoved(
  tx: OrganisationTransaction,
  { from, to }: { from: SubAccountId; to: SubAccountId },
): Promise<void> {
  await tx.db
    .updateTable('shortcuts')
    .set({ sub_account_id: to })
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', '=', from)
    .where('removed_at', 'is not', null)
    .execute()
}

/** In every organisation: those removed before, and the own ones of agents who left before. */
export async function deleteLost(
  { db }: Transaction,
  { removedBefore, leftBefore }: { removedBefore: Date; leftBefore: Date },
): Promise<void> {
  await db.deleteFrom('shortcuts').where('removed_at', '<=', removedBefore).execute()
  await db
    .deleteFrom('shortcuts')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('agents')
          .select('agents.id')
          .whereRef('agents.organisation_id', '=', 'shortcuts.organisation_id')
          .whereRef('agents.id', '=', 'shortcuts.agent_id')
          .where('agents.removed_at', '<=', leftBefore),
      ),
    )
    .execute()
}

const all = (tx: OrganisationTransaction) =>
  tx.db.selectFrom('shortcuts').selectAll().where('organisation_id', '=', tx.organisationId)

const texts = z.array(ShortcutText)

const toShortcut = (row: Selectable<Tables['shortcuts']>): Shortcut => ({
  id: row.id,
  agentId: row.agent_id,
  subAccountId: row.sub_account_id,
  key: row.key,
  texts: texts.parse(row.texts),
  version: row.version,
  usedCount: row.used_count,
  lastUsedAt: row.last_used_at,
  removedAt: row.removed_at,
})
