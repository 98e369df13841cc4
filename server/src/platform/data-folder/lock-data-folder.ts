import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefusal } from '../config/start-refusal.ts'

/** A Comptoir that is just stopping needs up to five seconds; most need a tenth of one. */
const patienceMs = 3000
const pollMs = 50
const lockName = 'comptoir.lock'

/** The one folder with everything a running installation writes, ours until this process ends. */
export interface DataFolder {
  /** Absolute, without links. */
  path: string
  /** Lets another Comptoir in, leaving no trace of ours. Ending the process lets it in too, whatever ended it. */
  release(): void
}

/**
 * Makes the data folder if it is missing, and takes it for this process alone.
 *
 * Node has no file locks, but SQLite, which comes with it, does: the system gives them back when their process dies,
 * also by `kill -9`, and they hold between containers that share a folder, where process ids mean nothing.
 *
 * @throws StartRefusal data-folder.not-writable | data-folder.in-use
 */
export async function lockDataFolder(wanted: string, { waitMs = patienceMs } = {}): Promise<DataFolder> {
  const isNew = !existsSync(wanted)
  const path = openFolder(wanted)
  const deadline = performance.now() + waitMs
  let lock = tryLock(path)
  while (!lock) {
    if (performance.now() > deadline) throw inUse(path)
    await pause(pollMs)
    lock = tryLock(path)
  }
  const held = lock
  writeFileSync(holderFile(path), String(process.pid))
  return {
    path,
    release() {
      rmSync(holderFile(path), { force: true })
      if (isNew) removeIfUnused(path)
      held.close()
    },
  }
}

/** A start that was refused before it wrote anything takes away the folder it has made. */
function removeIfUnused(path: string): void {
  if (readdirSync(path).some((name) => !name.startsWith(lockName))) return
  rmSync(path, { recursive: true })
}

function openFolder(wanted: string): string {
  try {
    makeFolder(resolve(wanted))
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(wanted)
  } catch (error) {
    throw notWritable(resolve(wanted), error)
  }
}

/** Not Node's own `recursive`: on a file system that makes no folders (/proc) it goes round for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

/** @returns the lock, held as long as it is not closed, or null when another process has it */
function tryLock(path: string): DatabaseSync | null {
  const lock = openLock(path)
  try {
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    const busy = 5
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null
    throw notWritable(path, error)
  }
}

function openLock(path: string): DatabaseSync {
  try {
    return new DatabaseSync(join(path, lockName))
  } catch (error) {
    throw notWritable(path, error)
  }
}

const holderFile = (path: string) => join(path, 'comptoir.pid')

function inUse(path: string): StartRefusal {
  return new StartRefusal('data-folder.in-use', {
    message: `The data folder ${path} is used by another Comptoir${holderOf(path)}.`,
    remedy: 'Stop that one first, or give this one a data folder of its own (COMPTOIR_DATA) and another PORT.',
  })
}

/** The lock tells that somebody has it; who, only this note does, which is as good as its last writer. */
function holderOf(path: string): string {
  try {
    return ` (process ${Number(readFileSync(holderFile(path), 'utf8'))})`
  } catch {
    return ''
  }
}

function notWritable(path: string, cause: unknown): StartRefusal {
  const reason = cause instanceof Error ? ` (${cause.message})` : ''
  return new StartRefusal('data-folder.not-writable', {
    message: `Comptoir cannot write into its data folder ${path}${reason}.`,
    remedy:
      'Give the user who starts Comptoir the right to write there (chown, chmod), or name another folder in COMPTOIR_DATA.',
    cause,
  })
}
