import type { Platform } from '#server/platform/platform.ts'
import type { HandlersOf } from '../callers.ts'
import { changePreferences } from './change-preferences.ts'
import { readPreferences } from './store.ts'

export const preferenceHandlers = ({
  database,
}: Pick<Platform, 'database'>): HandlersOf<
  'GET /organisations/:organisationId/me/preferences' | 'PUT /organisations/:organisationId/me/preferences'
> => ({
  'GET /organisations/:organisationId/me/preferences': ({ caller }) =>
    database.transaction(caller.organisationId, (tx) => readPreferences(tx, caller.agentId)),

  'PUT /organisations/:organisationId/me/preferences': async ({ caller, body }) => {
    await changePreferences(caller, body, { database })
    return body
  },
})
