import type { Platform } from '#server/platform/platform.ts'
import type { HandlersOf } from '../../callers.ts'
import { keyRightsOf } from './api-key.ts'
import { revokeApiKey } from './end-api-keys.ts'
import { makeApiKey } from './make-api-key.ts'
import { apiKeyForOwner } from './present.ts'
import { listApiKeys } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/api-keys'
  | 'POST /organisations/:organisationId/api-keys'
  | 'DELETE /organisations/:organisationId/api-keys/:apiKeyId'

export const apiKeyHandlers = (needs: Platform): HandlersOf<Doors> => ({
  'GET /organisations/:organisationId/api-keys': async ({ caller }) => {
    const keys = await needs.database.directory((tx) => listApiKeys(tx, caller))
    return { keys: keys.map((key) => apiKeyForOwner(key, needs.clock.now())), may: keyRightsOf(caller) }
  },

  'POST /organisations/:organisationId/api-keys': async ({ caller, body }) => {
    const { key, secret } = await makeApiKey(caller, body, needs)
    return { key: apiKeyForOwner(key, needs.clock.now()), secret }
  },

  'DELETE /organisations/:organisationId/api-keys/:apiKeyId': async ({ caller, params }) => {
    await revokeApiKey(caller, params.apiKeyId, needs)
    return { done: true }
  },
})
