import type { Clock } from './clock.ts'
import type { Database } from './database/database.ts'
import type { Events } from './events/events.ts'
import type { Ids } from './ids.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail/mailer.ts'
import type { SignalHub } from './signals.ts'

/** What every room may need of the world. Use cases take the part they need: `Pick<Platform, 'database' | 'clock'>`. */
export interface Platform {
  database: Database
  events: Events
  clock: Clock
  ids: Ids
  log: Log
  jobs: Jobs
  signals: SignalHub
  /** Null without SMTP settings: letters then wait in the outbox. */
  mailer: Mailer | null
  /** Where people reach this server; links in letters begin with it. */
  publicUrl: URL
}
