import type { RoleId } from '#contract/ids.ts'
import type { BodyOf } from '#contract/routes.ts'
import { roleModels } from '#contract/vocabulary.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { accessChanged, holdActor, holdHolders, type OnMayLess, setModulesOfHolders } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { setModulesOfInvited } from '../invitations/index.ts'
import { changesBetween, recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { type RoleNeeds, refuseUnfit } from './make-role.ts'
import { asTarget, inOrder, inWords, type Role } from './role.ts'
import { findRole, listRoles, saveRole } from './store.ts'

/**
 * Changes a role, over the version that was read. Everybody who holds it holds the new rights with the commit: what they are doing
 * at this moment is waited for, their open sockets ask anew, and what they can no longer answer waits for others. Modules follow where the role decides them; where they are chosen
 * for each person, only what is proposed changes.
 *
 * @refuses request.not-found | access.refused | agents.above-you | roles.changed-meanwhile | roles.out-of-scope | roles.name-taken
 */
export async function changeRole(
  by: Actor,
  roleId: RoleId,
  wish: BodyOf<'PUT /organisations/:organisationId/roles/:roleId'>,
  needs: RoleNeeds & { onMayLess: OnMayLess },
): Promise<Role> {
  const { database, events } = needs
  return database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'roles.list', null)
    const earlier = await findRole(tx, roleId)
    if (!earlier) throw refusal('request.not-found')
    // Nobody acts on a role above their own, nor lifts one there.
    authorise(actor, 'roles.change', earlier)
    authorise(actor, 'roles.change', wish)
    if (earlier.version !== wish.version) throw refusal('roles.changed-meanwhile')
    const role = { ...earlier, name: wish.name, ...inOrder(wish), version: earlier.version + 1 }
    refuseUnfit(
      role,
      (await listRoles(tx)).filter(({ id }) => id !== roleId),
    )

    await holdHolders(tx, roleId)
    await saveRole(tx, role)
    if (!roleModels[role.model].choosesModules) {
      await setModulesOfHolders(tx, roleId, role.modules)
      await setModulesOfInvited(tx, roleId, role.modules)
    }
    for (const holder of await holdHolders(tx, roleId)) {
      events.append(tx, accessChanged(holder.id))
      await needs.onMayLess(tx, holder)
    }
    events.append(tx, settingsChanged('roles'))
    events.append(tx, settingsChanged('agents'))
    const told = changesBetween(inWords(earlier), inWords(role))
    recordDeed(tx, actor, { act: 'roles.changed', target: asTarget(role), ...told }, needs)
    return role
  })
}
