import type { PushSubscriptionId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { Subscribe } from '#contract/notifications.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { lockActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { isOfService } from './push-services.ts'
import {
  beginLooking,
  deleteSubscription,
  findSubscription,
  listSubscriptions,
  type PushSubscription,
  saveSubscription,
} from './store.ts'

/**
 * From now on this browser is told though no page is open, for as long as the sign-in stands.
 *
 * @refuses notifications.service-refused | notifications.too-many-browsers
 */
export async function subscribe(
  by: Actor,
  wish: Subscribe,
  { database, clock, ids, services }: Pick<Platform, 'database' | 'clock' | 'ids'> & { services: readonly string[] },
): Promise<PushSubscription> {
  const { sessionId } = by
  // The door is for people alone.
  if (sessionId === null) throw refusal('access.refused')
  if (!isOfService(wish.endpoint, services)) throw refusal('notifications.service-refused')
  return database.transaction(by.organisationId, async (tx) => {
    const { agentId, origin } = await lockActor(tx, by)
    const known = await listSubscriptions(tx, agentId)
    const limit = limits.pushSubscriptionsPerAgent
    if (known.length >= limit && !known.some(({ endpoint }) => endpoint === wish.endpoint))
      throw refusal('notifications.too-many-browsers', { details: { limit } })
    await beginLooking(tx)
    return saveSubscription(tx, {
      ...wish,
      id: ids.pushSubscription(),
      ...{ agentId, sessionId, userAgent: origin.userAgent, createdAt: clock.now(), lastPushedAt: null },
    })
  })
}

/** @refuses request.not-found */
export async function unsubscribe(
  by: Actor,
  id: PushSubscriptionId,
  { database }: Pick<Platform, 'database'>,
): Promise<void> {
  const wasThere = await database.transaction(by.organisationId, (tx) => deleteSubscription(tx, by.agentId, id))
  if (!wasThere) throw refusal('request.not-found')
}

/** One's own. @refuses request.not-found */
export const readSubscription = async (
  by: Actor,
  id: PushSubscriptionId,
  { database }: Pick<Platform, 'database'>,
): Promise<PushSubscription> => {
  const found = await database.transaction(by.organisationId, (tx) => findSubscription(tx, by.agentId, id))
  if (!found) throw refusal('request.not-found')
  return found
}
