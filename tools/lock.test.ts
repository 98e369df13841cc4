import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { withLock } from './lock.mjs'

const folder = mkdtempSync(join(tmpdir(), 'comptoir-lock-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const lockModule = JSON.stringify(join(import.meta.dirname, 'lock.mjs'))

/** Another process that takes the lock, and keeps it until it is killed. */
async function holdElsewhere(file: string, work = ''): Promise<ChildProcess> {
  const script = `import { withLock } from ${lockModule}
    await withLock(${JSON.stringify(file)}, () => {}, async (alsoHeldBy) => {
      ${work}
      console.log('held')
      await new Promise(() => setInterval(() => {}, 1000))
    })`
  const node = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(node.stdout, 'data')
  return node
}

test('one at a time, in one process and in several', async () => {
  const file = join(folder, 'counted')
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await pause(20)
    inside -= 1
  }
  await Promise.all(Array.from({ length: 5 }, () => withLock(file, () => {}, work)))
  assert.equal(most, 1)
  assert.equal(existsSync(file), false)
})

test('a holder is waited for, and named', async () => {
  const file = join(folder, 'waited')
  const other = await holdElsewhere(file)
  const waitedFor: number[] = []
  setTimeout(() => other.kill('SIGKILL'), 400)
  const began = performance.now()
  await withLock(
    file,
    ({ pid }) => waitedFor.push(pid),
    async () => {},
  )
  assert.ok(performance.now() - began > 300)
  assert.deepEqual(waitedFor, [other.pid])
})

test('a process that a killed holder left at work is waited for as well', async () => {
  const file = join(folder, 'left')
  const leave = "const { spawn } = await import('node:child_process'); alsoHeldBy(spawn('sleep', ['1']).pid)"
  const other = await holdElsewhere(file, leave)
  other.kill('SIGKILL')
  await once(other, 'exit')
  const began = performance.now()
  await withLock(
    file,
    () => {},
    async () => {},
  )
  assert.ok(performance.now() - began > 500)
})

test('a lock whose process id is another program’s by now is no lock', async () => {
  const file = join(folder, 'stale')
  writeFileSync(file, JSON.stringify([{ pid: process.pid, startedAt: '1' }]))
  await withLock(
    file,
    () => assert.fail('it waited'),
    async () => {},
  )
})

test('a failure gives the lock back', async () => {
  const file = join(folder, 'failed')
  await assert.rejects(
    withLock(
      file,
      () => {},
      () => Promise.reject(new Error('no')),
    ),
    /no/,
  )
  assert.equal(existsSync(file), false)
})
