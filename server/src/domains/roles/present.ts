import type { RoleForAgent } from '#contract/roles.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { may } from '../access/index.ts'
import { listAgents, personScope } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { invitationScope, listPending } from '../invitations/index.ts'
import type { Role } from './role.ts'

/** Roles as this reader may act on them; who holds them is counted among those the reader sees. */
export async function forAgent(
  tx: OrganisationTransaction,
  roles: readonly Role[],
  reader: Actor,
): Promise<RoleForAgent[]> {
  const agents = (await listAgents(tx)).filter((agent) => may(reader, 'agents.read', personScope(agent)))
  const invitations = (await listPending(tx)).filter((one) => may(reader, 'invitations.read', invitationScope(one)))
  return roles.map(({ id, name, model, permissions, modules, version }) => {
    const holds = ({ customRoleId }: { customRoleId: Role['id'] | null }) => customRoleId === id
    return {
      id,
      name,
      model,
      permissions,
      modules,
      version,
      holders: { people: agents.filter(holds).length, invitations: invitations.filter(holds).length },
      may: { change: may(reader, 'roles.change', { permissions, modules }) },
    }
  })
}
