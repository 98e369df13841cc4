import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isStartRefusal } from '../../testing/is-start-refusal.ts'
import { alsoRemove, cleanUp, freshFolder, holdIn, query, startIn } from '../../testing/try-postgres.ts'
import { hasEnded } from '../processes.ts'

after(cleanUp)

const isRoot = process.getuid?.() === 0
const hasNamespaces = spawnSync('unshare', ['--user', '--map-user=65534', 'true']).status === 0

test('an ordinary user starts PostgreSQL directly', async () => {
  const folder = freshFolder()
  // Root becomes an ordinary user for whom root's files are their own.
  const asUser = isRoot && hasNamespaces ? ['unshare', '--user', '--map-user=65534', '--map-group=65534'] : []
  if (isRoot && !hasNamespaces)
    return assert.rejects(startIn(folder, ['directly']), isStartRefusal('postgres.failed', /root/))
  const { node, connection, pid } = await holdIn(folder, asUser)
  assert.equal((await query(connection, 'select 1 as one')).length, 1)
  node.kill('SIGKILL')
  assert.equal(await hasEnded(pid, { withinMs: 15_000 }), true)
})

test('root starts PostgreSQL in a user namespace, below a home closed to others, and the files stay root’s', async () => {
  const folder = freshFolder(homedir())
  const started = startIn(folder, ['in a user namespace'])
  if (!hasNamespaces) return assert.rejects(started, isStartRefusal('postgres.unsupported-here', /user namespace/))
  const { postgres } = await started
  assert.equal((await query(postgres.connection, 'select 1 as one')).length, 1)
  assert.equal(statSync(join(folder, 'cluster', 'PG_VERSION')).uid, process.getuid?.())
  await postgres.stop()
})

test('root without user namespaces starts PostgreSQL as an unprivileged user', async () => {
  const folder = freshFolder()
  if (!isRoot)
    return assert.rejects(
      startIn(folder, ['as an unprivileged user']),
      isStartRefusal('postgres.unsupported-here', /unprivileged/),
    )
  chmodSync(folder, 0o711)
  const { postgres } = await startIn(folder, ['as an unprivileged user'])
  await query(postgres.connection, "create table words as select 'kept' as word")
  assert.notEqual(statSync(join(folder, 'cluster')).uid, 0)
  await postgres.stop()

  // The same data on a machine that does have namespaces: the owner is changed back.
  if (!hasNamespaces) return
  const { postgres: next } = await startIn(folder, ['in a user namespace'])
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
      isStartRefusal('postgres.unsupported-here', /unprivileged/),
    )
  const closed = join(folder, 'postgres')
  const { postgres: first, said } = await startIn(closed, ['as an unprivileged user'])
  const place = readFileSync(join(closed, 'cluster-is-elsewhere'), 'utf8').trim()
  alsoRemove(place)
  assert.match(said.join('\n'), new RegExp(`kept in ${place}`))
  await query(first.connection, "create table words as select 'kept' as word")
  await first.stop()

  const { postgres: second } = await startIn(closed, ['as an unprivileged user'])
  assert.deepEqual(await query(second.connection, 'select word from words'), [{ word: 'kept' }])
  await second.stop()

  rmSync(place, { recursive: true })
  await assert.rejects(
    startIn(closed, ['as an unprivileged user']),
    isStartRefusal('postgres.failed', /there is nothing/),
  )
})
