import pg from 'pg'

/**
 * Lets the application's role add jobs, and do nothing else with them: payloads of all organisations stand side by side.
 * One process at a time, for granting the same right twice at once is an error in PostgreSQL.
 */
export async function grantEnqueueing(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`
      begin;
      select pg_advisory_xact_lock(7270002);
      grant usage on schema pgboss to comptoir_app;
      grant select on pgboss.queue to comptoir_app;
      grant insert on pgboss.job_common to comptoir_app;
      commit`)
  } finally {
    await client.end()
  }
}
