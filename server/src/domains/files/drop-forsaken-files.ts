import { times } from '#contract/limits.ts'
import type { Platform } from '#server/platform/platform.ts'

/**
 * Throws away what was begun a day ago and went with no message. In every organisation: run as the tables' owner, by whoever
 * keeps house.
 */
export async function dropForsakenFiles({ database, clock }: Pick<Platform, 'database' | 'clock'>): Promise<void> {
  const begunBefore = new Date(clock.now().getTime() - times.uploadLifetimeMs)
  await database.asOwner(({ db }) =>
    db.deleteFrom('files').where('message_seq', 'is', null).where('created_at', '<', begunBefore).execute(),
  )
}
