import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import {
  alsoKill,
  cleanUp,
  eventually,
  freshFolder,
  holder,
  holdIn,
  query,
  startIn,
} from '../../testing/try-postgres.ts'
import { hasEnded, isRunning } from '../processes.ts'

after(cleanUp)

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

  const { postgres: next } = await startIn(folder)
  assert.equal(isRunning(pid), false)
  const [row] = await query(next.connection, 'select count(*)::int as count from numbers')
  assert.ok(Number(row?.count) >= acknowledged, `${row?.count} of ${acknowledged} rows`)
  await next.stop()
})

test('PostgreSQL ends within seconds after Node was killed, also when nothing starts again', async () => {
  const { node, pid } = await holdIn(freshFolder())
  assert.equal(isRunning(pid), true)
  node.kill('SIGKILL')
  assert.equal(await hasEnded(pid, { withinMs: 15_000 }), true)
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
  assert.equal(await hasEnded(pid, { withinMs: 15_000 }), true)
})

test('a killed watcher is replaced', async () => {
  const folder = freshFolder()
  const { node, pid } = await holdIn(folder)
  process.kill(Number(readFileSync(join(folder, 'watcher.pid'), 'utf8')), 'SIGKILL')
  await pause(300)
  node.kill('SIGKILL')
  assert.equal(await hasEnded(pid, { withinMs: 15_000 }), true)
})

test('PostgreSQL killed with kill -9 is started again while Comptoir runs, and nothing is lost', async () => {
  const { postgres } = await startIn(freshFolder())
  await query(postgres.connection, "create table words as select 'kept' as word")
  const killed = postgres.pid
  process.kill(killed, 'SIGKILL')
  await eventually(async () => {
    assert.notEqual(postgres.pid, killed)
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

  const { postgres: next } = await startIn(folder)
  assert.deepEqual(await query(next.connection, 'select count(*)::int as count from numbers'), [{ count: 1000 }])
  await next.stop()
})

test('a first start killed in the middle is begun afresh', async () => {
  const folder = freshFolder()
  const node = spawn(process.execPath, [holder, folder], { stdio: 'ignore' })
  alsoKill(node)
  const half = () => readdirSync(folder).find((name) => name.endsWith('.new'))
  await eventually(async () => assert.ok(existsSync(join(folder, half() ?? '', 'global'))))
  node.kill('SIGKILL')
  assert.equal(existsSync(join(folder, 'cluster')), false)

  const { postgres: next } = await startIn(folder)
  assert.equal((await query(next.connection, 'select 1 as one')).length, 1)
  await next.stop()
})

test('Node killed while PostgreSQL is being started leaves none behind', async () => {
  const folder = freshFolder()
  await (await startIn(folder)).postgres.stop()
  const log = join(folder, 'postgres.log')
  const before = statSync(log).size
  const node = spawn(process.execPath, [holder, folder], { stdio: 'ignore' })
  alsoKill(node)
  await eventually(async () => assert.ok(statSync(log).size > before))
  const pid = Number(/\[(\d+)\] LOG: {2}starting/.exec(readFileSync(log, 'utf8').slice(before))?.[1])
  node.kill('SIGKILL')
  assert.equal(await hasEnded(pid, { withinMs: 15_000 }), true)
})

test('a left-over postmaster.pid whose id is now another program’s does not keep PostgreSQL from starting', async () => {
  const folder = freshFolder()
  const { node, pid } = await holdIn(folder)
  process.kill(Number(readFileSync(join(folder, 'watcher.pid'), 'utf8')), 'SIGKILL')
  process.kill(pid, 'SIGKILL')
  node.kill('SIGKILL')
  const left = join(folder, 'cluster', 'postmaster.pid')
  const stranger = spawn('sleep', ['60'])
  alsoKill(stranger)
  writeFileSync(left, readFileSync(left, 'utf8').replace(/^\d+/, String(stranger.pid)))

  const { postgres: next } = await startIn(folder)
  assert.equal((await query(next.connection, 'select 1 as one')).length, 1)
  await next.stop()
  assert.equal(isRunning(stranger.pid ?? 0), true)
})
