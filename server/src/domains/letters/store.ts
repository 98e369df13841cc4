import type { Selectable } from 'kysely'
import type { LetterId, OrganisationId } from '#contract/ids.ts'
import type { OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Letter, LetterState } from './letter.ts'

/** The outbox shows this many; older letters are history. */
const listedAtMost = 200
const unsent = ['waiting', 'retrying'] as const

type NewLetter = Pick<
  Letter,
  'id' | 'to' | 'subject' | 'body' | 'html' | 'confidential' | 'calendar' | 'link' | 'usefulUntil' | 'createdAt'
>

export async function insertLetter(tx: OrganisationTransaction, letter: NewLetter): Promise<void> {
  await tx.db
    .insertInto('letters')
    .values({
      organisation_id: tx.organisationId,
      id: letter.id,
      recipient: letter.to,
      subject: letter.subject,
      body: letter.body,
      html: letter.html,
      confidential: letter.confidential,
      calendar: letter.calendar,
      secret: letter.link,
      state: 'waiting',
      useful_until: letter.usefulUntil,
      created_at: letter.createdAt,
    })
    .execute()
}

/** Newest first. */
export async function listLetters(tx: OrganisationTransaction): Promise<Letter[]> {
  const rows = await ofOrganisation(tx)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(listedAtMost)
    .execute()
  return rows.map(toLetter)
}

export async function findLetter(tx: OrganisationTransaction, id: LetterId): Promise<Letter | undefined> {
  const row = await ofOrganisation(tx).where('id', '=', id).executeTakeFirst()
  return row && toLetter(row)
}

/** The same, unchanged by anybody else until the commit. */
export async function lockLetter(tx: OrganisationTransaction, id: LetterId): Promise<Letter | undefined> {
  const row = await ofOrganisation(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toLetter(row)
}

export async function letterStates(
  tx: OrganisationTransaction,
  ids: readonly LetterId[],
): Promise<Map<LetterId, LetterState>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('letters')
    .select(['id', 'state'])
    .where('organisation_id', '=', tx.organisationId)
    .where('id', 'in', ids)
    .where('state', '<>', 'cancelled')
    .$narrowType<{ state: LetterState }>()
    .execute()
  return new Map(rows.map(({ id, state }) => [id, state]))
}

type Change = Partial<
  Pick<Letter, 'body' | 'html' | 'calendar' | 'link' | 'attempts' | 'lastError' | 'nextAttemptAt' | 'sentAt'>
> & {
  state?: LetterState | 'cancelled'
}

export async function updateLetter(tx: OrganisationTransaction, id: LetterId, change: Change): Promise<void> {
  await tx.db
    .updateTable('letters')
    .set({
      state: change.state,
      body: change.body,
      html: change.html,
      calendar: change.calendar,
      secret: change.link,
      attempts: change.attempts,
      last_error: change.lastError,
      next_attempt_at: change.nextAttemptAt,
      sent_at: change.sentAt,
    })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** Letters of every organisation that are still to leave; read as the tables' owner, at a start. */
export async function listUnsentEverywhere(
  tx: Transaction,
): Promise<{ organisationId: OrganisationId; id: LetterId; nextAttemptAt: Date | null }[]> {
  return tx.db
    .selectFrom('letters')
    .select(['organisation_id as organisationId', 'id', 'next_attempt_at as nextAttemptAt'])
    .where('state', 'in', unsent)
    .orderBy('organisation_id')
    .orderBy('id')
    .execute()
}

/** A cancelled letter has lost its purpose: it is there for nobody. */
const ofOrganisation = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('letters')
    .selectAll()
    .where('organisation_id', '=', tx.organisationId)
    .where('state', '<>', 'cancelled')
    .$narrowType<{ state: LetterState }>()

const toLetter = (row: Selectable<Tables['letters']> & { state: LetterState }): Letter => ({
  id: row.id,
  to: row.recipient,
  subject: row.subject,
  body: row.body,
  html: row.html,
  confidential: row.confidential,
  calendar: row.calendar,
  link: row.secret,
  state: row.state,
  attempts: row.attempts,
  lastError: row.last_error,
  nextAttemptAt: row.next_attempt_at,
  usefulUntil: row.useful_until,
  createdAt: row.created_at,
  sentAt: row.sent_at,
})
