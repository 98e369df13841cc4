import type { ApiKeyId, UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../../callers.ts'
import { recordDeed } from '../../journal/index.ts'
import { deleteApiKey, deleteApiKeysOf } from './store.ts'

/** Revokes one's own key. After the commit polls that rest on it end. @refuses request.not-found */
export async function revokeApiKey(
  actor: Actor,
  id: ApiKeyId,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'signals'>,
): Promise<void> {
  await needs.database.transaction(actor.organisationId, async (tx) => {
    const key = await deleteApiKey(tx, id, actor)
    if (!key) throw refusal('request.not-found')
    tell(tx, [id], needs.signals)
    const target = { kind: 'api-key', id, name: key.name } as const
    recordDeed(tx, actor, { act: 'api-keys.revoked', target }, needs)
  })
}

/** A new password ends all keys of a person: whoever had the old one may have made them. After the commit their polls end. */
export async function endApiKeysOf(
  tx: Transaction,
  userId: UserId,
  { signals }: Pick<Platform, 'signals'>,
): Promise<void> {
  tell(tx, await deleteApiKeysOf(tx, userId), signals)
}

function tell(tx: Transaction, apiKeyIds: ApiKeyId[], signals: Platform['signals']): void {
  if (apiKeyIds.length > 0) tx.afterCommit(() => signals.emit('api-keys-ended', { apiKeyIds }))
}
