import type { AgentId, UserId } from '#contract/ids.ts'
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
import { type Anyone, type Origin, originOf } from '../callers.ts'
import { lockOrganisation, organisationName } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Invitation } from './invitation.ts'
import { followLink, holdInvitation, openInvitation } from './open-invitation.ts'
import { endInvitation } from './revoke-invitation.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'signals'>

export interface Acceptance {
  token: string
  /** For somebody without an account; not looked at when the right person is signed in. */
  account: { firstName: string; lastName: string; password: string; locale: Locale } | null
}

/** Who accepted, and the session that was started for somebody new. */
export interface Accepted {
  userId: UserId
  started: StartedSession | null
}

/**
 * Accepts an invitation, once, and only as the invited address: by making its account, or signed in with it. The account, the
 * membership, the end of the invitation and the session are one transaction. The seat that the invitation held becomes the
 * agent's; the organisation is locked, so that none is given away in the moment in which the invitation would expire.
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
    await needs.database.transaction(link.organisationId, async (tx) => {
      await lockOrganisation(tx)
      await join(tx, await holdInvitation(tx, link, needs), { userId: owner, origin: originOf(knock) }, needs)
    })
    return { userId: owner, started: null }
  }
  const { account } = wish
  if (!account)
    throw refusal('request.invalid', {
      field: 'account',
      details: { fields: [{ field: 'account', problem: 'missing' }] },
    })
  const passwordHash = await choosePassword(account.password, {
    about: [invitation.email, account.firstName, account.lastName, organisation],
    field: 'account.password',
  })

  return needs.database.transaction(link.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const held = await holdInvitation(tx, link, needs)
    const { firstName, lastName, locale } = account
    const userId = await createUser(
      tx,
      { email: held.email, firstName, lastName, locale, passwordHash, emailIsProven: true },
      needs,
    )
    // Another organisation's invitation made the account a moment ago.
    if (!userId) throw refusal('invitations.sign-in-required')
    await join(tx, held, { userId, origin: originOf(knock) }, needs)
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

async function join(
  tx: OrganisationTransaction,
  invitation: Invitation,
  { userId, origin }: { userId: UserId; origin: Origin },
  needs: Needs,
): Promise<void> {
  const user = await findUser(tx, userId)
  if (!user) throw refusal('accounts.sign-in-required')
  const agentId = (await findByUser(tx, userId))?.id ?? (await joinAs(tx, user, invitation, needs))
  await endInvitation(tx, invitation, { by: { agentId, name: user.name, origin }, state: 'accepted' }, needs)
  await needs.events.append(tx, settingsChanged('invitations'))
}

type Joiner = NonNullable<Awaited<ReturnType<typeof findUser>>>

const joinAs = (tx: OrganisationTransaction, user: Joiner, invitation: Invitation, needs: Needs): Promise<AgentId> =>
  joinOrganisation(
    tx,
    {
      userId: user.id,
      firstName: user.firstName,
      lastName: user.lastName,
      email: user.email,
      role: invitation.role,
      customRoleId: invitation.customRoleId,
      subAccountId: invitation.subAccountId,
      languages: invitation.languages,
      reach: invitation.reach,
      modules: invitation.modules,
      conversationLimit: invitation.conversationLimit,
      questionnaireIds: invitation.questionnaireIds,
      active: invitation.activeOnArrival,
    },
    needs,
  )
