import type { Platform } from '#server/platform/platform.ts'
import { lookWhomToPush, type Pace, usualPace } from './look-whom-to-push.ts'
import { createPushSender } from './post-push.ts'
import { push, pushJob } from './push.ts'
import { findOrMakePushKeys } from './push-keys.ts'
import { knownPushServices } from './push-services.ts'

export interface Pushing {
  /** Where browsers' messages may be taken; absent: the known services. */
  services?: readonly string[] | undefined
  /** Absent: the usual one; tests do not wait. */
  pace?: Pace
}

/**
 * Makes this server known to push services and registers the job: before jobs start, and `start` once they run. `mailFrom`: whom a
 * push service writes to where the server has no https address.
 */
export async function createPushing(platform: Platform, options: Pushing & { mailFrom: string }) {
  const { services = knownPushServices, pace = usualPace, mailFrom } = options
  const keys = await findOrMakePushKeys(platform.database)
  const subject = () =>
    platform.publicUrl.protocol === 'https:' ? platform.publicUrl.origin : `mailto:${addressIn(mailFrom)}`
  const send = createPushSender({ keys, subject, services })
  platform.jobs.work(pushJob, (payload) => push(payload, { ...platform, send }))
  return { keys, send, services, start: () => lookWhomToPush({ ...platform, pace }) }
}

/** Of `Name <address>`, or of the address alone. */
const addressIn = (mailFrom: string): string => /<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom
