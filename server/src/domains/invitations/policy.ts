import type { PersonScope } from '../access/index.ts'
import type { Invitation } from './invitation.ts'

/** An invitation is the place of a person who is yet to come: whoever stands over that place has the say. */
export const scopeOf = ({
  role,
  subAccountId,
  permissions,
}: Pick<Invitation, 'role' | 'subAccountId' | 'permissions'>): PersonScope => ({
  agentId: null,
  role,
  subAccountId,
  permissions,
})
