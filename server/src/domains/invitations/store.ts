import { type Selectable, sql } from 'kysely'
import type { AgentId, InvitationId, OrganisationId, QuestionnaireId, RoleId, SubAccountId } from '#contract/ids.ts'
import { type Module, type Permission, roleModels } from '#contract/vocabulary.ts'
import type { OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { KeptCount } from '../sub-accounts/index.ts'
import type { Invitation } from './invitation.ts'

export async function insertInvitation(tx: OrganisationTransaction, invitation: Invitation): Promise<void> {
  await tx.db
    .insertInto('invitations')
    .values({
      organisation_id: tx.organisationId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      custom_role_id: invitation.customRoleId,
      reach: invitation.reach,
      modules: invitation.modules,
      conversation_limit: invitation.conversationLimit,
      sub_account_id: invitation.subAccountId,
      languages: invitation.languages,
      active_on_arrival: invitation.activeOnArrival,
      inviter_id: invitation.inviterId,
      letter_id: invitation.letterId,
      state: invitation.state,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute()
  if (invitation.questionnaireIds.length === 0) return
  await tx.db
    .insertInto('invitation_questionnaires')
    .values(
      invitation.questionnaireIds.map((id) => ({
        organisation_id: tx.organisationId,
        invitation_id: invitation.id,
        questionnaire_id: id,
      })),
    )
    .execute()
}

/** Open and expired ones, newest first. */
export async function listPending(tx: OrganisationTransaction): Promise<Invitation[]> {
  const rows = await pending(tx).orderBy('created_at', 'desc').orderBy('invitations.id', 'desc').execute()
  return rows.map(toInvitation)
}

export async function lockPendingOf(tx: OrganisationTransaction, inviterId: AgentId): Promise<Invitation[]> {
  const rows = await pending(tx)
    .where('inviter_id', '=', inviterId)
    .orderBy('invitations.id')
    .forUpdate('invitations')
    .execute()
  return rows.map(toInvitation)
}

export async function findPending(tx: OrganisationTransaction, id: InvitationId): Promise<Invitation | undefined> {
  const row = await pending(tx).where('invitations.id', '=', id).executeTakeFirst()
  return row && toInvitation(row)
}

/** The same, unchanged by anybody else until the commit: of fifty who accept at once one is the first. */
export async function lockPending(tx: OrganisationTransaction, id: InvitationId): Promise<Invitation | undefined> {
  const row = await pending(tx).where('invitations.id', '=', id).forUpdate('invitations').executeTakeFirst()
  return row && toInvitation(row)
}

/** A fresh letter and a fresh end, on the right of whoever sent it last. */
export async function setResent(
  tx: OrganisationTransaction,
  { id, inviterId, letterId, expiresAt }: Pick<Invitation, 'id' | 'inviterId' | 'letterId' | 'expiresAt'>,
): Promise<void> {
  await tx.db
    .updateTable('invitations')
    .set({ inviter_id: inviterId, letter_id: letterId, expires_at: expiresAt })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** Accepted or revoked: from then on its link leads nowhere. */
export async function setEnded(
  tx: OrganisationTransaction,
  id: InvitationId,
  { state, now }: { state: 'accepted' | 'revoked'; now: Date },
): Promise<void> {
  await tx.db
    .updateTable('invitations')
    .set({ state, ended_at: now })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
  await deleteLinks(tx, id)
}

/** Makes these the links of the invitation; earlier ones are dead. */
export async function replaceLinks(
  tx: OrganisationTransaction,
  id: InvitationId,
  { shown, mailed }: { shown: { tokenHash: Buffer }; mailed: { tokenHash: Buffer } },
): Promise<void> {
  await deleteLinks(tx, id)
  const link = { organisation_id: tx.organisationId, invitation_id: id }
  const ways = [{ ...link, token_hash: shown.tokenHash, by_letter: false }]
  if (mailed !== shown) ways.push({ ...link, token_hash: mailed.tokenHash, by_letter: true })
  await tx.db.insertInto('invitation_links').values(ways).execute()
}

/** Where a live link leads, from the directory. */
export async function findLink(
  tx: Transaction,
  tokenHash: Buffer,
): Promise<{ organisationId: OrganisationId; invitationId: InvitationId; byLetter: boolean } | undefined> {
  return tx.db
    .selectFrom('invitation_links')
    .select(['organisation_id as organisationId', 'invitation_id as invitationId', 'by_letter as byLetter'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
}

/** Open and expired ones. */
export async function countInSubAccounts(tx: OrganisationTransaction): Promise<KeptCount[]> {
  return tx.db
    .selectFrom('invitations')
    .select((eb) => [
      eb.ref('sub_account_id').$castTo<SubAccountId>().as('subAccountId'),
      sql<'invitations'>`'invitations'`.as('kind'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', 'is not', null)
    .where('state', '=', 'pending')
    .groupBy('sub_account_id')
    .execute()
}

/** Open and expired ones into one sub-account lead to another. */
export async function moveToSubAccount(
  tx: OrganisationTransaction,
  { from, to }: { from: SubAccountId; to: SubAccountId },
): Promise<void> {
  await tx.db
    .updateTable('invitations')
    .set({ sub_account_id: to })
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', '=', from)
    .where('state', '=', 'pending')
    .execute()
}

/** The modules of those that will bring people into a role of the organisation's own, where the role decides them. */
export async function setModulesOfInvited(
  tx: OrganisationTransaction,
  roleId: RoleId,
  modules: readonly Module[],
): Promise<void> {
  await tx.db
    .updateTable('invitations')
    .set({ modules: [...modules] })
    .where('organisation_id', '=', tx.organisationId)
    .where('custom_role_id', '=', roleId)
    .where('state', '=', 'pending')
    .execute()
}

async function deleteLinks(tx: OrganisationTransaction, id: InvitationId): Promise<void> {
  await tx.db
    .deleteFrom('invitation_links')
    .where('organisation_id', '=', tx.organisationId)
    .where('invitation_id', '=', id)
    .execute()
}

const pending = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('invitations')
    .selectAll('invitations')
    .select(beside)
    .where('invitations.organisation_id', '=', tx.organisationId)
    .where('state', '=', 'pending')

/** What of an invitation stands in other tables: what its custom role allows, and what its person will be advisor for. */
const beside = [
  sql<Permission[] | null>`(
    select permissions from roles
    where roles.organisation_id = invitations.organisation_id and roles.id = invitations.custom_role_id)`.as(
    'role_permissions',
  ),
  sql<QuestionnaireId[]>`array(
    select questionnaire_id from invitation_questionnaires
    where invitation_questionnaires.organisation_id = invitations.organisation_id and invitation_id = invitations.id
    order by questionnaire_id)`.as('questionnaire_ids'),
] as const

interface Beside {
  role_permissions: Permission[] | null
  questionnaire_ids: QuestionnaireId[]
}

const toInvitation = (row: Selectable<Tables['invitations']> & Beside): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  customRoleId: row.custom_role_id,
  permissions: row.role_permissions ?? roleModels[row.role].permissions,
  reach: row.reach,
  // Written by this room from the vocabulary only.
  modules: row.modules as Module[],
  conversationLimit: row.conversation_limit,
  questionnaireIds: row.questionnaire_ids,
  subAccountId: row.sub_account_id,
  languages: row.languages,
  activeOnArrival: row.active_on_arrival,
  inviterId: row.inviter_id,
  letterId: row.letter_id,
  state: row.state,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})
