import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type findUser, tellMembershipsChanged } from '../accounts/index.ts'
import { accessInWords, type Granted, joinOrganisation } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'

/** Somebody with an account. */
export type Joiner = NonNullable<Awaited<ReturnType<typeof findUser>>>

/**
 * Makes somebody with a proven account an agent at once, in the transaction of the invitation they did not need. They were not
 * asked: each console of theirs tells them, with a way to leave.
 */
export async function addAccount(
  tx: OrganisationTransaction,
  { id: userId, firstName, lastName, email, name }: Joiner,
  { by, active, ...granted }: Granted & { active: boolean; by: Actor },
  needs: Pick<Platform, 'events' | 'clock' | 'ids' | 'jobs'>,
): Promise<void> {
  const { permissions: _, ...access } = granted
  const person = { userId, firstName, lastName, email }
  const agentId = await joinOrganisation(tx, { ...person, ...access, active, lastSignInAt: null, isNews: true }, needs)
  await tellMembershipsChanged(tx, userId, needs)
  const after = { email, ...(await accessInWords(tx, granted)), active }
  recordDeed(tx, by, { act: 'agents.added', target: { kind: 'agent', id: agentId, name }, after }, needs)
}
