import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isStartRefusal } from '../../testing/is-start-refusal.ts'
import { lockDataFolder } from './lock-data-folder.ts'

const holder = join(import.meta.dirname, '../../testing/hold-data-folder.ts')
const folders: string[] = []

const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-test-'))
  folders.push(folder)
  return folder
}

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Another process that has the folder. */
async function holdIn(folder: string) {
  const node = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(node.stdout, 'data')
  return node
}

test('a folder that is missing is made, and is one Comptoir’s alone until released', async () => {
  const path = join(freshFolder(), 'deep', 'data')
  const first = await lockDataFolder(path)
  await assert.rejects(
    lockDataFolder(path, { waitMs: 0 }),
    isStartRefusal('data-folder.in-use', /used by another Comptoir/),
  )
  writeFileSync(join(path, 'letter'), 'kept')
  first.release()
  ;(await lockDataFolder(path, { waitMs: 0 })).release()
  assert.deepEqual(readdirSync(path).sort(), ['comptoir.lock', 'letter'])
})

test('a folder that was made and never used is gone after release', async () => {
  const path = join(freshFolder(), 'data')
  ;(await lockDataFolder(path)).release()
  assert.equal(existsSync(path), false)
})

test('a folder used by another process is refused with that process’s id, and free once it was killed with kill -9', async () => {
  const folder = freshFolder()
  const node = await holdIn(folder)
  const refused = lockDataFolder(folder, { waitMs: 0 })
  await assert.rejects(refused, isStartRefusal('data-folder.in-use', new RegExp(`process ${node.pid}`)))

  node.kill('SIGKILL')
  await once(node, 'exit')
  ;(await lockDataFolder(folder, { waitMs: 0 })).release()
})

test('a Comptoir that is stopping is waited for', async () => {
  const folder = freshFolder()
  const node = await holdIn(folder)
  setTimeout(() => node.kill('SIGKILL'), 300)
  ;(await lockDataFolder(folder)).release()
})

test('a path that is a file is refused, and left as it is', async () => {
  const file = join(freshFolder(), 'data')
  writeFileSync(file, 'a letter')
  await assert.rejects(lockDataFolder(file), isStartRefusal('data-folder.not-writable', new RegExp(file)))
})

test('a folder without the right to write is refused, and nothing is written', async () => {
  const data = join(freshFolder(), 'data')
  mkdirSync(data, { mode: 0o500 })
  // Root may write everywhere, but not into the kernel's own folder.
  const closed = process.getuid?.() === 0 ? '/proc/comptoir' : data
  await assert.rejects(lockDataFolder(closed), isStartRefusal('data-folder.not-writable', new RegExp(closed)))
  assert.equal(existsSync(join(closed, 'comptoir.lock')), false)
})
