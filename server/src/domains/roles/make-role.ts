import { limits } from '#contract/limits.ts'
import type { BodyOf } from '#contract/routes.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { isSameName } from '#server/platform/same-name.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { asTarget, inOrder, inWords, isOutOfScope, type Role } from './role.ts'
import { insertRole, listRoles } from './store.ts'

export type RoleNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/**
 * Makes a role of the organisation's own, of nothing that its maker does not hold.
 *
 * @refuses access.refused | agents.above-you | roles.out-of-scope | roles.name-taken | roles.too-many
 */
export async function makeRole(
  by: Actor,
  wish: BodyOf<'POST /organisations/:organisationId/roles'>,
  needs: RoleNeeds,
): Promise<Role> {
  const { database, events, clock, ids } = needs
  return database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'roles.change', wish)
    const role = { id: ids.role(), name: wish.name, model: wish.model, ...inOrder(wish), version: 1 }
    const others = await listRoles(tx)
    refuseUnfit(role, others)
    const limit = limits.rolesPerOrganisation
    if (others.length >= limit) throw refusal('roles.too-many', { details: { limit } })

    await insertRole(tx, role, clock.now())
    events.append(tx, settingsChanged('roles'))
    recordDeed(tx, actor, { act: 'roles.made', target: asTarget(role), after: inWords(role) }, needs)
    return role
  })
}

/** @refuses roles.out-of-scope | roles.name-taken */
export function refuseUnfit(role: Role, others: readonly Role[]): void {
  if (isOutOfScope(role)) throw refusal('roles.out-of-scope', { field: 'permissions' })
  if (others.some((other) => isSameName(other.name, role.name))) throw refusal('roles.name-taken', { field: 'name' })
}
