import type { UserId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import {
  choosePassword,
  createUser,
  findUser,
  findUserByEmail,
  type StartedSession,
  startSession,
} from '../accounts/index.ts'
import { findByUser, joinOrganisation } from '../agents/index.ts'
import type { Anyone } from '../callers.ts'
import { organisationName } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Invitation } from './invitation.ts'
import { followLink, holdInvitation, openInvitation } from './open-invitation.ts'
import { endInvitation } from './revoke-invitation.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'signals'>

export interface Acceptance {
  token: string
  /** For somebody without an account; not looked at when the right person is signed in. */
  account: { name: string; password: string; locale: Locale } | null
}

/** Who accepted, and the session that was started for somebody new. */
export interface Accepted {
  userId: UserId
  started: StartedSession | null
}

/**
 * Accepts an invitation, once, and only as the invited address: by making its account, or signed in with it. The account, the
 * membership, the end of the invitation and the session are one transaction.
 *
 * @refuses invitations.unknown | invitations.expired | invitations.other-account | invitations.sign-in-required
 *   | accounts.password-too-short | accounts.password-too-common | request.invalid
 */
export async function acceptInvitation(
  wish: Acceptance,
  { caller, knock }: { caller: Anyone; knock: Knock },
  needs: Needs,
): Promise<Accepted> {
  const link = await followLink(wish.token, needs)
  const { invitation, organisation } = await needs.database.transaction(link.organisationId, async (tx) => ({
    invitation: await openInvitation(tx, link, needs),
    organisation: await organisationName(tx),
  }))
  const owner = await ownerOf(invitation, caller, needs)
  if (owner !== null) {
    await needs.database.transaction(link.organisationId, async (tx) =>
      join(tx, await holdInvitation(tx, link, needs), owner, needs),
    )
    return { userId: owner, started: null }
  }
  const { account } = wish
  if (!account)
    throw refusal('request.invalid', {
      field: 'account',
      details: { fields: [{ field: 'account', problem: 'missing' }] },
    })
  const passwordHash = await choosePassword(account.password, {
    about: [invitation.email, account.name, organisation],
    field: 'account.password',
  })

  return needs.database.transaction(link.organisationId, async (tx) => {
    const held = await holdInvitation(tx, link, needs)
    const { name, locale } = account
    const userId = await createUser(tx, { email: held.email, name, locale, passwordHash }, needs)
    // Another organisation's invitation made the account a moment ago.
    if (!userId) throw refusal('invitations.sign-in-required')
    await join(tx, held, userId, needs)
    return { userId, started: await startSession(tx, { userId, remember: true, knock }, needs) }
  })
}

/** The signed-in owner of the invited address; null when the address has no account and nobody is signed in. */
async function ownerOf(invitation: Invitation, { session }: Anyone, { database }: Needs): Promise<UserId | null> {
  return database.directory(async (tx) => {
    if (session) {
      const user = await findUser(tx, session.userId)
      if (user?.email !== invitation.email) throw refusal('invitations.other-account')
      return user.id
    }
    if (await hasAccount(tx, invitation)) throw refusal('invitations.sign-in-required')
    return null
  })
}

export const hasAccount = async (tx: Transaction, { email }: Pick<Invitation, 'email'>): Promise<boolean> =>
  (await findUserByEmail(tx, email)) !== undefined

async function join(tx: OrganisationTransaction, invitation: Invitation, userId: UserId, needs: Needs): Promise<void> {
  const user = await findUser(tx, userId)
  if (!user) throw refusal('accounts.sign-in-required')
  await endInvitation(tx, invitation, 'accepted', needs)
  await needs.events.append(tx, settingsChanged('invitations'))
  if (await findByUser(tx, userId)) return
  await joinOrganisation(
    tx,
    {
      organisationId: tx.organisationId,
      userId,
      name: user.name,
      email: user.email,
      role: invitation.role,
      subAccountId: invitation.subAccountId,
      languages: invitation.languages,
      active: invitation.activeOnArrival,
    },
    needs,
  )
}
