import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { StartRefusal } from '../config/start-refusal.ts'
import { applyMigrations, migrate, readMigrations } from '../database/migrate.ts'
import { damaged, End, endOfRows, Header, linesOf, readLine, TableHead } from './archive.ts'

export interface Restored {
  rows: number
  takenAt: string
}

/**
 * Puts a backup in the place of what the database holds: all of it or nothing, in one transaction. The data then has another epoch, so
 * that every client takes a snapshot instead of going on from cursors that mean nothing now. Migrations that are younger than the backup
 * follow. The server must not run.
 *
 * @throws StartRefusal backup.damaged | backup.newer | backup.in-use | backup.not-empty
 */
export async function restoreBackup(
  config: pg.ClientConfig,
  archive: Readable,
  { replace = false, say = () => {} }: { replace?: boolean; say?: (line: string) => void } = {},
): Promise<Restored> {
  const lines = linesOf(archive)
  const header = readLine(Header, (await lines.next()).value)
  refuseNewer(header)
  const client = new pg.Client(config)
  await client.connect()
  let rows = 0
  try {
    await refuseInUse(client)
    if (!replace) await refuseNotEmpty(client)
    await client.query('begin')
    await emptySchema(client)
    await applyMigrations(client, header.migration)
    // Made by a migration; the backup brings its own.
    await client.query('delete from installation')
    rows = await readTables(client, lines, say)
    await client.query('update installation set epoch = gen_random_uuid()')
    await client.query(
      `select setval(pg_get_serial_sequence('events', 'appended'), (select coalesce(max(appended), 0) + 1 from events))`,
    )
    await client.query('commit')
  } finally {
    await client.end() // An open transaction ends with it.
  }
  await migrate(config)
  return { rows, takenAt: header.takenAt }
}

async function readTables(
  client: pg.Client,
  lines: AsyncGenerator<string>,
  say: (line: string) => void,
): Promise<number> {
  let rows = 0
  for (;;) {
    const { value: line } = await lines.next()
    if (typeof line === 'string' && line.startsWith('{"rows"')) {
      if (readLine(End, line).rows !== rows || !(await lines.next()).done) throw damaged()
      return rows
    }
    const { table, columns } = readLine(TableHead, line)
    const count = await readTable(client, `"${table}" (${columns.map((name) => `"${name}"`).join(', ')})`, lines)
    say(`  ${table}: ${count}`)
    rows += count
  }
}

async function readTable(client: pg.Client, target: string, lines: AsyncGenerator<string>): Promise<number> {
  const into = client.query(copyFrom(`copy ${target} from stdin`))
  const done = finished(into)
  // Awaited below; until then a failure must not count as nobody's.
  done.catch(() => {})
  for await (const line of { [Symbol.asyncIterator]: () => ({ next: () => lines.next() }) }) {
    if (line === endOfRows) {
      into.end()
      await done
      return into.rowCount
    }
    if (!into.write(`${line}\n`)) await Promise.race([once(into, 'drain'), done])
  }
  into.destroy()
  throw damaged()
}

/** Everything of ours, and the jobs: whoever owns it makes it anew. */
async function emptySchema(client: pg.Client): Promise<void> {
  await client.query('drop schema if exists pgboss cascade')
  const { rows } = await client.query<{ name: string }>(
    `select format('%I', relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  if (rows.length > 0) await client.query(`drop table ${rows.map(({ name }) => name).join(', ')} cascade`)
}

function refuseNewer(header: Header): void {
  const latest = readMigrations().at(-1)?.number ?? 0
  if (header.migration > latest)
    throw new StartRefusal('backup.newer', {
      message: `The backup was written by a newer Comptoir (its data knows migration ${header.migration}, this program ${latest}).`,
      remedy: 'Restore it with that version or a later one. Nothing was changed.',
    })
}

/** PostgreSQL may still be letting go of one that has just stopped. */
const inUsePatienceMs = 2_000

async function refuseInUse(client: pg.Client): Promise<void> {
  const deadline = performance.now() + inUsePatienceMs
  while (await isInUse(client)) {
    if (performance.now() < deadline) {
      await pause(50)
      continue
    }
    throw new StartRefusal('backup.in-use', {
      message: 'A Comptoir is running on this database.',
      remedy: 'Stop it first. Nothing was changed.',
    })
  }
}

async function isInUse(client: pg.Client): Promise<boolean> {
  // What is seen of other sessions is kept until the end of a transaction, unless it is thrown away.
  await client.query('select pg_stat_clear_snapshot()')
  const { rows } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and application_name = 'comptoir' limit 1`,
  )
  return rows.length > 0
}

async function refuseNotEmpty(client: pg.Client): Promise<void> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('public.organisations') is not null as there`,
  )
  if (!there.rows[0]?.there) return
  const { rows } = await client.query('select 1 from organisations limit 1')
  if (rows.length > 0)
    throw new StartRefusal('backup.not-empty', {
      message: 'This database holds an organisation already, which a restore would delete.',
      remedy: 'Back it up if you want to keep it, then say --replace. Nothing was changed.',
    })
}
