import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Held } from '../../testing/hold-postgres.ts'
import { StartRefusal } from '../config/start-refusal.ts'
import { hasEnded, isRunning } from '../processes.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import type { WayName } from './way.ts'

const holder = join(import.meta.dirname, '../../testing/hold-postgres.ts')
const isRoot = process.getuid?.() === 0
const hasNamespaces = spawnSync('unshare', ['--user', '--map-user=65534', 'true']).status === 0
const folders: string[] = []
const children: ChildProcess[] = []

const freshFolder = (parent = tmpdir()): string => {
  const folder = mkdtempSync(join(parent, '.comptoir-test-'))
  folders.push(folder)
  return folder
}

after(async () => {
  for (const child of children) child.kill('SIGKILL')
  await pause(500) // The watchers stop their servers.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function startIn(folder: string, ways?: WayName[]) {
  const said: string[] = []
  const log = { info: (line: string) => said.push(line), warn: (line: string) => said.push(line) }
  return { said, ...spread(await startEmbeddedPostgres({ folder, log, ways })) }
}

/** Keeps `pid` a question asked each time. */
const spread = (postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>) => ({
  connection: postgres.connection,
  pid: () => postgres.pid,
  stop: () => postgres.stop(),
})

/** Another Node that starts PostgreSQL and can be killed. */
async function holdIn(folder: string, before: string[] = []): Promise<Held & { node: ChildProcess }> {
  const [command = '', ...args] = [...before, process.execPath, holder, folder]
  const node = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(node)
  const [line] = await once(createInterface({ input: node.stdout }), 'line')
  return { ...JSON.parse(line), node }
}

async function query(connection: pg.ClientConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {}) // These tests kill the server.
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('a first start makes the database, a second one finds what was written and is quick', async () => {
  const folder = freshFolder()
  const first = await startIn(folder)
  await query(first.connection, "create table words as select 'kept' as word")
  await first.stop()
  assert.equal(isRunning(first.pid()), false)

  const began = performance.now()
  const second = await startIn(folder)
  assert.ok(performance.now() - began < 3000)
  assert.deepEqual(await query(second.connection, 'select word from words'), [{ word: 'kept' }])
  assert.deepEqual(second.said, [])
  await second.stop()
})

test('the database is durable and reached by its socket only', async () => {
  const postgres = await startIn(freshFolder())
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

test('Node killed with kill -9: PostgreSQL ends by itself, and everything acknowledged is there at the next start', async () => {
  const folder = freshFolder()
  const { node, connection, pid } = await holdIn(folder)
  await query(connection, 'create table numbers (n int)')
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  let acknowledged = 0
  setTimeout(() => node.kill('SIGKILL'), 300)
  await assert.rejects(async () => {
    while (true) {
      await client.query('insert into numbers values ($1)', [acknowledged])
      acknowledged += 1
    }
  })
  assert.ok(acknowledged > 0)

  const next = await startIn(folder)
  assert.equal(isRunning(pid), false)
  const [row] = await query(next.connection, 'select count(*)::int as count from numbers')
  assert.ok(Number(row?.count) >= acknowledged, `${row?.count} of ${acknowledged} rows`)
  await next.stop()
})

test('PostgreSQL ends within seconds after Node was killed, also when nothing starts again', async () => {
  const { node, pid } = await holdIn(freshFolder())
  assert.equal(isRunning(pid), true)
  node.kill('SIGKILL')
  assert.equal(await hasEnded(pid, { withinMs: 5000 }), true)
})

test('Node and its watcher killed: the living PostgreSQL is taken over, and watched again', async () => {
  const folder = freshFolder()
  const { node, connection, pid } = await holdIn(folder)
  await query(connection, "create table words as select 'kept' as word")
  const watcher = Number(readFileSync(join(folder, 'watcher.pid'), 'utf8'))
  node.kill('SIGKILL')
  process.kill(watcher, 'SIGKILL')
  await once(node, 'exit')

  const next = await holdIn(folder)
  assert.equal(next.pid, pid)
  assert.deepEqual(await query(next.connection, 'select word from words'), [{ word: 'kept' }])
  next.node.kill('SIGKILL')
  assert.equal(await hasEnded(pid, { withinMs: 5000 }), true)
})

test('a killed watcher is replaced', async () => {
  const folder = freshFolder()
  const { node, pid } = await holdIn(folder)
  process.kill(Number(readFileSync(join(folder, 'watcher.pid'), 'utf8')), 'SIGKILL')
  await pause(300)
  node.kill('SIGKILL')
  assert.equal(await hasEnded(pid, { withinMs: 5000 }), true)
})

test('PostgreSQL killed with kill -9 is started again while Comptoir runs, and nothing is lost', async () => {
  const postgres = await startIn(freshFolder())
  await query(postgres.connection, "create table words as select 'kept' as word")
  const killed = postgres.pid()
  process.kill(killed, 'SIGKILL')
  await eventually(async () => {
    assert.notEqual(postgres.pid(), killed)
    assert.deepEqual(await query(postgres.connection, 'select word from words'), [{ word: 'kept' }])
  })
  await postgres.stop()
})

test('everything killed at once, in the middle of writing: the next start works', async () => {
  const folder = freshFolder()
  const { node, connection, pid } = await holdIn(folder)
  await query(connection, 'create table numbers as select generate_series(1, 1000) as n')
  const writing = query(
    connection,
    'begin; insert into numbers select generate_series(1, 1000000); select pg_sleep(60)',
  )
  await eventually(async () => {
    assert.equal((await query(connection, "select from pg_stat_activity where wait_event = 'PgSleep'")).length, 1)
  })
  process.kill(pid, 'SIGKILL')
  node.kill('SIGKILL')
  writing.catch(() => {}) // Its server process goes on sleeping, without a postmaster, until the next start ends it.

  const next = await startIn(folder)
  assert.deepEqual(await query(next.connection, 'select count(*)::int as count from numbers'), [{ count: 1000 }])
  await next.stop()
})

test('a first start killed in the middle is begun afresh', async () => {
  const folder = freshFolder()
  const node = spawn(process.execPath, [holder, folder], { stdio: 'ignore' })
  children.push(node)
  const half = () => readdirSync(folder).find((name) => name.endsWith('.new'))
  await eventually(async () => assert.ok(existsSync(join(folder, half() ?? '', 'global'))))
  node.kill('SIGKILL')
  assert.equal(existsSync(join(folder, 'cluster')), false)

  const next = await startIn(folder)
  assert.equal((await query(next.connection, 'select 1 as one')).length, 1)
  await next.stop()
})

test('Node killed while PostgreSQL is being started leaves none behind', async () => {
  const folder = freshFolder()
  await (await startIn(folder)).stop()
  const log = join(folder, 'postgres.log')
  const before = statSync(log).size
  const node = spawn(process.execPath, [holder, folder], { stdio: 'ignore' })
  children.push(node)
  await eventually(async () => assert.ok(statSync(log).size > before))
  const pid = Number(/\[(\d+)\] LOG: {2}starting/.exec(readFileSync(log, 'utf8').slice(before))?.[1])
  node.kill('SIGKILL')
  assert.equal(await hasEnded(pid, { withinMs: 5000 }), true)
})

test('a left-over postmaster.pid whose id is now another program’s does not keep PostgreSQL from starting', async () => {
  const folder = freshFolder()
  const { node, pid } = await holdIn(folder)
  process.kill(Number(readFileSync(join(folder, 'watcher.pid'), 'utf8')), 'SIGKILL')
  process.kill(pid, 'SIGKILL')
  node.kill('SIGKILL')
  const left = join(folder, 'cluster', 'postmaster.pid')
  const stranger = spawn('sleep', ['60'])
  children.push(stranger)
  writeFileSync(left, readFileSync(left, 'utf8').replace(/^\d+/, String(stranger.pid)))

  const next = await startIn(folder)
  assert.equal((await query(next.connection, 'select 1 as one')).length, 1)
  await next.stop()
  assert.equal(isRunning(stranger.pid ?? 0), true)
})

test('a folder whose path is too long for a socket works', async () => {
  const folder = join(freshFolder(), 'x'.repeat(120), 'postgres')
  const postgres = await startIn(folder)
  assert.ok(postgres.connection.host.length < 100)
  assert.equal(statSync(postgres.connection.host).mode & 0o777, 0o700)
  assert.equal((await query(postgres.connection, 'select 1 as one')).length, 1)
  await postgres.stop()
  rmSync(postgres.connection.host, { recursive: true, force: true })
})

test('a folder with blanks, quotes and commas in its name works', async () => {
  const postgres = await startIn(join(freshFolder(), `Chloé's, "data"`))
  assert.equal((await query(postgres.connection, 'select 1 as one')).length, 1)
  await postgres.stop()
})

test('data of another PostgreSQL version is refused and left as it is', async () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'cluster'))
  writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '17\n')
  await assert.rejects(startIn(folder), isRefusal('postgres.other-version', /written by PostgreSQL 17/))
  assert.equal(readFileSync(join(folder, 'cluster', 'PG_VERSION'), 'utf8'), '17\n')
})

test('a server that cannot start is told with its last words', async () => {
  const folder = freshFolder()
  await (await startIn(folder)).stop()
  rmSync(join(folder, 'cluster', 'global', 'pg_control'))
  await assert.rejects(startIn(folder), isRefusal('postgres.failed', /pg_control/))
})

test('an ordinary user starts PostgreSQL directly', async () => {
  const folder = freshFolder()
  // Root becomes an ordinary user for whom root's files are their own.
  const asUser = isRoot && hasNamespaces ? ['unshare', '--user', '--map-user=65534', '--map-group=65534'] : []
  if (isRoot && !hasNamespaces)
    return assert.rejects(startIn(folder, ['directly']), isRefusal('postgres.failed', /root/))
  const { node, connection, pid } = await holdIn(folder, asUser)
  assert.equal((await query(connection, 'select 1 as one')).length, 1)
  node.kill('SIGKILL')
  assert.equal(await hasEnded(pid, { withinMs: 5000 }), true)
})

test('root starts PostgreSQL in a user namespace, below a home closed to others, and the files stay root’s', async () => {
  const folder = freshFolder(homedir())
  const started = startIn(folder, ['in a user namespace'])
  if (!hasNamespaces) return assert.rejects(started, isRefusal('postgres.unsupported-here', /user namespace/))
  const postgres = await started
  assert.equal((await query(postgres.connection, 'select 1 as one')).length, 1)
  assert.equal(statSync(join(folder, 'cluster', 'PG_VERSION')).uid, process.getuid?.())
  await postgres.stop()
})

test('root without user namespaces starts PostgreSQL as an unprivileged user', async () => {
  const folder = freshFolder()
  if (!isRoot)
    return assert.rejects(
      startIn(folder, ['as an unprivileged user']),
      isRefusal('postgres.unsupported-here', /unprivileged/),
    )
  chmodSync(folder, 0o711)
  const postgres = await startIn(folder, ['as an unprivileged user'])
  await query(postgres.connection, "create table words as select 'kept' as word")
  assert.notEqual(statSync(join(folder, 'cluster')).uid, 0)
  await postgres.stop()

  // The same data on a machine that does have namespaces: the owner is changed back.
  if (!hasNamespaces) return
  const next = await startIn(folder, ['in a user namespace'])
  assert.equal(statSync(join(folder, 'cluster', 'base')).uid, 0)
  assert.deepEqual(await query(next.connection, 'select word from words'), [{ word: 'kept' }])
  await next.stop()
})

test('an unprivileged user who may not enter the folder gets one elsewhere, which is said and found again', async () => {
  const folder = join(freshFolder(homedir()), 'closed')
  mkdirSync(folder, { mode: 0o700 })
  if (!isRoot)
    return assert.rejects(
      startIn(folder, ['as an unprivileged user']),
      isRefusal('postgres.unsupported-here', /unprivileged/),
    )
  const closed = join(folder, 'postgres')
  const first = await startIn(closed, ['as an unprivileged user'])
  const place = readFileSync(join(closed, 'cluster-is-elsewhere'), 'utf8').trim()
  folders.push(place)
  assert.match(first.said.join('\n'), new RegExp(`kept in ${place}`))
  await query(first.connection, "create table words as select 'kept' as word")
  await first.stop()

  const second = await startIn(closed, ['as an unprivileged user'])
  assert.deepEqual(await query(second.connection, 'select word from words'), [{ word: 'kept' }])
  await second.stop()

  rmSync(place, { recursive: true })
  await assert.rejects(startIn(closed, ['as an unprivileged user']), isRefusal('postgres.failed', /there is nothing/))
})

const isRefusal = (code: StartRefusal['code'], words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartRefusal, String(error))
  assert.equal(error.code, code)
  assert.match(error.message, words)
  assert.notEqual(error.remedy, '')
  return true
}

async function eventually(check: () => Promise<void>, withinMs = 10_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (true) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > deadline) throw error
      await pause(20)
    }
  }
}
