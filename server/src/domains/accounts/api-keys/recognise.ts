import type { ApiKeyId, OrganisationId } from '#contract/ids.ts'
import type { KeyRight } from '#contract/key-rights.ts'
import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import { type ActsAs, originOf } from '../../callers.ts'
import { isUsedAnew } from './api-key.ts'
import { findByToken, isLive, setUsed } from './store.ts'

type Needs = Pick<Platform, 'database' | 'clock'>

/** Whose key it is, where it opens doors, and which. */
export interface KeyHolder {
  organisationId: OrganisationId
  rights: readonly KeyRight[]
  as: ActsAs
}

/**
 * Whom the key of a request stands for; null: it carries none, and says who it is in another way.
 *
 * @refuses api-keys.unknown when what it carries opens nothing (any more): a cookie beside it does not count
 */
export const recogniseApiKey =
  ({ database, clock }: Needs) =>
  async (knock: Knock): Promise<KeyHolder | null> => {
    const secret = knock.credential('bearer')
    if (secret === undefined) return null
    const now = clock.now()
    return database.directory(async (tx) => {
      const key = await findByToken(tx, hashToken(secret), now)
      if (!key) throw refusal('api-keys.unknown')
      if (isUsedAnew(key, now)) await setUsed(tx, key.id, now)
      return {
        organisationId: key.organisationId,
        rights: key.rights,
        as: {
          userId: key.userId,
          sessionId: null,
          apiKeyId: key.id,
          origin: { ...originOf(knock), apiKey: key.name },
          limitKey: `user ${key.userId}`,
        },
      }
    })
  }

/** Whether a key that a poll rests on is still one. */
export const apiKeyStands =
  ({ database, clock }: Needs) =>
  (id: ApiKeyId): Promise<boolean> =>
    database.directory((tx) => isLive(tx, id, clock.now()))
