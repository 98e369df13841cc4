import { times } from '#contract/limits.ts'
import type { Platform } from '#server/platform/platform.ts'
import { deleteLost } from './store.ts'

/**
 * Throws away what can no longer be brought back: removed shortcuts, and those of people who left for good. In every
 * organisation: run as the tables' owner, by whoever keeps house.
 */
export async function dropLostShortcuts({ database, clock }: Pick<Platform, 'database' | 'clock'>): Promise<void> {
  const now = clock.now().getTime()
  await database.asOwner((tx) =>
    deleteLost(tx, {
      removedBefore: new Date(now - times.shortcutRestorableForMs),
      leftBefore: new Date(now - times.restorableForMs),
    }),
  )
}
