import type { SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { authorise, may } from '../access/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { addSubAccount } from './add-sub-account.ts'
import { archiveSubAccount, restoreSubAccount } from './archive-sub-account.ts'
import type { HoldActor } from './hold-sub-accounts.ts'
import { forAgent } from './present.ts'
import { renameSubAccount } from './rename-sub-account.ts'
import { listSubAccounts, listWithArchived } from './store.ts'
import type { Keeping, KeptCount } from './sub-account.ts'

type Doors =
  | 'GET /organisations/:organisationId/sub-accounts'
  | 'GET /organisations/:organisationId/sub-accounts/holdings'
  | 'POST /organisations/:organisationId/sub-accounts'
  | 'PUT /organisations/:organisationId/sub-accounts/:subAccountId'
  | 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving'
  | 'DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving'

export function subAccountHandlers(
  needs: Platform & { holdActor: HoldActor; keepings: readonly Keeping[] },
): HandlersOf<Doors> {
  const { database, keepings } = needs

  async function presentAll(tx: OrganisationTransaction) {
    const counts: KeptCount[] = []
    for (const { count } of keepings) counts.push(...(await count(tx)))
    return (await listWithArchived(tx)).map((one) => forAgent(one, counts))
  }

  async function presentOne({ organisationId }: Actor, id: SubAccountId) {
    const all = await database.transaction(organisationId, presentAll)
    const found = all.find((one) => one.id === id)
    if (!found) throw new Error('a sub-account that was there is gone')
    return found
  }

  return {
    'GET /organisations/:organisationId/sub-accounts': async ({ caller }) => {
      const all = await database.transaction(caller.organisationId, listSubAccounts)
      return { subAccounts: all.filter(({ id }) => may(caller, 'sub-accounts.read', { subAccountId: id })) }
    },

    'GET /organisations/:organisationId/sub-accounts/holdings': async ({ caller }) => {
      authorise(caller, 'sub-accounts.change', null)
      return { subAccounts: await database.transaction(caller.organisationId, presentAll) }
    },

    'POST /organisations/:organisationId/sub-accounts': async ({ caller, body }) =>
      presentOne(caller, await addSubAccount(caller, body.name, needs)),

    'PUT /organisations/:organisationId/sub-accounts/:subAccountId': async ({ caller, params, body }) => {
      await renameSubAccount(caller, { ...params, ...body }, needs)
      return presentOne(caller, params.subAccountId)
    },

    'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving': async ({ caller, params, body }) => {
      await archiveSubAccount(caller, { ...params, ...body }, needs)
      return presentOne(caller, params.subAccountId)
    },

    'DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving': async ({ caller, params }) => {
      await restoreSubAccount(caller, params.subAccountId, needs)
      return presentOne(caller, params.subAccountId)
    },
  }
}
