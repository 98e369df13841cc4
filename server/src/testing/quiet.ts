import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { App } from '../app.ts'
import type { Transaction } from '../platform/database/database.ts'

/** Waits until everything that follows from what was done has been done: jobs that are due finished, what waits handed out, events numbered. */
export async function untilQuiet({
  platform,
  routing,
}: Pick<App, 'platform'> & Partial<Pick<App, 'routing'>>): Promise<void> {
  while (await platform.database.asOwner(isJobDue)) await pause(10)
  await routing?.settle()
  await platform.events.settle()
}

const isJobDue = async ({ db }: Transaction): Promise<boolean> => {
  const { rows } = await sql`select from pgboss.job_common
    where state in ('created', 'retry', 'active') and start_after <= now() and name not like '\\_\\_%' limit 1`.execute(
    db,
  )
  return rows.length > 0
}
