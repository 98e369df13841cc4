import * as z from 'zod'
import { Done } from './accounts.ts'
import { OrganisationId, PushSubscriptionId } from './ids.ts'
import { limits } from './limits.ts'
import { defineRoutes } from './route.ts'
import { Instant } from './text.ts'
import type { notificationKinds, notificationWays } from './vocabulary.ts'

/** HH:MM, 00:00 to 23:59. */
const TimeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)

/** An IANA name that this server knows. */
const TimeZone = z
  .string()
  .max(limits.timeZoneLength)
  .refine(
    (name) => {
      try {
        return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
      } catch {
        return false
      }
    },
    { params: { problem: 'unknown' } },
  )

/** From one time of the day to another, over midnight where `to` is not after `from`, in somebody's own time zone. */
export const QuietHours = z.strictObject({
  from: TimeOfDay,
  to: TimeOfDay,
  timeZone: TimeZone,
  /** The days it begins on: 1 Monday to 7 Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
})
export type QuietHours = z.infer<typeof QuietHours>

const Ways = z.strictObject({ sound: z.boolean(), desktop: z.boolean(), push: z.boolean() } satisfies Record<
  (typeof notificationWays)[number],
  unknown
>)

export const NotificationSettings = z.strictObject({
  /** Whether each kind is told by each way. */
  ways: z.strictObject({
    offered: Ways,
    waiting: Ways,
    message: Ways,
    transferred: Ways,
    mention: Ways,
    appointment: Ways,
  } satisfies Record<(typeof notificationKinds)[number], unknown>),
  /** Null: none. Nothing sounds, shows or is pushed meanwhile; lists and counts go on. */
  quietHours: QuietHours.nullable(),
})
export type NotificationSettings = z.infer<typeof NotificationSettings>

/** A browser of the reader's that is told though no page is open. Its address at the push service is never shown. */
export const PushSubscriptionForOwner = z.object({
  id: PushSubscriptionId,
  userAgent: z.string().nullable(),
  createdAt: Instant,
  lastPushedAt: Instant.nullable(),
  /** Made under the sign-in that asks. */
  isOfThisBrowser: z.boolean(),
})
export type PushSubscriptionForOwner = z.infer<typeof PushSubscriptionForOwner>

/** As a browser's PushManager gives it. */
export const Subscribe = z.strictObject({
  endpoint: z.url({ normalize: true }).max(limits.pushEndpointLength),
  /** Base64url: the browser's public key on P-256, uncompressed, and its 16 bytes of shared secret. */
  p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/),
  auth: z.string().regex(/^[A-Za-z0-9_-]{22}(==)?$/),
})
export type Subscribe = z.infer<typeof Subscribe>

/**
 * What a push carries, encrypted for the one browser that reads it. `show` replaces what stands there for the conversation, or the
 * appointment; `clear` takes it away: it was read elsewhere, or is no longer the reader's.
 */
export type PushMessage =
  | { act: 'show'; tag: string; title: string; body: string; url: string; locale: string }
  | { act: 'clear'; tag: string }

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofSubscription = inOrganisation.extend({ subscriptionId: PushSubscriptionId })

export const notificationRoutes = defineRoutes({
  'GET /organisations/:organisationId/me/notifications': {
    summary: 'What the reader is told and by which ways, and their browsers that are pushed to',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    reply: z.object({
      settings: NotificationSettings,
      /** What a browser subscribes with: this server's public key, base64url. */
      pushKey: z.string(),
      subscriptions: z.array(PushSubscriptionForOwner),
    }),
  },
  'PUT /organisations/:organisationId/me/notifications': {
    summary: 'Choose what to be told, by which ways, and when not',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    body: NotificationSettings,
    reply: NotificationSettings,
    refuses: ['notifications.quiet-all-day'],
  },
  'POST /organisations/:organisationId/me/push-subscriptions': {
    summary:
      'Have this browser told though no page of the console is open. The same browser again is the same subscription.',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    body: Subscribe,
    reply: PushSubscriptionForOwner,
    refuses: ['notifications.service-refused', 'notifications.too-many-browsers'],
    perMinute: 20,
  },
  'DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId': {
    summary: 'Push nothing more to a browser',
    who: 'agent',
    key: 'never',
    params: ofSubscription,
    reply: Done,
  },
  'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial': {
    summary: 'Push a notification to see whether it arrives',
    who: 'agent',
    key: 'never',
    params: ofSubscription,
    reply: Done,
    refuses: ['notifications.not-delivered'],
    perMinute: 10,
  },
})
