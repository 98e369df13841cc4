import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { emptyDatabase, type FreshDatabase } from '../../testing/cluster.ts'
import { isMigrated, migrate, readMigrations } from './migrate.ts'

async function rowsOf({ config }: FreshDatabase, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

test('an empty database gets every migration, once, however many begin at once', async () => {
  const database = await emptyDatabase()
  assert.equal(await isMigrated(database.config), false)
  const told: string[] = []
  await Promise.all(Array.from({ length: 4 }, () => migrate(database.config, (name) => told.push(name))))
  const names = readMigrations().map(({ name }) => name)
  assert.deepEqual(told, names)
  assert.deepEqual(
    (await rowsOf(database, 'select name from migrations order by number')).map(({ name }) => name),
    names,
  )
  assert.equal(await isMigrated(database.config), true)
  await database.drop()
})

/** Like a PgBouncer, keeps its connection to the server when the client says goodbye. */
async function startPool({ host, port }: { host: string; port: number }) {
  const goodbye = Buffer.from('X\0\0\0\u0004')
  const kept: Socket[] = []
  const pool = createServer((client) => {
    const server = connect(join(host, `.s.PGSQL.${port}`))
    kept.push(server)
    client.on('data', (bytes) => bytes.equals(goodbye) || server.write(bytes))
    server.on('data', (bytes) => client.write(bytes))
  }).listen(0, '127.0.0.1')
  await once(pool, 'listening')
  const address = pool.address() as AddressInfo // Listening on a port, it has one.
  return {
    port: address.port,
    close() {
      for (const server of kept) server.destroy()
      pool.close()
    },
  }
}

test('migrating leaves no lock behind on a connection that a pool hands to the next process', async () => {
  const database = await emptyDatabase()
  const pool = await startPool(database.config)
  await migrate({ ...database.config, host: '127.0.0.1', port: pool.port })
  const locks = await rowsOf(
    database,
    `select from pg_locks where locktype = 'advisory'
       and database = (select oid from pg_database where datname = current_database())`,
  )
  assert.equal(locks.length, 0)
  pool.close()
  await database.drop()
})

test('an upgrade that fails has changed nothing', async () => {
  const database = await emptyDatabase()
  await rowsOf(database, 'create table users (in_the_way int)')
  await assert.rejects(migrate(database.config), /migration \d{4}-.* failed/)
  const tables = await rowsOf(database, "select tablename from pg_tables where schemaname = 'public'")
  assert.deepEqual(tables, [{ tablename: 'users' }])
  await database.drop()
})
