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
 * Brings a database to this version: what is missing is applied in one transaction, so that an upgrade that fails has
 * changed nothing. Two processes at once wait for each other by a lock of the transaction; one of the session would stay
 * behind, and be waited for in vain, in the pool of a PgBouncer.
 *
 * Throws UnfitDatabase, having written nothing, when the server is older than PostgreSQL 15, or the data newer than this program.
 */
export async function migrate(config: pg.ClientConfig, onProgress: (name: string) => void = () => {}): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const version = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`)
    if (Number(version.rows[0]?.number) < 150_000)
      throw new UnfitDatabase('too-old', 'PostgreSQL 15 or newer is needed')
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lock])
    for (const migration of missingFrom(await readApplied(client))) {
      onProgress(migration.name)
      await apply(client, migration)
    }
    await client.query('commit')
  } finally {
    await client.end() // An open transaction ends with it.
  }
}

function missingFrom(applied: Applied[]): Migration[] {
  const known = readMigrations()
  for (const done of applied) {
    const mine = known.find((migration) => migration.number === done.number)
    if (!mine) throw new UnfitDatabase('newer-data', `the data knows migration ${done.number}, this program does not`)
    if (mine.checksum !== done.checksum)
      throw new UnfitDatabase('edited-migration', `migration ${mine.name} is not the one that was applied`)
  }
  return known.filter((migration) => !applied.some((done) => done.number === migration.number))
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

type Applied = Pick<Migration, 'number' | 'checksum'>

async function readApplied(client: pg.Client): Promise<Applied[]> {
  const there = await client.query<{ there: boolean }>(`select to_regclass('public.migrations') is not null as there`)
  if (!there.rows[0]?.there) return []
  return (await client.query<Applied>('select number, checksum from public.migrations order by number')).rows
}

/** The migrations up to a number, in the caller's transaction, on a database that has none. */
export async function applyMigrations(client: pg.Client, upTo: number): Promise<void> {
  for (const migration of readMigrations()) if (migration.number <= upTo) await apply(client, migration)
}

async function apply(client: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(
      'create table if not exists migrations (number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())',
    )
    await client.query(sql)
    await client.query('insert into migrations (number, name, checksum) values ($1, $2, $3)', [number, name, checksum])
  } catch (error) {
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}
