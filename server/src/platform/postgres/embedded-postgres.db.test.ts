import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isStartRefusal } from '../../testing/is-start-refusal.ts'
import { cleanUp, freshFolder, query, startIn } from '../../testing/try-postgres.ts'
import { isRunning } from '../processes.ts'

after(cleanUp)

test('a first start makes the database, a second one finds what was written and makes nothing', async () => {
  const folder = freshFolder()
  const { postgres: first } = await startIn(folder)
  await query(first.connection, "create table words as select 'kept' as word")
  await first.stop()
  assert.equal(isRunning(first.pid), false)

  const { postgres: second, said } = await startIn(folder)
  assert.deepEqual(await query(second.connection, 'select word from words'), [{ word: 'kept' }])
  assert.deepEqual(said, [])
  await second.stop()
})

test('the database is durable and reached by its socket only', async () => {
  const { postgres } = await startIn(freshFolder())
  const shown = await query(
    postgres.connection,
    `select name, setting from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'data_checksums') order by name`,
  )
  assert.deepEqual(Object.fromEntries(shown.map(({ name, setting }) => [name, setting])), {
    data_checksums: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
    synchronous_commit: 'on',
  })
  assert.equal(statSync(postgres.connection.host).mode & 0o777, 0o700)
  await postgres.stop()
})

test('a folder whose path is too long for a socket works', async () => {
  const folder = join(freshFolder(), 'x'.repeat(120), 'postgres')
  const { postgres } = await startIn(folder)
  assert.ok(postgres.connection.host.length < 100)
  assert.equal(statSync(postgres.connection.host).mode & 0o777, 0o700)
  assert.equal((await query(postgres.connection, 'select 1 as one')).length, 1)
  await postgres.stop()
  rmSync(postgres.connection.host, { recursive: true, force: true })
})

test('a folder with blanks, quotes and commas in its name works', async () => {
  const { postgres } = await startIn(join(freshFolder(), `Chloé's, "data"`))
  assert.equal((await query(postgres.connection, 'select 1 as one')).length, 1)
  await postgres.stop()
})

test('data of another PostgreSQL version is refused and left as it is', async () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'cluster'))
  writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '17\n')
  await assert.rejects(startIn(folder), isStartRefusal('postgres.other-version', /written by PostgreSQL 17/))
  assert.equal(readFileSync(join(folder, 'cluster', 'PG_VERSION'), 'utf8'), '17\n')
})

test('a server that cannot start is told with its last words', async () => {
  const folder = freshFolder()
  await (await startIn(folder)).postgres.stop()
  rmSync(join(folder, 'cluster', 'global', 'pg_control'))
  await assert.rejects(startIn(folder), isStartRefusal('postgres.failed', /pg_control/))
})
