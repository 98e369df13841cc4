import type { InvitationView } from '#contract/invitations.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { findUser } from '../accounts/index.ts'
import { findAgent } from '../agents/index.ts'
import type { Anyone } from '../callers.ts'
import { hasAccount } from './accept-invitation.ts'
import type { Invitation } from './invitation.ts'
import { destinationIn } from './letter.ts'
import { followLink, openInvitation } from './open-invitation.ts'

type Needs = Pick<Platform, 'database' | 'clock'>

/** What the bearer of a live link is offered. @refuses invitations.unknown | invitations.expired */
export async function viewInvitation(token: string, caller: Anyone, needs: Needs): Promise<InvitationView> {
  const link = await followLink(token, needs)
  const { invitation, inviter, destination } = await needs.database.transaction(link.organisationId, async (tx) => {
    const invitation = await openInvitation(tx, link, needs)
    return {
      invitation,
      inviter: await findAgent(tx, invitation.inviterId),
      destination: await destinationIn(tx),
    }
  })
  // Removing an agent revokes what rests on their right.
  if (!inviter) throw refusal('invitations.unknown')
  return {
    organisationName: destination.organisation,
    inviterName: inviter.name,
    email: invitation.email,
    role: invitation.role,
    subAccountName: destination.subAccountName(invitation),
    expiresAt: invitation.expiresAt.toISOString(),
    way: await wayOf(invitation, caller, needs),
  }
}

async function wayOf(invitation: Invitation, { session }: Anyone, { database }: Needs): Promise<InvitationView['way']> {
  return database.directory(async (tx) => {
    if (!session) return (await hasAccount(tx, invitation)) ? 'sign-in' : 'fresh'
    return (await findUser(tx, session.userId))?.email === invitation.email ? 'join' : 'other'
  })
}
