import type { ApiKeyForOwner } from '#contract/api-keys.ts'
import type { ApiKey } from './api-key.ts'

export const apiKeyForOwner = (key: ApiKey, now: Date): ApiKeyForOwner => ({
  id: key.id,
  name: key.name,
  start: key.start,
  rights: key.rights,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt.toISOString(),
  expired: key.expiresAt <= now,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
})
