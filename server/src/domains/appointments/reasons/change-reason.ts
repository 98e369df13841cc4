import type { ReasonSettings } from '#contract/appointments/reasons.ts'
import type { ReasonId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../../access/index.ts'
import { holdActor } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { changesBetween, type Deed, recordDeed } from '../../journal/index.ts'
import { lockOrganisation } from '../../organisations/index.ts'
import { settingsChanged } from '../../settings-changed.ts'
import { type ReasonNeeds, takerNames } from './make-reason.ts'
import { asTarget, inWords, type Reason, refuseOneMore, refuseTakenName, settled } from './reason.ts'
import { lockReason, reasonsOf, saveReason } from './store.ts'
import { refuseUnfitTakers } from './takers.ts'

/**
 * Gives a reason other settings, over the version that was read. What was booked keeps its time, its length and its place.
 *
 * @refuses request.not-found | access.refused | access.inactive | reasons.name-taken | reasons.taker-unfit | reasons.place-missing
 *   | reasons.changed-meanwhile
 */
export const changeReason = (
  by: Actor,
  { reasonId, version, ...settings }: ReasonSettings & { reasonId: ReasonId; version: number },
  needs: ReasonNeeds,
): Promise<Reason> =>
  change(by, reasonId, needs, async (tx, earlier, actor) => {
    if (earlier.version !== version) throw refusal('reasons.changed-meanwhile')
    const others = (await reasonsOf(tx, earlier.subAccountId)).filter(({ id }) => id !== earlier.id)
    refuseTakenName(others, settings.name)
    const next = { ...earlier, ...settled(settings) }
    await refuseUnfitTakers(tx, actor, next, earlier.takerIds ?? [])
    const [was, is] = await Promise.all([takerNames(tx, earlier), takerNames(tx, next)])
    const { before, after } = changesBetween(inWords(earlier, was), inWords(next, is))
    // Two people may have one name.
    const isSame = Object.keys(after).length === 0 && isSameSet(earlier.takerIds, next.takerIds)
    return isSame ? null : { next, deed: { act: 'reasons.changed', before, after } }
  })

/**
 * Archives a reason: nobody books it any more, what was booked stands. Of one that is archived, nothing changes.
 *
 * @refuses request.not-found | access.refused | access.inactive
 */
export const archiveReason = (by: Actor, id: ReasonId, needs: ReasonNeeds): Promise<Reason> =>
  change(by, id, needs, async (_tx, earlier) =>
    earlier.archivedAt === null
      ? { next: { ...earlier, archivedAt: needs.clock.now() }, deed: { act: 'reasons.archived' } }
      : null,
  )

/**
 * Offers an archived reason again.
 *
 * @refuses request.not-found | access.refused | access.inactive | reasons.too-many
 */
export const restoreReason = (by: Actor, id: ReasonId, needs: ReasonNeeds): Promise<Reason> =>
  change(by, id, needs, async (tx, earlier) => {
    if (earlier.archivedAt === null) return null
    refuseOneMore(await reasonsOf(tx, earlier.subAccountId))
    return { next: { ...earlier, archivedAt: null }, deed: { act: 'reasons.restored' } }
  })

const isSameSet = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  new Set(one).symmetricDifference(new Set(other)).size === 0

type Changing = (
  tx: OrganisationTransaction,
  earlier: Reason,
  actor: Actor,
) => Promise<{ next: Reason; deed: Omit<Deed, 'target'> } | null>

/** One change of one reason: held, decided, written, told. `changing` hands back null when there is nothing to change. */
async function change(by: Actor, id: ReasonId, needs: ReasonNeeds, changing: Changing): Promise<Reason> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'reasons.list', null)
    const earlier = await lockReason(tx, id)
    if (!earlier) throw refusal('request.not-found')
    authorise(actor, 'reasons.change', earlier)
    const changed = await changing(tx, earlier, actor)
    if (!changed) return earlier
    const next = { ...changed.next, version: earlier.version + 1 }
    await saveReason(tx, next)
    needs.events.append(tx, settingsChanged('appointment-reasons'))
    recordDeed(tx, actor, { ...changed.deed, target: asTarget(next) }, needs)
    return next
  })
}
