import webpush from 'web-push'
import type { PushMessage } from '#contract/notifications.ts'
import type { PushKeys } from './push-keys.ts'
import { isOfService } from './push-services.ts'

export interface Recipient {
  endpoint: string
  p256dh: string
  auth: string
}

/** What the browser's push service made of it. `gone`: the browser no longer wants any. `later`: it asks for patience, or is away. */
export type Outcome = 'taken' | 'gone' | 'later' | 'refused'

/** A push that nobody could take within a day is no news. */
const keptSeconds = 24 * 60 * 60
const patienceMs = 10_000

export type PushSender = (message: PushMessage, to: Recipient) => Promise<Outcome>

interface Sender {
  keys: PushKeys
  /** Whom a push service writes to about this server: an https or mailto address, known once it listens. */
  subject: () => string
  /** Those it talks to; a browser may have subscribed before the list grew shorter. */
  services: readonly string[]
}

/** Encrypts messages for one browser each and hands them to its push service (RFC 8030, 8188, 8291, 8292). */
export const createPushSender =
  (sender: Sender): PushSender =>
  async (message, to) =>
    isOfService(to.endpoint, sender.services) ? post(message, to, sender) : 'refused'

async function post(message: PushMessage, to: Recipient, { keys, subject }: Sender): Promise<Outcome> {
  const { endpoint, headers, body } = webpush.generateRequestDetails(
    { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
    JSON.stringify(message),
    { vapidDetails: { ...keys, subject: subject() }, TTL: keptSeconds, urgency: 'high', contentEncoding: 'aes128gcm' },
  )
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: new Uint8Array(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    await answer.body?.cancel()
    return outcomeOf(answer.status)
  } catch {
    return 'later'
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'taken'
  if (status === 404 || status === 410) return 'gone'
  return status === 408 || status === 429 || status >= 500 ? 'later' : 'refused'
}
