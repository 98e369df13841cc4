import type { InvitationView } from '#contract/invitations.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { findUser, findUserByEmail } from '../accounts/index.ts'
import { findAgent } from '../agents/index.ts'
import type { Anyone } from '../callers.ts'
import type { Invitation } from './invitation.ts'
import { destinationIn } from './letter.ts'
import { followLink, type OpenLink, openInvitation } from './open-invitation.ts'

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
    way: await wayOf(invitation, link, caller, needs),
  }
}

async function wayOf(
  { email }: Invitation,
  { byLetter }: OpenLink,
  { session }: Anyone,
  { database }: Needs,
): Promise<InvitationView['way']> {
  return database.directory(async (tx) => {
    const guest = session && (await findUser(tx, session.userId))
    if (guest && guest.email !== email) return 'other'
    const owner = await findUserByEmail(tx, email)
    if (!owner) return 'fresh'
    if (owner.emailProvenAt === null) return byLetter ? 'prove' : 'unproven'
    return guest ? 'join' : 'sign-in'
  })
}
