import type { AgentId, OrganisationId, UserId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import {
  choosePassword,
  createUser,
  endApiKeysOf,
  endSessionsOf,
  findUser,
  findUserByEmail,
  lockUser,
  type StartedSession,
  setProvenPasswordHash,
  startSession,
  tellMembershipsChanged,
} from '../accounts/index.ts'
import { findByUser, joinOrganisation } from '../agents/index.ts'
import { type Anyone, type Origin, originOf } from '../callers.ts'
import { lockOrganisation, organisationName } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Joiner } from './add-account.ts'
import type { Invitation } from './invitation.ts'
import { followLink, holdInvitation, type OpenLink, openInvitation } from './open-invitation.ts'
import { endInvitation } from './revoke-invitation.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'signals'>

export interface Acceptance {
  token: string
  /** For somebody without an account, or with one that this proves; not looked at when the right person is signed in. */
  account: { firstName: string; lastName: string; password: string; locale: Locale } | null
}

/** Who accepted, and the session that was started for somebody new. */
export interface Accepted {
  userId: UserId
  organisationId: OrganisationId
  started: StartedSession | null
}

/**
 * Accepts an invitation, once, and only as the invited address: by making its account, by proving it, or signed in with it. The
 * account, the membership, the end of the invitation and the session are one transaction. The seat that the invitation held becomes
 * the agent's; the organisation is locked, so that none is given away in the moment in which the invitation would expire.
 *
 * An account that nobody has proven yet may have been made by anybody, with a password of theirs. It joins only by the link of the
 * letter and with a new password, which ends whatever the earlier one had opened (decision 0014).
 *
 * @refuses invitations.unknown | invitations.expired | invitations.other-account | invitations.sign-in-required
 *   | accounts.email-unproven | accounts.password-too-short | accounts.password-too-common | request.invalid
 */
export async function acceptInvitation(
  wish: Acceptance,
  { caller, knock }: { caller: Anyone; knock: Knock },
  needs: Needs,
): Promise<Accepted> {
  const link = await followLink(wish.token, needs)
  const { organisationId } = link
  const { invitation, organisation } = await needs.database.transaction(organisationId, async (tx) => ({
    invitation: await openInvitation(tx, link, needs),
    organisation: await organisationName(tx),
  }))
  const origin = originOf(knock)
  const owner = await ownerOf(invitation, link, caller, needs)
  if (owner && owner.emailProvenAt !== null) {
    await needs.database.transaction(organisationId, async (tx) => {
      await lockOrganisation(tx)
      await join(tx, await holdInvitation(tx, link, needs), { userId: owner.id, origin }, needs)
    })
    return { userId: owner.id, organisationId, started: null }
  }
  const account = refuseMissing(wish.account)
  const passwordHash = await choosePassword(account.password, {
    about: [invitation.email, account.firstName, account.lastName, organisation],
    field: 'account.password',
  })

  return needs.database.transaction(organisationId, async (tx) => {
    await lockOrganisation(tx)
    const held = await holdInvitation(tx, link, needs)
    const userId = owner
      ? await proveAccount(tx, owner.id, { passwordHash, email: held.email }, needs)
      : await makeAccount(tx, { ...account, email: held.email, passwordHash, emailIsProven: link.byLetter }, needs)
    await join(tx, held, { userId, origin }, needs)
    return { userId, organisationId, started: await startSession(tx, { userId, remember: true, knock }, needs) }
  })
}

/** Whoever has the invited address; null when nobody has, and nobody else is signed in. */
async function ownerOf(
  { email }: Invitation,
  { byLetter }: OpenLink,
  { session }: Anyone,
  { database }: Needs,
): Promise<Joiner | null> {
  return database.directory(async (tx) => {
    const guest = session && (await findUser(tx, session.userId))
    if (session && guest?.email !== email) throw refusal('invitations.other-account')
    const owner = await findUserByEmail(tx, email)
    if (!owner) return null
    if (owner.emailProvenAt === null && !byLetter) throw refusal('accounts.email-unproven')
    if (owner.emailProvenAt !== null && !guest) throw refusal('invitations.sign-in-required')
    return owner
  })
}

function refuseMissing(account: Acceptance['account']): NonNullable<Acceptance['account']> {
  if (account) return account
  throw refusal('request.invalid', {
    field: 'account',
    details: { fields: [{ field: 'account', problem: 'missing' }] },
  })
}

async function makeAccount(
  tx: OrganisationTransaction,
  { email, firstName, lastName, locale, passwordHash, emailIsProven }: Parameters<typeof createUser>[1],
  needs: Needs,
): Promise<UserId> {
  const userId = await createUser(tx, { email, firstName, lastName, locale, passwordHash, emailIsProven }, needs)
  // Another organisation's invitation made the account a moment ago.
  if (!userId) throw refusal('invitations.sign-in-required')
  return userId
}

/** The password is new, so that whoever chose the earlier one is shut out, here and wherever else the account belongs. */
async function proveAccount(
  tx: OrganisationTransaction,
  userId: UserId,
  { email, passwordHash }: { email: string; passwordHash: Parameters<typeof createUser>[1]['passwordHash'] },
  { clock, signals }: Needs,
): Promise<UserId> {
  const user = await lockUser(tx, userId)
  // Somebody proved it, or changed it, a moment ago.
  if (user?.email !== email || user.emailProvenAt !== null) throw refusal('invitations.sign-in-required')
  await setProvenPasswordHash(tx, userId, { passwordHash, now: clock.now() })
  await endSessionsOf(tx, { userId }, { signals })
  await endApiKeysOf(tx, userId, { signals })
  return userId
}

async function join(
  tx: OrganisationTransaction,
  invitation: Invitation,
  { userId, origin }: { userId: UserId; origin: Origin },
  needs: Needs,
): Promise<void> {
  const user = await findUser(tx, userId)
  if (!user) throw refusal('accounts.sign-in-required')
  const agentId = (await findByUser(tx, userId))?.id ?? (await joinAs(tx, user, invitation, needs))
  await tellMembershipsChanged(tx, userId, needs)
  await endInvitation(tx, invitation, { by: { agentId, name: user.name, origin }, state: 'accepted' }, needs)
  await needs.events.append(tx, settingsChanged('invitations'))
}

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
