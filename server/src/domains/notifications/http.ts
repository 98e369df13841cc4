import type { PushSubscriptionForOwner } from '#contract/notifications.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { pushWords } from '#words/push.ts'
import { findUser } from '../accounts/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import type { PushSender } from './post-push.ts'
import type { PushKeys } from './push-keys.ts'
import { listSubscriptions, type PushSubscription, readSettings, saveSettings } from './store.ts'
import { readSubscription, subscribe, unsubscribe } from './subscribe.ts'

type Doors =
  | 'GET /organisations/:organisationId/me/notifications'
  | 'PUT /organisations/:organisationId/me/notifications'
  | 'POST /organisations/:organisationId/me/push-subscriptions'
  | 'DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId'
  | 'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial'

interface Needs extends Pick<Platform, 'database' | 'clock' | 'ids' | 'publicUrl'> {
  push: { keys: PushKeys; send: PushSender; services: readonly string[] }
}

export const notificationHandlers = (needs: Needs): HandlersOf<Doors> => ({
  'GET /organisations/:organisationId/me/notifications': ({ caller }) =>
    needs.database.transaction(caller.organisationId, async (tx) => ({
      settings: await readSettings(tx, caller.agentId),
      pushKey: needs.push.keys.publicKey,
      subscriptions: (await listSubscriptions(tx, caller.agentId)).map((one) => forOwner(one, caller)),
    })),

  'PUT /organisations/:organisationId/me/notifications': async ({ caller, body }) => {
    const { quietHours } = body
    if (quietHours && quietHours.from === quietHours.to)
      throw refusal('notifications.quiet-all-day', { field: 'quietHours.to' })
    await needs.database.transaction(caller.organisationId, async (tx) =>
      saveSettings(tx, (await holdActor(tx, caller)).agentId, body),
    )
    return body
  },

  'POST /organisations/:organisationId/me/push-subscriptions': async ({ caller, body }) =>
    forOwner(await subscribe(caller, body, { ...needs, services: needs.push.services }), caller),

  'DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId': async ({ caller, params }) => {
    await unsubscribe(caller, params.subscriptionId, needs)
    return { done: true }
  },

  'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial': async ({ caller, params }) => {
    const subscription = await readSubscription(caller, params.subscriptionId, needs)
    const user = await needs.database.directory((tx) => findUser(tx, caller.userId))
    const locale = user?.locale ?? 'fr'
    const { title, body } = pushWords(locale).trial
    const url = new URL('/settings/profile', needs.publicUrl).href
    const outcome = await needs.push.send({ act: 'show', tag: 'trial', title, body, url, locale }, subscription)
    if (outcome !== 'taken') throw refusal('notifications.not-delivered')
    return { done: true }
  },
})

const forOwner = (subscription: PushSubscription, reader: Actor): PushSubscriptionForOwner => ({
  id: subscription.id,
  userAgent: subscription.userAgent,
  createdAt: subscription.createdAt.toISOString(),
  lastPushedAt: subscription.lastPushedAt?.toISOString() ?? null,
  isOfThisBrowser: subscription.sessionId === reader.sessionId,
})
