import { eraseForsakenAccounts } from './domains/accounts/index.ts'
import { dropLostPhotos } from './domains/agents/photos/drop-lost-photos.ts'
import { dropForsakenFiles } from './domains/files/index.ts'
import { dropStaleTickets } from './domains/live/tickets.ts'
import { dropStaleSignUps } from './domains/set-up/index.ts'
import { dropLostShortcuts } from './domains/shortcuts/index.ts'
import type { Platform } from './platform/platform.ts'

/** Screens that were away longer take a snapshot instead of a replay. */
const eventsKeptMs = 3 * 24 * 60 * 60 * 1000
/** For so long a link that has expired says so. */
const signUpsKeptMs = 30 * 24 * 60 * 60 * 1000
const everyMs = 10 * 60 * 1000
/** Rows at a time, so that no statement holds much for long. */
const batch = 5_000

/** Throws away what nobody will ask for again. Any number of processes may do it at once. Returns how to stop. */
export function keepHouse(platform: Platform): () => void {
  const { database, clock, log } = platform
  const sweep = async () => {
    await dropStaleTickets({ database, clock })
    await dropOldEvents()
    await eraseForsakenAccounts(platform)
    await dropLostPhotos(platform)
    await dropForsakenFiles(platform)
    await dropLostShortcuts(platform)
    await database.directory((tx) => dropStaleSignUps(tx, new Date(clock.now().getTime() - signUpsKeptMs)))
  }

  async function dropOldEvents(): Promise<void> {
    const before = new Date(clock.now().getTime() - eventsKeptMs)
    for (;;) {
      const { numDeletedRows } = await database.asOwner(({ db }) =>
        db
          .deleteFrom('events')
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('events')
              .select('id')
              .where('created_at', '<', before)
              .where('number', 'is not', null)
              .limit(batch),
          )
          .executeTakeFirstOrThrow(),
      )
      if (numDeletedRows < BigInt(batch)) return
    }
  }

  const timer = setInterval(
    () => void sweep().catch((error) => log.warn({ err: error }, 'housekeeping: will try again')),
    everyMs,
  )
  timer.unref()
  return () => clearInterval(timer)
}
