import type { Platform } from '#server/platform/platform.ts'
import { authorise, may } from '../access/index.ts'
import type { OnMayLess } from '../agents/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { changeRole } from './change-role.ts'
import { makeRole } from './make-role.ts'
import { forAgent } from './present.ts'
import { removeRole } from './remove-role.ts'
import type { Role } from './role.ts'
import { listRoles } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/roles'
  | 'POST /organisations/:organisationId/roles'
  | 'PUT /organisations/:organisationId/roles/:roleId'
  | 'DELETE /organisations/:organisationId/roles/:roleId'

export function roleHandlers(needs: Platform & { onMayLess: OnMayLess }): HandlersOf<Doors> {
  const { database } = needs

  async function present(caller: Actor, role: Role) {
    const [shown] = await database.transaction(caller.organisationId, (tx) => forAgent(tx, [role], caller))
    if (!shown) throw new Error('one role gives one presentation')
    return shown
  }

  return {
    'GET /organisations/:organisationId/roles': async ({ caller }) => {
      authorise(caller, 'roles.list', null)
      return database.transaction(caller.organisationId, async (tx) => ({
        roles: await forAgent(tx, await listRoles(tx), caller),
        mayMake: may(caller, 'roles.change', { permissions: [], modules: [] }),
      }))
    },

    'POST /organisations/:organisationId/roles': async ({ caller, body }) =>
      present(caller, await makeRole(caller, body, needs)),

    'PUT /organisations/:organisationId/roles/:roleId': async ({ caller, params, body }) =>
      present(caller, await changeRole(caller, params.roleId, body, needs)),

    'DELETE /organisations/:organisationId/roles/:roleId': async ({ caller, params }) => {
      await removeRole(caller, params.roleId, needs)
      return { done: true }
    },
  }
}
