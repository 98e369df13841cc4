import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefusal } from '../config/start-refusal.ts'
import { commandOf, hasEnded, isRunning, signal } from '../processes.ts'
import { commandFor, type Way } from './way.ts'

/** PostgreSQL's main process, as it tells of itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number
  status: 'starting' | 'ready' | 'stopping'
  socketFolder: string
}

const pollMs = 10
const tellEveryMs = 5000
/** How long the processes of a crashed server may take to notice it; until then a new one declines. */
const retryStartForMs = 15_000
const keptLogBytes = 10_000_000

/** @returns the living postmaster of this cluster, whoever started it, or null */
export function findPostmaster(cluster: string): Postmaster | null {
  const lines = readPidFile(cluster)
  const pid = Number(lines[0])
  if (!pid || !isPostmasterOf(cluster, pid)) return null
  const status = lines[7]?.trim()
  const known = status === 'ready' || status === 'stopping' ? status : 'starting'
  return { pid, status: known, socketFolder: lines[4] ?? '' }
}

function readPidFile(cluster: string): string[] {
  const file = join(cluster, 'postmaster.pid')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}

/** An id in a left-over file may meanwhile be another program's. */
function isPostmasterOf(cluster: string, pid: number): boolean {
  return isRunning(pid) && commandOf(pid).includes(`-D ${cluster} `)
}

interface Start {
  cluster: string
  /** Nobody else listens there: this cluster has no living postmaster. */
  socketFolder: string
  way: Way
  settings: Record<string, string>
  logFile: string
  say: (line: string) => void
  /** Called at once with each process that is started, before it is ready: from here on it must not be left behind. */
  onLaunched: (pid: number) => void
}

/** Starts a postmaster and waits until it is ready, however long it has to repair after a crash. */
export async function startPostmaster(start: Start): Promise<Postmaster> {
  const deadline = performance.now() + retryStartForMs
  while (true) {
    setLogAside(start.logFile)
    const logStart = sizeOf(start.logFile)
    const pid = launch(start)
    start.onLaunched(pid)
    const ready = await untilReady(start.cluster, pid, start.say)
    if (ready) return ready
    const words = readFileSync(start.logFile, 'utf8').slice(logStart).trim()
    const isCrowded = words.includes('pre-existing shared memory block')
    if (!isCrowded || performance.now() > deadline) throw failed(words, start.logFile)
    for (const orphan of orphansIn(start.cluster)) signal(orphan, 'SIGQUIT')
    await pause(10 * pollMs)
  }
}

/**
 * What is left of a server whose postmaster was killed: each goes on with its statement before it notices, and no new
 * server may start before. They are known by their working folder, which is the cluster.
 */
function orphansIn(cluster: string): number[] {
  if (process.platform !== 'linux') return [] // They end by themselves, if later.
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && folderOf(pid) === cluster)
}

function folderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return '' // It ended, or is not ours.
  }
}

function launch({ cluster, socketFolder, way, settings, logFile }: Start): number {
  // A list to PostgreSQL: quoted, a comma in the path stays one.
  const unix_socket_directories = `"${socketFolder.replaceAll('"', '""')}"`
  const options = Object.entries({ ...settings, unix_socket_directories }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const { program, args, options: how } = commandFor(way, 'postgres', ['-D', cluster, ...options], ignoring(cluster))
  // The socket's own lock knows processes by their id alone, and takes a zombie for the living.
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(socketFolder, name), { force: true })
  const log = openSync(logFile, 'a', 0o600)
  // A session of its own: a Ctrl-C in our terminal is not meant for it, we stop it after our own work.
  const child = spawn(program, args, { ...how, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.on('error', () => {}) // Without an id there is no process: told below.
  child.unref()
  if (child.pid) return child.pid
  throw failed(`${program} could not be started`, logFile)
}

/**
 * PostgreSQL declines to start while the process named in a left-over `postmaster.pid` lives. When that id has become
 * another program's (after a restarted container, nearly always), this variable tells it to look past it; its other
 * guard, the shared memory of a server that still runs, stays.
 */
function ignoring(cluster: string): Record<string, string> {
  const pid = Number(readPidFile(cluster)[0])
  return pid && !isPostmasterOf(cluster, pid) ? { PG_GRANDPARENT_PID: String(pid) } : {}
}

function setLogAside(file: string): void {
  if (sizeOf(file) > keptLogBytes) renameSync(file, `${file}.old`)
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** @returns null when the process ended without having got ready */
export async function untilReady(
  cluster: string,
  pid: number,
  say: (line: string) => void,
): Promise<Postmaster | null> {
  let tellAt = performance.now() + tellEveryMs
  while (isRunning(pid)) {
    const found = findPostmaster(cluster)
    if (found?.pid === pid && found.status === 'ready') return found
    if (performance.now() > tellAt) {
      say('The database is still starting: it checks what was written before it was last ended …')
      tellAt += tellEveryMs
    }
    await pause(pollMs)
  }
  return null
}

function failed(words: string, logFile: string): StartRefusal {
  return new StartRefusal('postgres.failed', {
    message: `PostgreSQL did not start:\n${words.split('\n').slice(-8).join('\n').replace(/^/gm, '  ')}`,
    remedy: `See ${logFile}. A full disk and a changed owner of ${dirname(logFile)} are the usual causes.`,
  })
}

/**
 * Ends a postmaster: transactions under way are rolled back, everything committed is written down. One that does not
 * manage in time is cut off, which loses nothing either: it repairs from its log at the next start.
 */
export async function endPostmaster(pid: number, { withinMs }: { withinMs: number }): Promise<void> {
  signal(pid, 'SIGINT')
  if (await hasEnded(pid, { withinMs })) return
  signal(pid, 'SIGQUIT')
  if (await hasEnded(pid, { withinMs: 5000 })) return
  signal(pid, 'SIGKILL')
  await hasEnded(pid, { withinMs: 1000 })
}
