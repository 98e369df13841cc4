import type pg from 'pg'
import { systemClock } from '#server/platform/clock.ts'
import { createDatabase } from '#server/platform/database/database.ts'
import { createEvents } from '#server/platform/events/events.ts'
import { ids } from '#server/platform/ids.ts'
import { createLog } from '#server/platform/log.ts'
import type { Platform } from '#server/platform/platform.ts'

/**
 * The part of a server that a use case needs, for an act of the operator's on the same database. What it tells is numbered before
 * this ends; a server that runs beside it reads it at its next beat.
 */
export async function withPlatform<T>(
  config: pg.ClientConfig,
  act: (platform: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>) => Promise<T>,
): Promise<T> {
  // One connection for the act, one for the numbering that follows it.
  const database = createDatabase({ ...config, max: 2 })
  try {
    const events = await createEvents({ database, clock: systemClock, log: createLog('error') })
    try {
      return await act({ database, events, clock: systemClock, ids })
    } finally {
      await events.settle()
      await events.stop()
    }
  } finally {
    await database.close()
  }
}
