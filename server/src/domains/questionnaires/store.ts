import type { Selectable } from 'kysely'
import type { QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { KeptCount } from '../sub-accounts/index.ts'
import type { Questionnaire } from './questionnaire.ts'

export async function insertQuestionnaire(
  tx: OrganisationTransaction,
  questionnaire: Questionnaire,
  now: Date,
): Promise<void> {
  await tx.db
    .insertInto('questionnaires')
    .values({
      organisation_id: tx.organisationId,
      id: questionnaire.id,
      sub_account_id: questionnaire.subAccountId,
      name: questionnaire.name,
      version: questionnaire.version,
      created_at: now,
      archived_at: questionnaire.archivedAt,
    })
    .execute()
}

/** All of the organisation, archived ones too, by name. */
export async function listQuestionnaires(tx: OrganisationTransaction): Promise<Questionnaire[]> {
  return (await all(tx).orderBy('name').orderBy('id').execute()).map(toQuestionnaire)
}

export async function findQuestionnaire(
  tx: OrganisationTransaction,
  id: QuestionnaireId,
): Promise<Questionnaire | undefined> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  return row && toQuestionnaire(row)
}

/** As it is now, and stays until the commit. */
export async function lockQuestionnaire(
  tx: OrganisationTransaction,
  id: QuestionnaireId,
): Promise<Questionnaire | undefined> {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toQuestionnaire(row)
}

/** Writes over the row that is held. */
export async function saveQuestionnaire(
  tx: OrganisationTransaction,
  { id, name, version, archivedAt }: Questionnaire,
): Promise<void> {
  await tx.db
    .updateTable('questionnaires')
    .set({ name, version, archived_at: archivedAt })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

export async function countInSubAccounts(tx: OrganisationTransaction): Promise<KeptCount[]> {
  const rows = await tx.db
    .selectFrom('questionnaires')
    .select((eb) => ['sub_account_id as subAccountId', eb.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', tx.organisationId)
    .groupBy('sub_account_id')
    .execute()
  return rows.map((row) => ({ ...row, kind: 'questionnaires' }))
}

export async function moveToSubAccount(
  tx: OrganisationTransaction,
  { from, to }: { from: SubAccountId; to: SubAccountId },
): Promise<void> {
  await tx.db
    .updateTable('questionnaires')
    .set((eb) => ({ sub_account_id: to, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', '=', from)
    .execute()
}

const all = (tx: OrganisationTransaction) =>
  tx.db.selectFrom('questionnaires').selectAll().where('organisation_id', '=', tx.organisationId)

const toQuestionnaire = (row: Selectable<Tables['questionnaires']>): Questionnaire => ({
  id: row.id,
  subAccountId: row.sub_account_id,
  name: row.name,
  version: row.version,
  archivedAt: row.archived_at,
})
