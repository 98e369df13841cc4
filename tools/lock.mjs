/**
 * One at a time: a lock file that names its holders, for what two commands in one clone must not do at once
 * (installing, building). Plain JavaScript: it runs before anything is installed, on the machine's own Node.
 *
 * A holder is a process id with its start time, so that a lock left by `kill -9` is told from a living one even when
 * the id has been given to another process since. Until every holder named in the file has ended, the lock is held:
 * a killed `npm start` may leave its npm behind, still writing.
 */
import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const pollMs = 200

/**
 * Runs `work` while holding `file`, waiting for another holder first.
 *
 * @param {string} file the lock file; its folder is made
 * @param {(holder: {pid: number}) => void} onWait told once when somebody else holds the lock
 * @param {(alsoHeldBy: (pid: number | undefined) => void) => Promise<T>} work may name child processes as further holders
 * @template T
 */
export async function withLock(file, onWait, work) {
  mkdirSync(dirname(file), { recursive: true })
  const holders = [identityOf(process.pid)]
  let told = false
  while (!take(file, holders)) {
    const holder = livingHolder(file)
    if (!holder) continue
    if (!told) onWait(holder)
    told = true
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  try {
    return await work((pid) => {
      const child = pid === undefined ? null : identityOf(pid)
      if (!child) return
      holders.push(child)
      replace(file, holders)
    })
  } finally {
    rmSync(file, { force: true })
  }
}

/** The file appears with its content or not at all: a link to a finished file, never a file being written. */
function take(file, holders) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holders))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function replace(file, holders) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holders))
  renameSync(draft, file)
}

/** The first living holder; a lock without one is cleared away. */
function livingHolder(file) {
  const content = read(file)
  if (content === null) return null
  const living = JSON.parse(content).find((holder) => isSame(holder, identityOf(holder.pid)))
  if (living) return living
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return null
  }
  // Another waiter may have cleared the stale lock and taken a fresh one between our look and our rename: put it back.
  if (readFileSync(aside, 'utf8') !== content) renameSync(aside, file)
  rmSync(aside, { force: true })
  return null
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

const isSame = (a, b) => b !== null && a.pid === b.pid && a.startedAt === b.startedAt

/** @returns {{pid: number, startedAt: string} | null} null when no such process runs */
function identityOf(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') return null
  }
  if (process.platform !== 'linux') return { pid, startedAt: startByPs(pid) }
  const stat = read(`/proc/${pid}/stat`)
  if (stat === null) return null
  // State is field 3 and start (in clock ticks since boot) field 22; the name, field 2, may hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? null : { pid, startedAt: fields[19] }
}

function startByPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
