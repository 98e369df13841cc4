import type { Selectable } from 'kysely'
import type { RoleId } from '#contract/ids.ts'
import type { Module, Permission } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Role } from './role.ts'

export async function insertRole(tx: OrganisationTransaction, role: Role, now: Date): Promise<void> {
  await tx.db
    .insertInto('roles')
    .values({
      organisation_id: tx.organisationId,
      id: role.id,
      name: role.name,
      model: role.model,
      permissions: role.permissions,
      modules: role.modules,
      version: role.version,
      created_at: now,
    })
    .execute()
}

/** All that can be given, by name. */
export async function listRoles(tx: OrganisationTransaction): Promise<Role[]> {
  return (await all(tx).orderBy('name').orderBy('id').execute()).map(toRole)
}

export async function findRole(tx: OrganisationTransaction, id: RoleId): Promise<Role | undefined> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  return row && toRole(row)
}

export async function saveRole(tx: OrganisationTransaction, role: Role): Promise<void> {
  await tx.db
    .updateTable('roles')
    .set({ name: role.name, permissions: role.permissions, modules: role.modules, version: role.version })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', role.id)
    .execute()
}

/** Nobody is given it any more. */
export async function setRemoved(tx: OrganisationTransaction, id: RoleId, at: Date): Promise<void> {
  await tx.db
    .updateTable('roles')
    .set({ removed_at: at })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

const all = (tx: OrganisationTransaction) =>
  tx.db.selectFrom('roles').selectAll().where('organisation_id', '=', tx.organisationId).where('removed_at', 'is', null)

const toRole = (row: Selectable<Tables['roles']>): Role => ({
  id: row.id,
  name: row.name,
  model: row.model,
  // Written by this room from the vocabulary only.
  permissions: row.permissions as Permission[],
  modules: row.modules as Module[],
  version: row.version,
})
