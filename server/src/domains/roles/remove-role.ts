import type { RoleId } from '#contract/ids.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor, holdHolders } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { listPending } from '../invitations/index.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { RoleNeeds } from './make-role.ts'
import { asTarget, inWords } from './role.ts'
import { findRole, setRemoved } from './store.ts'

/**
 * Removes a role that nobody holds. Expired invitations count: they can be sent again. Whoever gives a role holds the organisation,
 * as this does: nobody gets it in between.
 *
 * @refuses request.not-found | access.refused | agents.above-you | roles.in-use
 */
export async function removeRole(by: Actor, roleId: RoleId, needs: RoleNeeds): Promise<void> {
  await needs.database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'roles.list', null)
    const role = await findRole(tx, roleId)
    if (!role) throw refusal('request.not-found')
    authorise(actor, 'roles.change', role)
    const people = (await holdHolders(tx, roleId)).length
    const invitations = (await listPending(tx)).filter(({ customRoleId }) => customRoleId === roleId).length
    if (people + invitations > 0) throw refusal('roles.in-use', { details: { people, invitations } })

    await setRemoved(tx, roleId, needs.clock.now())
    needs.events.append(tx, settingsChanged('roles'))
    recordDeed(tx, actor, { act: 'roles.removed', target: asTarget(role), before: inWords(role) }, needs)
  })
}
