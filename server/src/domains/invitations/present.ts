import type { LetterId } from '#contract/ids.ts'
import type { InvitationForAgent } from '#contract/invitations.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { may } from '../access/index.ts'
import { listAgents, personScope } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { letterStates } from '../letters/index.ts'
import { type Invitation, isExpired } from './invitation.ts'
import { scopeOf } from './policy.ts'

/** Invitations as this reader sees them, with what the agents' and the letters' rooms know of them. */
export async function forAgent(
  tx: OrganisationTransaction,
  invitations: readonly Invitation[],
  { reader, now }: { reader: Actor; now: Date },
): Promise<InvitationForAgent[]> {
  const inviters = new Map(
    (await listAgents(tx))
      .filter((agent) => may(reader, 'agents.read', personScope(agent)))
      .map(({ id, name }) => [id, name]),
  )
  const letterIds = invitations.map(({ letterId }) => letterId).filter((id): id is LetterId => id !== null)
  const letters = await letterStates(tx, letterIds)
  return invitations.map((invitation) => {
    const mayChange = may(reader, 'invitations.change', scopeOf(invitation))
    return {
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      customRoleId: invitation.customRoleId,
      subAccountId: invitation.subAccountId,
      languages: invitation.languages,
      conversationLimit: invitation.conversationLimit,
      activeOnArrival: invitation.activeOnArrival,
      inviterName: inviters.get(invitation.inviterId) ?? null,
      createdAt: invitation.createdAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
      expired: isExpired(invitation, now),
      letter: invitation.letterId === null ? null : (letters.get(invitation.letterId) ?? null),
      may: { resend: mayChange, revoke: mayChange },
    }
  })
}
