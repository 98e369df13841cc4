import type { Platform } from '#server/platform/platform.ts'
import { authorise, may } from '../../access/index.ts'
import { readAs } from '../../agents/index.ts'
import type { Actor, HandlersOf } from '../../callers.ts'
import { listSubAccounts } from '../../sub-accounts/index.ts'
import { archiveReason, changeReason, restoreReason } from './change-reason.ts'
import { makeReason } from './make-reason.ts'
import { forAgent } from './present.ts'
import type { Reason } from './reason.ts'
import { listReasons } from './store.ts'
import { knownTakers } from './takers.ts'

type Doors =
  | 'GET /organisations/:organisationId/appointment-reasons'
  | 'POST /organisations/:organisationId/appointment-reasons'
  | 'PUT /organisations/:organisationId/appointment-reasons/:reasonId'
  | 'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving'
  | 'DELETE /organisations/:organisationId/appointment-reasons/:reasonId/archiving'

export function reasonHandlers(needs: Platform): HandlersOf<Doors> {
  const shown = async (reason: Reason, reader: Actor) =>
    needs.database.transaction(reader.organisationId, async (tx) =>
      forAgent(reason, reader, await knownTakers(tx, [reason], reader)),
    )
  return {
    'GET /organisations/:organisationId/appointment-reasons': ({ caller }) =>
      readAs(caller, needs, async (tx, reader) => {
        authorise(reader, 'reasons.list', null)
        const read = (await listReasons(tx)).filter((reason) => may(reader, 'reasons.read', reason))
        const known = await knownTakers(tx, read, reader)
        return {
          reasons: read.map((reason) => forAgent(reason, reader, known)),
          mayMakeIn: (await listSubAccounts(tx))
            .map(({ id }) => id)
            .filter((subAccountId) => may(reader, 'reasons.change', { subAccountId })),
        }
      }),

    'POST /organisations/:organisationId/appointment-reasons': async ({ caller, body }) =>
      shown(await makeReason(caller, body, needs), caller),

    'PUT /organisations/:organisationId/appointment-reasons/:reasonId': async ({ caller, params, body }) =>
      shown(await changeReason(caller, { ...body, reasonId: params.reasonId }, needs), caller),

    'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving': async ({ caller, params }) =>
      shown(await archiveReason(caller, params.reasonId, needs), caller),

    'DELETE /organisations/:organisationId/appointment-reasons/:reasonId/archiving': async ({ caller, params }) =>
      shown(await restoreReason(caller, params.reasonId, needs), caller),
  }
}
