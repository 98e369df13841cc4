import type { MakeApiKey } from '#contract/api-keys.ts'
import { limits } from '#contract/limits.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import type { Actor } from '../../callers.ts'
import { recordDeed } from '../../journal/index.ts'
import { type ApiKey, isFairEnd, keyRightsOf, newSecret, startOf } from './api-key.ts'
import { holdOwner, insertApiKey, listApiKeys } from './store.ts'

/**
 * Makes a key for oneself. The secret is in the answer and nowhere else: only its hash is kept.
 *
 * @refuses api-keys.beyond-you | api-keys.end-refused | api-keys.too-many | request.not-found when they were removed meanwhile
 */
export async function makeApiKey(
  actor: Actor,
  wish: MakeApiKey,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>,
): Promise<{ key: ApiKey; secret: string }> {
  const { database, clock, ids } = needs
  const now = clock.now()
  const { organisationId, userId } = actor
  const rights = [...new Set(wish.rights)]
  const own = keyRightsOf(actor)
  if (!rights.every((right) => own.includes(right))) throw refusal('api-keys.beyond-you', { field: 'rights' })
  const expiresAt = new Date(wish.expiresAt)
  if (!isFairEnd(expiresAt, now)) throw refusal('api-keys.end-refused', { field: 'expiresAt' })

  const secret = newSecret()
  const key: ApiKey = {
    id: ids.apiKey(),
    userId,
    organisationId,
    name: wish.name,
    start: startOf(secret),
    rights,
    createdAt: now,
    expiresAt,
    lastUsedAt: null,
  }
  await database.transaction(organisationId, async (tx) => {
    if (!(await holdOwner(tx, actor))) throw refusal('request.not-found')
    if ((await listApiKeys(tx, actor)).length >= limits.apiKeysPerAgent) throw refusal('api-keys.too-many')
    await insertApiKey(tx, key, hashToken(secret))
    recordDeed(
      tx,
      actor,
      {
        act: 'api-keys.made',
        target: { kind: 'api-key', id: key.id, name: key.name },
        after: { name: key.name, permissions: rights, expiresAt: expiresAt.toISOString() },
      },
      needs,
    )
  })
  return { key, secret }
}
