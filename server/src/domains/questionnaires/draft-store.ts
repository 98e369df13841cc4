import { type Selectable, sql } from 'kysely'
import { Flow } from '#contract/flow/shape.ts'
import type { AgentId, QuestionnaireId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import { type Draft, emptyDraft, type PublishedVersion } from './draft.ts'

/** The draft; an empty one where nobody wrote any. Whoever changes it holds its questionnaire. */
export async function readDraft(tx: OrganisationTransaction, id: QuestionnaireId): Promise<Draft> {
  const row = await tx.db
    .selectFrom('questionnaire_drafts')
    .selectAll()
    .where('organisation_id', '=', tx.organisationId)
    .where('questionnaire_id', '=', id)
    .executeTakeFirst()
  if (!row) return emptyDraft(id)
  return {
    questionnaireId: id,
    flow: Flow.parse(row.flow),
    version: row.version,
    saved: { at: row.saved_at, by: row.saved_by },
  }
}

export async function writeDraft(
  tx: OrganisationTransaction,
  { questionnaireId, flow, version, saved }: Draft & { saved: { at: Date; by: AgentId } },
): Promise<void> {
  const written = { flow: JSON.stringify(flow), version, saved_at: saved.at, saved_by: saved.by }
  await tx.db
    .insertInto('questionnaire_drafts')
    .values({ organisation_id: tx.organisationId, questionnaire_id: questionnaireId, ...written })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'questionnaire_id']).doUpdateSet(written))
    .execute()
}

export async function insertVersion(tx: OrganisationTransaction, version: PublishedVersion): Promise<void> {
  await tx.db
    .insertInto('questionnaire_versions')
    .values({
      organisation_id: tx.organisationId,
      questionnaire_id: version.questionnaireId,
      number: version.number,
      flow: JSON.stringify(version.flow),
      published_at: version.publishedAt,
      published_by: version.publishedBy,
    })
    .execute()
}

/** What visitors who begin now answer; undefined: it was never published. */
export async function latestVersion(
  tx: OrganisationTransaction,
  id: QuestionnaireId,
): Promise<PublishedVersion | undefined> {
  const row = await versionsOf(tx, id).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row && toVersion(row)
}

export async function isPublished(tx: OrganisationTransaction, id: QuestionnaireId): Promise<boolean> {
  return (await versionsOf(tx, id).clearSelect().select('number').limit(1).executeTakeFirst()) !== undefined
}

export async function findVersion(
  tx: OrganisationTransaction,
  id: QuestionnaireId,
  number: number,
): Promise<PublishedVersion | undefined> {
  const row = await versionsOf(tx, id).where('number', '=', number).executeTakeFirst()
  return row && toVersion(row)
}

/** The newest first. */
export async function listVersions(tx: OrganisationTransaction, id: QuestionnaireId): Promise<PublishedVersion[]> {
  return (await versionsOf(tx, id).orderBy('number', 'desc').execute()).map(toVersion)
}

/** What is published of a questionnaire, without its flow. */
export interface Published extends Pick<PublishedVersion, 'number' | 'publishedAt'> {
  draftDiffers: boolean
}

/** Of every questionnaire that ever was published. Flows are compared where they lie: none of them is fetched. */
export async function readPublished(tx: OrganisationTransaction): Promise<Map<QuestionnaireId, Published>> {
  const rows = await tx.db
    .selectFrom('questionnaire_versions as versions')
    .leftJoin('questionnaire_drafts as drafts', (join) =>
      join
        .onRef('drafts.organisation_id', '=', 'versions.organisation_id')
        .onRef('drafts.questionnaire_id', '=', 'versions.questionnaire_id'),
    )
    .distinctOn('versions.questionnaire_id')
    .select([
      'versions.questionnaire_id',
      'versions.number',
      'versions.published_at as publishedAt',
      sql<boolean>`coalesce(drafts.flow <> versions.flow, false)`.as('draftDiffers'),
    ])
    .where('versions.organisation_id', '=', tx.organisationId)
    .orderBy('versions.questionnaire_id')
    .orderBy('versions.number', 'desc')
    .execute()
  return new Map(rows.map(({ questionnaire_id, ...version }) => [questionnaire_id, version]))
}

const versionsOf = (tx: OrganisationTransaction, id: QuestionnaireId) =>
  tx.db
    .selectFrom('questionnaire_versions')
    .selectAll()
    .where('organisation_id', '=', tx.organisationId)
    .where('questionnaire_id', '=', id)

const toVersion = (row: Selectable<Tables['questionnaire_versions']>): PublishedVersion => ({
  questionnaireId: row.questionnaire_id,
  number: row.number,
  flow: Flow.parse(row.flow),
  publishedAt: row.published_at,
  publishedBy: row.published_by,
})
