import type { Selectable } from 'kysely'
import type { ApiKeyId, OrganisationId, UserId } from '#contract/ids.ts'
import type { KeyRight } from '#contract/key-rights.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { ApiKey } from './api-key.ts'

interface Owner {
  userId: UserId
  organisationId: OrganisationId
}

export async function insertApiKey(tx: Transaction, key: ApiKey, tokenHash: Buffer): Promise<void> {
  await tx.db
    .insertInto('api_keys')
    .values({
      id: key.id,
      user_id: key.userId,
      organisation_id: key.organisationId,
      token_hash: tokenHash,
      name: key.name,
      start: key.start,
      rights: key.rights,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      last_used_at: key.lastUsedAt,
    })
    .execute()
}

/** Holds the owner's membership, so that keys made at once are counted one after the other. False: there is none. */
export async function holdOwner(tx: Transaction, { userId, organisationId }: Owner): Promise<boolean> {
  const row = await tx.db
    .selectFrom('memberships')
    .select('agent_id')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** The key that a secret is now. */
export async function findByToken(tx: Transaction, tokenHash: Buffer, now: Date): Promise<ApiKey | undefined> {
  const row = await tx.db
    .selectFrom('api_keys')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && toApiKey(row)
}

export async function isLive(tx: Transaction, id: ApiKeyId, now: Date): Promise<boolean> {
  const row = await tx.db
    .selectFrom('api_keys')
    .select('id')
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** A person's keys in one organisation, the newest first; those past their end among them. */
export async function listApiKeys(tx: Transaction, { userId, organisationId }: Owner): Promise<ApiKey[]> {
  const rows = await tx.db
    .selectFrom('api_keys')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toApiKey)
}

export async function setUsed(tx: Transaction, id: ApiKeyId, now: Date): Promise<void> {
  await tx.db.updateTable('api_keys').set({ last_used_at: now }).where('id', '=', id).execute()
}

/** Somebody's own key; undefined when they have no such one here. */
export async function deleteApiKey(tx: Transaction, id: ApiKeyId, owner: Owner): Promise<ApiKey | undefined> {
  const row = await tx.db
    .deleteFrom('api_keys')
    .where('id', '=', id)
    .where('organisation_id', '=', owner.organisationId)
    .where('user_id', '=', owner.userId)
    .returningAll()
    .executeTakeFirst()
  return row && toApiKey(row)
}

/** All of a person's, in every organisation; returns which. */
export async function deleteApiKeysOf(tx: Transaction, userId: UserId): Promise<ApiKeyId[]> {
  const rows = await tx.db.deleteFrom('api_keys').where('user_id', '=', userId).returning('id').execute()
  return rows.map(({ id }) => id)
}

const toApiKey = (row: Selectable<Tables['api_keys']>): ApiKey => ({
  id: row.id,
  userId: row.user_id,
  organisationId: row.organisation_id,
  name: row.name,
  start: row.start,
  // Written by this room from the contract only.
  rights: row.rights as KeyRight[],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
})
