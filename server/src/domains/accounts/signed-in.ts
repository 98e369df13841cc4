import type { Membership, SignedIn } from '#contract/accounts.ts'
import type { OrganisationId, UserId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { findChangeOf } from './emails/store.ts'
import { findUser, listMemberships } from './store.ts'

/** Who is signed in, and where they belong: each organisation is asked in its own context. */
export async function signedIn(
  userId: UserId,
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
): Promise<SignedIn> {
  const [user, change, organisationIds] = await database.directory((tx) =>
    Promise.all([findUser(tx, userId), findChangeOf(tx, userId), listMemberships(tx, userId)]),
  )
  if (!user) throw refusal('accounts.sign-in-required')
  const memberships: Membership[] = []
  for (const organisationId of organisationIds) {
    const membership = await membershipIn(organisationId, userId, database)
    if (membership) memberships.push(membership)
  }
  memberships.sort((one, other) => one.organisationName.localeCompare(other.organisationName))
  const { id, name, firstName, lastName, email, locale } = user
  const nextEmail =
    change && change.expiresAt > clock.now() ? { email: change.email, expiresAt: change.expiresAt.toISOString() } : null
  const emailIsProven = user.emailProvenAt !== null
  return { user: { id, name, firstName, lastName, email, emailIsProven, nextEmail, locale }, memberships }
}

/** What anybody would try first in this person's passwords. */
export const wordsAbout = ({ user, memberships }: SignedIn): string[] => [
  user.email,
  user.name,
  ...memberships.map((membership) => membership.organisationName),
]

/** Read from the agents' table though that room comes later: one question, asked at each sign-in. */
async function membershipIn(organisationId: OrganisationId, userId: UserId, database: Platform['database']) {
  const row = await database.transaction(organisationId, ({ db }) =>
    db
      .selectFrom('agents')
      .innerJoin('organisations', 'organisations.organisation_id', 'agents.organisation_id')
      .innerJoin('memberships', (join) =>
        join
          .onRef('memberships.organisation_id', '=', 'agents.organisation_id')
          .onRef('memberships.agent_id', '=', 'agents.id'),
      )
      .select(['organisations.name', 'agents.id', 'agents.role', 'memberships.is_news'])
      .where('agents.organisation_id', '=', organisationId)
      .where('agents.user_id', '=', userId)
      .where('agents.removed_at', 'is', null)
      .executeTakeFirst(),
  )
  return row && { organisationId, organisationName: row.name, agentId: row.id, role: row.role, isNews: row.is_news }
}
