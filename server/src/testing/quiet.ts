import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Comptoir } from './comptoir.ts'

/** Waits until everything that follows from what was done has been done: events numbered, jobs that are due finished. */
export async function untilQuiet({ platform, connectionString }: Comptoir): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    for (;;) {
      const { rowCount } = await client.query(
        `select from pgboss.job_common where state in ('created', 'retry', 'active') and start_after <= now()
          and name not like '\\_\\_%' limit 1`,
      )
      if (rowCount === 0) break
      await pause(10)
    }
  } finally {
    await client.end()
  }
  await platform.events.settle()
}
