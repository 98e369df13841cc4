import { OrganisationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor, SignedInUser } from '../callers.ts'
import { type Agent, nameForVisitors } from './agent.ts'
import { findByUser, holdAgent } from './store.ts'

/** The agent that a signed-in user is in the organisation of the path. Somebody who is none learns nothing: not found. */
export const recogniseAgent =
  ({ database }: Pick<Platform, 'database'>, recogniseUser: (knock: Knock) => Promise<SignedInUser>) =>
  async (knock: Knock, params: Record<string, string>): Promise<Actor> => {
    const user = await recogniseUser(knock)
    const organisationId = OrganisationId.safeParse(params.organisationId)
    if (!organisationId.success) throw refusal('request.not-found')
    const actor = await findActor(user, organisationId.data, { database })
    if (!actor) throw refusal('request.not-found')
    return actor
  }

export async function findActor(
  user: SignedInUser,
  organisationId: OrganisationId,
  { database }: Pick<Platform, 'database'>,
): Promise<Actor | undefined> {
  const agent = await database.transaction(organisationId, (tx) => findByUser(tx, user.userId))
  return agent && asActor(agent, user, organisationId)
}

/**
 * The actor as they stand inside the transaction, and stay until it commits: a right that was read before may have ended since,
 * and whoever takes it now waits for this act or is waited for. Held before any other row, so that nobody waits in a circle.
 *
 * @refuses request.not-found when they were removed
 */
export async function holdActor(tx: OrganisationTransaction, actor: Actor): Promise<Actor> {
  const agent = await holdAgent(tx, actor.agentId)
  if (!agent) throw refusal('request.not-found')
  return asActor(agent, actor, tx.organisationId)
}

const asActor = (agent: Agent, user: SignedInUser, organisationId: OrganisationId): Actor => ({
  organisationId,
  agentId: agent.id,
  userId: agent.userId,
  sessionId: user.sessionId,
  origin: user.origin,
  name: agent.name,
  shownName: nameForVisitors(agent),
  photoId: agent.photoId,
  email: agent.email,
  role: agent.role,
  customRoleId: agent.customRoleId,
  permissions: agent.permissions,
  subAccountId: agent.subAccountId,
  active: agent.active,
  availability: agent.availability,
  languages: agent.languages,
  reach: agent.reach,
  modules: agent.modules,
  questionnaireIds: agent.questionnaireIds,
  conversationLimit: agent.conversationLimit,
  limitKey: user.limitKey,
})
