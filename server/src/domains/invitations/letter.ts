import { linkTo } from '#contract/links.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import type { LetterWish } from '../letters/index.ts'
import { organisationName } from '../organisations/index.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'
import type { Invitation } from './invitation.ts'

/** A link nobody was given yet. Only its hash is kept. */
export interface NewLink {
  link: string
  tokenHash: Buffer
}

/** The two ways into one invitation. */
export interface NewLinks {
  /** What whoever invites is shown, to hand on. */
  shown: NewLink
  /** What stands in the letter. Another, where letters leave: it proves who reads the mailbox, since nobody else has seen it. */
  mailed: NewLink
}

export function newLinks({ publicUrl, mailer }: Pick<Platform, 'publicUrl' | 'mailer'>): NewLinks {
  const shown = newLink(publicUrl)
  // Without a mail server the letter is read in the outbox, and proves nothing.
  return { shown, mailed: mailer ? newLink(publicUrl) : shown }
}

function newLink(publicUrl: URL): NewLink {
  const token = newToken()
  return { link: linkTo('invitation', token, publicUrl), tokenHash: hashToken(token) }
}

/** What an invitation says of where it leads. */
export interface Destination {
  organisation: string
  /** Null where there is only one, or for a role that has them all. */
  subAccountName: (invitation: Pick<Invitation, 'subAccountId'>) => string | null
}

/** People hear of sub-accounts only where there are two. */
export async function destinationIn(tx: OrganisationTransaction): Promise<Destination> {
  const organisation = await organisationName(tx)
  const subAccounts = await listSubAccounts(tx)
  return {
    organisation,
    subAccountName: ({ subAccountId }) =>
      subAccounts.length > 1 ? (subAccounts.find(({ id }) => id === subAccountId)?.name ?? null) : null,
  }
}

export const invitationLetter = (
  invitation: Pick<Invitation, 'email' | 'role' | 'subAccountId' | 'expiresAt'>,
  { inviter, destination, link, locale }: { inviter: string; destination: Destination; link: string; locale: Locale },
): LetterWish => ({
  to: invitation.email,
  locale,
  template: 'invitation',
  params: {
    inviter,
    organisation: destination.organisation,
    subAccount: destination.subAccountName(invitation),
    role: invitation.role,
  },
  link,
  usefulUntil: invitation.expiresAt,
})
