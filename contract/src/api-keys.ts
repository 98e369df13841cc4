import * as z from 'zod'
import { Done } from './accounts.ts'
import { ApiKeyId, OrganisationId } from './ids.ts'
import { keyRights } from './key-rights.ts'
import { limits } from './limits.ts'
import { defineRoutes } from './route.ts'
import { Instant, Name } from './text.ts'

const KeyRights = z.array(z.enum(keyRights)).max(keyRights.length)

/** A key as its owner sees it. The secret itself is nowhere. */
export const ApiKeyForOwner = z.object({
  id: ApiKeyId,
  name: z.string(),
  /** The first characters of the secret, to tell keys apart. */
  start: z.string(),
  rights: KeyRights,
  createdAt: Instant,
  /** From this instant on it opens nothing. */
  expiresAt: Instant,
  expired: z.boolean(),
  /** At most a minute behind; null: never used. */
  lastUsedAt: Instant.nullable(),
})
export type ApiKeyForOwner = z.infer<typeof ApiKeyForOwner>

export const MakeApiKey = z.strictObject({
  name: Name,
  rights: KeyRights.min(1),
  /** At most a year from now. */
  expiresAt: Instant,
})
export type MakeApiKey = z.infer<typeof MakeApiKey>

const inOrganisation = z.object({ organisationId: OrganisationId })

export const apiKeyRoutes = defineRoutes({
  'GET /organisations/:organisationId/api-keys': {
    summary: "One's own API keys in this organisation",
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    reply: z.object({
      keys: z.array(ApiKeyForOwner),
      /** What the reader may give a key now. */
      may: KeyRights,
    }),
  },
  'POST /organisations/:organisationId/api-keys': {
    summary: 'Make a key for oneself: the answer shows its secret, this once',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    body: MakeApiKey,
    reply: z.object({ key: ApiKeyForOwner, secret: z.string().max(limits.apiKeyLength) }),
    refuses: ['api-keys.beyond-you', 'api-keys.end-refused', 'api-keys.too-many'],
    perMinute: 20,
  },
  'DELETE /organisations/:organisationId/api-keys/:apiKeyId': {
    summary: 'Revoke a key: it opens nothing any more, and polls that rest on it end',
    who: 'agent',
    key: 'never',
    params: inOrganisation.extend({ apiKeyId: ApiKeyId }),
    reply: Done,
  },
})
