import type { Selectable } from 'kysely'
import { Flow } from '#contract/flow/shape.ts'
import type { ClientAnswerId, ConversationId, RunId, VisitorId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { KeptPassed, Run } from './run.ts'

/** Writes a run that begins. False: another tab of its visitor has just begun one. */
export async function insertRun(tx: OrganisationTransaction, run: Run, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('questionnaire_runs')
    .values({
      organisation_id: tx.organisationId,
      id: run.id,
      visitor_id: run.visitorId,
      questionnaire_id: run.questionnaireId,
      version_number: run.versionNumber,
      ...changing(run),
      begun_at: now,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'visitor_id']).where('replaced_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Writes over the row that is held. */
export async function saveRun(tx: OrganisationTransaction, run: Run, now: Date): Promise<void> {
  await tx.db
    .updateTable('questionnaire_runs')
    .set({ ...changing(run), changed_at: now })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', run.id)
    .execute()
}

/** The run goes, and its visitor may begin another. */
export async function replaceRun(tx: OrganisationTransaction, id: RunId, now: Date): Promise<void> {
  await tx.db
    .updateTable('questionnaire_runs')
    .set({ replaced_at: now })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** The one a visitor is in, or was in last. */
export async function findRun(tx: OrganisationTransaction, visitorId: VisitorId): Promise<Run | undefined> {
  const row = await ofVisitor(tx, visitorId).executeTakeFirst()
  return row && toRun(row)
}

/** The same, held until the commit. */
export async function lockRun(tx: OrganisationTransaction, visitorId: VisitorId): Promise<Run | undefined> {
  const row = await ofVisitor(tx, visitorId).forUpdate('questionnaire_runs').executeTakeFirst()
  return row && toRun(row)
}

export async function findRunOf(tx: OrganisationTransaction, id: ConversationId): Promise<Run | undefined> {
  const row = await runs(tx).where('conversation_id', '=', id).executeTakeFirst()
  return row && toRun(row)
}

/** Whether an answer of this id is new; it is known from now on. */
export async function keepAnswerId(
  tx: OrganisationTransaction,
  { visitorId, id, now }: { visitorId: VisitorId; id: ClientAnswerId; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('given_answers')
    .values({ organisation_id: tx.organisationId, visitor_id: visitorId, client_answer_id: id, given_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const runs = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('questionnaire_runs')
    .innerJoin('questionnaire_versions', (join) =>
      join
        .onRef('questionnaire_versions.organisation_id', '=', 'questionnaire_runs.organisation_id')
        .onRef('questionnaire_versions.questionnaire_id', '=', 'questionnaire_runs.questionnaire_id')
        .onRef('questionnaire_versions.number', '=', 'questionnaire_runs.version_number'),
    )
    .selectAll('questionnaire_runs')
    .select('questionnaire_versions.flow')
    .where('questionnaire_runs.organisation_id', '=', tx.organisationId)

const ofVisitor = (tx: OrganisationTransaction, visitorId: VisitorId) =>
  runs(tx).where('visitor_id', '=', visitorId).where('replaced_at', 'is', null)

const changing = ({ revision, progress, conversationId }: Run) => ({
  revision,
  passed: JSON.stringify(progress.passed),
  now_step: progress.now,
  conversation_id: conversationId,
})

const toRun = (row: Selectable<Tables['questionnaire_runs']> & { flow: unknown }): Run => ({
  id: row.id,
  visitorId: row.visitor_id,
  questionnaireId: row.questionnaire_id,
  versionNumber: row.version_number,
  flow: Flow.parse(row.flow),
  revision: row.revision,
  // Written by `changing` alone.
  progress: { passed: row.passed as KeptPassed[], now: row.now_step },
  conversationId: row.conversation_id,
})
