import * as z from 'zod'
import { Done } from './accounts.ts'
import { Count } from './counts.ts'
import { OrganisationId, RoleId } from './ids.ts'
import { defineRoutes } from './route.ts'
import { Name } from './text.ts'
import { modules, permissions, roles } from './vocabulary.ts'

/** What a role of the organisation's own is called, and what it allows. */
const allows = {
  name: Name,
  permissions: z.array(z.enum(permissions)).max(permissions.length),
  /** Held by everybody of the role; where the model lets modules be chosen for each person, those proposed. */
  modules: z.array(z.enum(modules)).max(modules.length),
}

/** A copy of one of the four roles with something taken away or added. */
export const RoleForAgent = z.object({
  id: RoleId,
  /** The role it was copied from: decides scope and reach of conversations, and never changes. */
  model: z.enum(roles),
  ...allows,
  version: z.int(),
  /** People and open or expired invitations that hold it, of those the reader may see. */
  holders: z.object({ people: z.int(), invitations: z.int() }),
  may: z.object({ change: z.boolean() }),
})
export type RoleForAgent = z.infer<typeof RoleForAgent>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofRole = inOrganisation.extend({ roleId: RoleId })

export const roleRoutes = defineRoutes({
  'GET /organisations/:organisationId/roles': {
    summary: 'Roles of the organisation’s own, by name',
    who: 'agent',
    key: 'people:read',
    params: inOrganisation,
    reply: z.object({
      roles: z.array(RoleForAgent),
      /** Whether the reader may make one. */
      mayMake: z.boolean(),
    }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/roles': {
    summary: 'Make a role from one of the four, never above one’s own',
    who: 'agent',
    key: 'organisation:write',
    params: inOrganisation,
    body: z.strictObject({ ...allows, model: z.enum(roles) }),
    reply: RoleForAgent,
    refuses: ['access.refused', 'agents.above-you', 'roles.name-taken', 'roles.out-of-scope', 'roles.too-many'],
  },
  'PUT /organisations/:organisationId/roles/:roleId': {
    summary: 'Change a role: everybody who holds it holds the new rights at once',
    who: 'agent',
    key: 'organisation:write',
    params: ofRole,
    body: z.strictObject({
      ...allows,
      /** The version that was read: saving over somebody else's change is refused. */
      version: Count,
    }),
    reply: RoleForAgent,
    refuses: [
      'access.refused',
      'agents.above-you',
      'roles.name-taken',
      'roles.out-of-scope',
      'roles.changed-meanwhile',
    ],
  },
  'DELETE /organisations/:organisationId/roles/:roleId': {
    summary: 'Remove a role that nobody holds',
    who: 'agent',
    key: 'organisation:write',
    params: ofRole,
    reply: Done,
    refuses: ['access.refused', 'agents.above-you', 'roles.in-use'],
  },
})
