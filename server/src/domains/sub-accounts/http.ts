import type { Platform } from '#server/platform/platform.ts'
import { may } from '../access/index.ts'
import type { HandlersOf } from '../callers.ts'
import { listSubAccounts } from './store.ts'

export const subAccountHandlers = ({
  database,
}: Pick<Platform, 'database'>): HandlersOf<'GET /organisations/:organisationId/sub-accounts'> => ({
  'GET /organisations/:organisationId/sub-accounts': async ({ caller }) => {
    const all = await database.transaction(caller.organisationId, listSubAccounts)
    return { subAccounts: all.filter(({ id }) => may(caller, 'sub-accounts.read', { subAccountId: id })) }
  },
})
