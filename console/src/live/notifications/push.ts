import type { OrganisationId } from '#contract/ids.ts'
import type { Subscribe } from '#contract/notifications.ts'
import { api } from '../api.ts'
import { registerServiceWorker, serviceWorker } from './service-worker.ts'

export const canBePushedTo = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window

/** Has this browser pushed to in an organisation. Its leave was given before. @refuses as the door does */
export async function subscribeToPush(organisationId: OrganisationId, pushKey: string): Promise<void> {
  const worker = (await serviceWorker()) ?? (await registerServiceWorker())
  if (!worker) throw new Error('no service worker')
  await navigator.serviceWorker.ready
  const known = await worker.pushManager.getSubscription()
  // Made for another server's key, say before a restore: it would be refused.
  if (known && !isFor(known, pushKey)) await known.unsubscribe()
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })
  await api.call('POST /organisations/:organisationId/me/push-subscriptions', {
    params: { organisationId },
    body: asWish(subscription),
  })
}

/**
 * Under a new sign-in, an earlier subscription of this browser rests on one that has ended: it is told anew. Called once a page
 * opens; does nothing where nobody asked for pushes.
 */
export async function renewPush(organisationId: OrganisationId, pushKey: string): Promise<void> {
  if (!canBePushedTo() || Notification.permission !== 'granted') return
  const worker = await serviceWorker()
  if (await worker?.pushManager.getSubscription()) await subscribeToPush(organisationId, pushKey)
}

/** This browser wants no more, of any organisation. */
export async function unsubscribeFromPush(): Promise<void> {
  const subscription = await (await serviceWorker())?.pushManager.getSubscription()
  await subscription?.unsubscribe()
}

export const isPushedTo = async (): Promise<boolean> =>
  canBePushedTo() && Boolean(await (await serviceWorker())?.pushManager.getSubscription())

const asWish = (subscription: PushSubscription): Subscribe => ({
  endpoint: subscription.endpoint,
  p256dh: encoded(subscription.getKey('p256dh')),
  auth: encoded(subscription.getKey('auth')),
})

const isFor = (subscription: PushSubscription, pushKey: string): boolean =>
  encoded(subscription.options.applicationServerKey) === pushKey.replace(/=+$/, '')

/** Base64url without padding. */
const encoded = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
