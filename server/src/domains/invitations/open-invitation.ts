import type { OrganisationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import { type Invitation, isExpired } from './invitation.ts'
import { findLink, findPending, lockPending } from './store.ts'

/** A link whose invitation is open. */
export interface OpenLink {
  organisationId: OrganisationId
  invitationId: Invitation['id']
  tokenHash: Buffer
  /** Nobody but the mailbox was given it: whoever follows it reads the letters of the invited address. */
  byLetter: boolean
}

/** Where a link leads. Unknown, used, revoked, replaced, blank, cut short: one answer. @refuses invitations.unknown */
export async function followLink(token: string, { database }: Pick<Platform, 'database'>): Promise<OpenLink> {
  const tokenHash = hashToken(token)
  const link = await database.directory((tx) => findLink(tx, tokenHash))
  if (!link) throw refusal('invitations.unknown')
  return { ...link, tokenHash }
}

/** The invitation behind a link, as it stands now. @refuses invitations.unknown | invitations.expired */
export async function openInvitation(
  tx: OrganisationTransaction,
  link: OpenLink,
  { clock }: Pick<Platform, 'clock'>,
): Promise<Invitation> {
  return refuseExpired(await findPending(tx, link.invitationId), clock)
}

/**
 * The same, held until the commit: whoever else accepts, resends or revokes waits, and the link is looked up again, for it may
 * have been replaced while the page was open. @refuses invitations.unknown | invitations.expired
 */
export async function holdInvitation(
  tx: OrganisationTransaction,
  link: OpenLink,
  { clock }: Pick<Platform, 'clock'>,
): Promise<Invitation> {
  const invitation = await lockPending(tx, link.invitationId)
  if (!(await findLink(tx, link.tokenHash))) throw refusal('invitations.unknown')
  return refuseExpired(invitation, clock)
}

function refuseExpired(invitation: Invitation | undefined, clock: Platform['clock']): Invitation {
  if (!invitation) throw refusal('invitations.unknown')
  if (isExpired(invitation, clock.now())) throw refusal('invitations.expired')
  return invitation
}
