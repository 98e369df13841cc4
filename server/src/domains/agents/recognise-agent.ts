import { type AgentId, OrganisationId } from '#contract/ids.ts'
import type { KeyRight } from '#contract/key-rights.ts'
import type { Route } from '#contract/route.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { KeyHolder } from '../accounts/index.ts'
import { type Actor, type ActsAs, nowhere, type SignedInUser } from '../callers.ts'
import { type Agent, isSeenAnew, nameForVisitors } from './agent.ts'
import { findAgent, findByUser, holdAgent, lockAgent, setSeen } from './store.ts'

interface Recognising {
  user: (knock: Knock) => Promise<SignedInUser>
  apiKey: (knock: Knock) => Promise<KeyHolder | null>
}

/**
 * The agent that a signed-in user, or the owner of an API key, is in the organisation of the path. Somebody who is none learns
 * nothing: not found. A key opens the doors it was given and no other; what its owner may do behind them is asked of `decide`,
 * as ever.
 */
export const recogniseAgent =
  (needs: Pick<Platform, 'database' | 'clock'>, recognise: Recognising) =>
  async (knock: Knock, params: Record<string, string>, route: Route): Promise<Actor> => {
    const holder = await recognise.apiKey(knock)
    const user = holder?.as ?? (await recognise.user(knock))
    const organisationId = OrganisationId.safeParse(params.organisationId)
    if (!organisationId.success) throw refusal('request.not-found')
    if (holder && holder.organisationId !== organisationId.data) throw refusal('request.not-found')
    const actor = await findActor(user, organisationId.data, needs)
    if (!actor) throw refusal('request.not-found')
    if (holder) refuseBeyond(holder.rights, route)
    return actor
  }

function refuseBeyond(rights: readonly KeyRight[], route: Route): void {
  // Fail closed: a door that does not say is not for keys.
  const key = route.who === 'agent' ? route.key : 'never'
  if (key === 'never') throw refusal('api-keys.not-here')
  if (!rights.includes(key)) throw refusal('api-keys.right-missing', { details: { right: key } })
}

/** A request or a socket of theirs shows that they are here: noted at most once an hour, with the commit of the reading. */
export async function findActor(
  user: ActsAs,
  organisationId: OrganisationId,
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
): Promise<Actor | undefined> {
  const agent = await database.transaction(organisationId, async (tx) => {
    const found = await findByUser(tx, user.userId)
    const now = clock.now()
    // A program that acts with their key is not them.
    if (found && user.sessionId !== null && isSeenAnew(found, now)) tx.last(setSeen(tx, found.id, now))
    return found
  })
  return agent && asActor(agent, user, organisationId)
}

/**
 * The actor as they stand inside the transaction, and stay until it commits: a right that was read before may have ended since,
 * and whoever takes it now waits for this act or is waited for. Held before any other row, so that nobody waits in a circle.
 *
 * @refuses request.not-found when they were removed
 */
export async function holdActor(tx: OrganisationTransaction, actor: Actor): Promise<Actor> {
  return present(await holdAgent(tx, actor.agentId), actor)
}

/**
 * What somebody reads, and they themselves as they stand in the same snapshot: what it shows, and the cursors it is stamped with, are
 * of one instant, and a change of their rights is either in it or told after it.
 *
 * @refuses request.not-found when they were removed
 */
export const readAs = <Read>(
  caller: Actor,
  { database }: Pick<Platform, 'database'>,
  read: (tx: OrganisationTransaction, reader: Actor) => Promise<Read>,
): Promise<Read> =>
  database.snapshot(caller.organisationId, async (tx) => read(tx, present(await findAgent(tx, caller.agentId), caller)))

/** As they stand until the commit, and no other act of theirs goes on beside this one: for what they may do only so often. */
export async function lockActor(tx: OrganisationTransaction, actor: Actor): Promise<Actor> {
  return present(await lockAgent(tx, actor.agentId), actor)
}

/**
 * The actor held and another agent locked, for what goes from one to the other. Rows are taken in the order of their ids, by one
 * trip, so that two who hand each other something do not wait in a circle.
 *
 * @refuses request.not-found when the actor was removed
 */
export async function lockReceiver(
  tx: OrganisationTransaction,
  actor: Actor,
  receiverId: AgentId,
): Promise<{ actor: Actor; receiver: Agent | undefined }> {
  if (receiverId === actor.agentId) {
    const agent = await lockAgent(tx, receiverId)
    return { actor: present(agent, actor), receiver: agent }
  }
  const hold = () => holdAgent(tx, actor.agentId)
  const lock = () => lockAgent(tx, receiverId)
  const isFirst = actor.agentId < receiverId
  const [one, other] = await Promise.all(isFirst ? [hold(), lock()] : [lock(), hold()])
  return { actor: present(isFirst ? one : other, actor), receiver: isFirst ? other : one }
}

function present(agent: Agent | undefined, actor: Actor): Actor {
  if (!agent) throw refusal('request.not-found')
  return asActor(agent, actor, actor.organisationId)
}

/** An agent as the table of access sees them, though they do nothing themselves. */
export const actorOf = (agent: Agent, organisationId: OrganisationId): Actor =>
  asActor(agent, { userId: agent.userId, sessionId: null, origin: nowhere, limitKey: '' }, organisationId)

const asActor = (agent: Agent, user: ActsAs, organisationId: OrganisationId): Actor => ({
  organisationId,
  agentId: agent.id,
  userId: agent.userId,
  sessionId: user.sessionId,
  ...(user.apiKeyId && { apiKeyId: user.apiKeyId }),
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
