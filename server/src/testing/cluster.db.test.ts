import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { readMigrations } from '../platform/database/migrate.ts'
import { emptyDatabase, freshDatabase } from './cluster.ts'

test('a fresh database is migrated, and nobody else’s', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  const client = await connectTo(one.connectionString)
  const { rows } = await client.query('select number from migrations order by number')
  assert.deepEqual(
    rows.map(({ number }) => number),
    readMigrations().map(({ number }) => number),
  )
  await client.query('create table words (word text)')
  const elsewhere = new pg.Client(other.config)
  await elsewhere.connect()
  await assert.rejects(elsewhere.query('select from words'), /does not exist/)
  await Promise.all([client.end(), elsewhere.end()])
  await Promise.all([one.drop(), other.drop()])
})

test('dropping a database cuts the connections that are still open', async () => {
  const database = await emptyDatabase()
  const client = await connectTo(database.connectionString)
  const errors: string[] = []
  client.on('error', ({ message }) => errors.push(message))
  await database.drop()
  assert.match(errors.join('\n'), /terminating connection/)
  await assert.rejects(connectTo(database.connectionString), /does not exist/)
})

async function connectTo(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}
