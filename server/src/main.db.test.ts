import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { hasEnded, isRunning } from './platform/processes.ts'
import { setUp } from './proofs/delivery/rig/set-up.ts'
import { emptyDatabase, type FreshDatabase, freshDatabase } from './testing/cluster.ts'
import { spawnMain, startComptoir } from './testing/start-comptoir.ts'

const folder = mkdtempSync(join(tmpdir(), 'comptoir-main-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Starts with these settings, and expects it to end by itself. */
async function refusedStart(settings: Record<string, string>, flags: string[] = []) {
  const node = spawnMain({ PORT: '0', COMPTOIR_DATA: join(folder, 'refused'), ...settings }, flags)
  let printed = ''
  for (const stream of [node.stdout, node.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
    })
  }
  const [code] = await once(node, 'close')
  assert.equal(code, 1, printed)
  assert.doesNotMatch(printed, /^\s+at .*\(.*:\d+:\d+\)/m, 'a stack trace is no answer to an operator')
  assert.equal(existsSync(join(folder, 'refused')), false, 'a refused start leaves nothing behind')
  return printed
}

async function tablesIn({ config }: FreshDatabase): Promise<string[]> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  await client.end()
  return rows.map(({ name }) => name)
}

async function run({ config }: FreshDatabase, sql: string): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  await client.query(sql)
  await client.end()
}

test('a port that is taken is refused', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo // Listening on a port, it has one.
  const printed = await refusedStart({ PORT: String(port) })
  assert.match(printed, new RegExp(`Port ${port} of 127.0.0.1 is taken by another program\\.\\nStop that program, or`))
  other.close()
})

test('an address that is not this machine’s is refused', async () => {
  assert.match(await refusedStart({ HOST: '192.0.2.1' }), /192\.0\.2\.1 is not an address of this machine\.\nSet HOST/)
})

test('a data folder used by another Comptoir is refused, and the other one goes on', async () => {
  const data = join(folder, 'shared')
  const first = await startComptoir({ settings: { COMPTOIR_DATA: data } })
  const before = readdirSync(data)
  const printed = await refusedStart({ COMPTOIR_DATA: data })
  assert.match(printed, new RegExp(`is used by another Comptoir \\(process ${first.pid}\\)\\.\\nStop that one first`))
  assert.deepEqual(readdirSync(data), before)
  assert.equal((await fetch(new URL('/readyz', first.url))).status, 200)
  await first.remove()
})

test('a data folder that cannot be written into is refused', async () => {
  const file = join(folder, 'letter')
  writeFileSync(file, 'not a folder')
  assert.match(
    await refusedStart({ COMPTOIR_DATA: file }),
    /cannot write into its data folder .*letter.*\n.*COMPTOIR_DATA/,
  )
  assert.equal(readFileSync(file, 'utf8'), 'not a folder')
})

test('unknown settings and options and wrong values are refused, all at once', async () => {
  const printed = await refusedStart({ COMPTOIR_DTAA: 'x', PUBLIC_URL: 'chat.example.org' })
  assert.match(printed, /PUBLIC_URL has a value it cannot have/)
  assert.match(printed, /COMPTOIR_DTAA is not a setting\. Did you mean COMPTOIR_DATA\?/)
  assert.match(await refusedStart({}, ['--dmeo']), /--dmeo is not an option\. Did you mean --demo\?/)
})

test('a database that cannot be reached is refused, without showing its password', async () => {
  const printed = await refusedStart({ DATABASE_URL: 'postgres://ada:secret@127.0.0.1:1/comptoir' })
  assert.match(
    printed,
    /cannot reach the database of DATABASE_URL \(postgres:\/\/ada:\*\*\*@127\.0\.0\.1:1\/comptoir\)/,
  )
  assert.doesNotMatch(printed, /secret/)
})

test('a database that does not know the user, or does not exist, is refused', async () => {
  const database = await emptyDatabase()
  const as = (user: string, name: string) =>
    `postgres://${user}@localhost/${name}?host=${encodeURIComponent(database.config.host)}`
  const { user, database: name } = database.config
  assert.match(await refusedStart({ DATABASE_URL: as('oscar', name) }), /could not sign in .*oscar/)
  assert.match(await refusedStart({ DATABASE_URL: as(user, 'nowhere') }), /"nowhere" does not exist/)
  await database.drop()
})

test('a database server that is too old is refused, and nothing is written into it', async () => {
  const database = await emptyDatabase()
  // A server that claims, when asked in the usual way, to be PostgreSQL 14.
  await run(
    database,
    `create function public.current_setting(name text) returns text language sql
       as $$ select case when name = 'server_version_num' then '140011' else pg_catalog.current_setting(name) end $$;
     alter database ${database.config.database} set search_path = public, pg_catalog`,
  )
  assert.match(await refusedStart({ DATABASE_URL: database.connectionString }), /is too old: .*15 or newer/)
  assert.deepEqual(await tablesIn(database), [])
  await database.drop()
})

test('data written by a newer Comptoir is refused, and left as it is', async () => {
  const database = await freshDatabase()
  await run(database, "insert into migrations (number, name, checksum) values (9999, '9999-of-tomorrow.sql', '')")
  const before = await tablesIn(database)
  assert.match(await refusedStart({ DATABASE_URL: database.connectionString }), /written by a newer Comptoir: .*9999/)
  assert.deepEqual(await tablesIn(database), before)
  await database.drop()
})

test('a database user without the rights that are needed is refused, and nothing is written', async () => {
  const database = await emptyDatabase()
  const limited = `limited_${process.pid}`
  await run(database, `create role ${limited} login nocreaterole`)
  const url = database.connectionString.replace(`${database.config.user}@`, `${limited}@`)
  assert.match(await refusedStart({ DATABASE_URL: url }), /may not do what Comptoir needs: .*\n.*owner/)
  assert.deepEqual(await tablesIn(database), [])
  await run(database, `drop role ${limited}`)
  await database.drop()
})

test('[U7] as it is started, passwords are kept by scrypt’s full figures', async () => {
  const comptoir = await startComptoir()
  await setUp(new URL(comptoir.url).origin)
  const client = new pg.Client({ connectionString: comptoir.databaseUrl })
  await client.connect()
  const { rows } = await client.query('select password_hash as hash from users')
  await client.end()
  assert.equal(rows.length, 1)
  assert.match(rows[0].hash, /^\$scrypt\$ln=15,r=8,p=3\$/)
  await comptoir.remove()
})

test('--help says every option and setting, and starts nothing', async () => {
  const node = spawnMain({ COMPTOIR_DATA: join(folder, 'help') }, ['--help'])
  const chunks: Buffer[] = []
  node.stdout?.on('data', (chunk) => chunks.push(chunk))
  assert.deepEqual(await once(node, 'close'), [0, null])
  assert.match(String(Buffer.concat(chunks)), /--demo[\s\S]*COMPTOIR_DATA[\s\S]*DATABASE_URL/)
  assert.equal(existsSync(join(folder, 'help')), false)
})

test('with its own PostgreSQL it starts, is healthy and ready, stops within five seconds on SIGTERM, and starts again', async () => {
  const data = join(folder, 'embedded')
  const comptoir = await startComptoir({ settings: { COMPTOIR_DATA: data, DATABASE_URL: '' } })
  for (const path of ['/healthz', '/readyz']) assert.equal((await fetch(new URL(path, comptoir.url))).status, 200)
  const postmaster = Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

  const began = performance.now()
  assert.equal(await comptoir.stop(), 0)
  assert.ok(performance.now() - began < 5000)
  assert.equal(isRunning(postmaster), false)
  assert.equal(existsSync(join(data, 'comptoir.pid')), false)

  await comptoir.start()
  assert.equal((await fetch(new URL('/readyz', comptoir.url))).status, 200)
  await comptoir.remove()
})

test('killed with kill -9 it starts again at once', async () => {
  const data = join(folder, 'killed')
  const comptoir = await startComptoir({ settings: { COMPTOIR_DATA: data, DATABASE_URL: '' } })
  await comptoir.kill()
  await comptoir.start()
  assert.equal((await fetch(new URL('/readyz', comptoir.url))).status, 200)
  await comptoir.remove()
})

test('while its PostgreSQL is away it is alive but not ready, and ready again by itself', async () => {
  const data = join(folder, 'away')
  const comptoir = await startComptoir({ settings: { COMPTOIR_DATA: data, DATABASE_URL: '' } })
  const postmaster = Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(postmaster, 'SIGKILL')
  await hasEnded(postmaster, { withinMs: 2000 })
  const statusOf = async (path: string) => (await fetch(new URL(path, comptoir.url))).status
  assert.equal(await statusOf('/healthz'), 200)
  assert.equal(await statusOf('/readyz'), 503)
  const deadline = performance.now() + 15_000
  while ((await statusOf('/readyz')) !== 200) assert.ok(performance.now() < deadline, 'it is not ready again')
  await comptoir.remove()
})

test('SIGTERM while it is still starting leaves nothing running', async () => {
  const data = join(folder, 'early')
  const node = spawnMain({ PORT: '0', COMPTOIR_DATA: data })
  const pidFile = join(data, 'postgres/cluster/postmaster.pid')
  const deadline = performance.now() + 30_000
  while (!existsSync(pidFile)) {
    assert.ok(performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  node.kill('SIGTERM')
  await once(node, 'exit')
  assert.equal(await hasEnded(postmaster, { withinMs: 5000 }), true)
})

test('whoever launched it is gone: it stops', async () => {
  const launcher = spawn('sleep', ['60'])
  const comptoir = await startComptoir({ flags: [`--launched-by=${launcher.pid}`] })
  launcher.kill('SIGKILL')
  assert.equal(await hasEnded(comptoir.pid, { withinMs: 5000 }), true)
  await comptoir.remove()
})
