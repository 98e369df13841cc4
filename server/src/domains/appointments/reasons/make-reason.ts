import type { ReasonSettings } from '#contract/appointments/reasons.ts'
import type { SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../../access/index.ts'
import { holdActor, listAgentsAmong } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { recordDeed } from '../../journal/index.ts'
import { lockOrganisation } from '../../organisations/index.ts'
import { settingsChanged } from '../../settings-changed.ts'
import { findSubAccount } from '../../sub-accounts/index.ts'
import { asTarget, inWords, type Reason, refuseOneMore, refuseTakenName, settled } from './reason.ts'
import { insertReason, reasonsOf } from './store.ts'
import { refuseUnfitTakers } from './takers.ts'

export type ReasonNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/**
 * Makes a reason of a sub-account: from now on visitors may book it. The organisation is held, so that names stay unique within each.
 *
 * @refuses request.not-found | access.refused | access.inactive | reasons.name-taken | reasons.taker-unfit | reasons.place-missing
 *   | reasons.too-many
 */
export async function makeReason(
  by: Actor,
  { subAccountId, ...settings }: ReasonSettings & { subAccountId: SubAccountId },
  needs: ReasonNeeds,
): Promise<Reason> {
  const { database, events, clock, ids } = needs
  return database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'reasons.change', { subAccountId })
    const subAccount = await findSubAccount(tx, subAccountId)
    if (subAccount?.archivedAt !== null) throw refusal('request.not-found', { field: 'subAccountId' })
    const others = await reasonsOf(tx, subAccountId)
    refuseTakenName(others, settings.name)
    refuseOneMore(others)
    const reason = { ...settled(settings), id: ids.reason(), subAccountId, version: 1, archivedAt: null }
    await refuseUnfitTakers(tx, actor, reason)

    await insertReason(tx, reason, clock.now())
    events.append(tx, settingsChanged('appointment-reasons'))
    const after = { ...inWords(reason, await takerNames(tx, reason)), subAccount: subAccount.name }
    recordDeed(tx, actor, { act: 'reasons.made', target: asTarget(reason), after }, needs)
    return reason
  })
}

export const takerNames = async (
  tx: OrganisationTransaction,
  { takerIds }: Pick<Reason, 'takerIds'>,
): Promise<string[]> => (await listAgentsAmong(tx, takerIds ?? [])).map(({ name }) => name)
