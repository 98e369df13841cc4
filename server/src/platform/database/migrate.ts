import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export interface Migration {
  number: number
  name: string
  sql: string
  checksum: string
}

/** What keeps a database from being used: said by `kind`, before anything is written. */
export class UnfitDatabase extends Error {
  readonly kind: 'too-old' | 'newer-data' | 'edited-migration'
  constructor(kind: UnfitDatabase['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

const folder = join(import.meta.dirname, '../../../migrations')
// Any number will do, as long as every Comptoir takes the same one.
const lock = 7_270_001

export const readMigrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })

/**
 * Brings a database to this version: each missing migration in its own transaction, one process at a time.
 * Throws UnfitDatabase, having written nothing, when the server is older than PostgreSQL 15, or the data newer than this program.
 */
export async function migrate(config: pg.ClientConfig, onProgress: (name: string) => void = () => {}): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const version = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`)
    if (Number(version.rows[0]?.number) < 150_000)
      throw new UnfitDatabase('too-old', 'PostgreSQL 15 or newer is needed')
    await client.query('select pg_advisory_lock($1)', [lock])
    const known = readMigrations()
    const applied = await readApplied(client)
    for (const done of applied) {
      const mine = known.find((migration) => migration.number === done.number)
      if (!mine) throw new UnfitDatabase('newer-data', `the data knows migration ${done.number}, this program does not`)
      if (mine.checksum !== done.checksum)
        throw new UnfitDatabase('edited-migration', `migration ${mine.name} is not the one that was applied`)
    }
    const missing = known.filter((migration) => !applied.some((done) => done.number === migration.number))
    for (const migration of missing) {
      onProgress(migration.name)
      await apply(client, migration)
    }
  } finally {
    await client.end()
  }
}

/** Whether every migration of this program is in the database. */
export async function isMigrated(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config)
  try {
    await client.connect()
    return (await readApplied(client)).length === readMigrations().length
  } catch {
    // Fail closed: a database that cannot be asked is not ready.
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function readApplied(client: pg.Client): Promise<{ number: number; checksum: string }[]> {
  const there = await client.query<{ there: boolean }>(`select to_regclass('public.migrations') is not null as there`)
  if (!there.rows[0]?.there) return []
  return (
    await client.query<{ number: number; checksum: string }>(
      'select number, checksum from public.migrations order by number',
    )
  ).rows
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(
      'create table if not exists migrations (number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())',
    )
    await client.query(migration.sql)
    await client.query('insert into migrations (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
