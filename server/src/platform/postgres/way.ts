import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../config/start-refusal.ts'

/** An identity on this machine, as numbers. */
export interface Identity {
  uid: number
  gid: number
}

export type WayName = 'directly' | 'in a user namespace' | 'as an unprivileged user'

/** What it takes to start one of PostgreSQL's programs. */
interface Launch {
  /** Folder with `bin`, `lib` and `share`. */
  binaries: string
  /** Words before the program: `unshare …`. */
  prefix: string[]
  /** The identity the program is started with, when it is not ours. */
  runAs: Identity | null
}

/** How PostgreSQL is started here. It refuses to run as root, so root needs a way around. */
export interface Way extends Launch {
  name: WayName
  /** Whom the database's files must belong to, seen from here. */
  owner: Identity
  /** The major version of these programs. */
  major: number
}

/** Where things are kept that an unprivileged user must reach while our own folder is closed to it. */
export const openFolder = '/var/lib/comptoir'

/**
 * Finds the first way that works here, by trying each for real: an ordinary user directly; root in a user namespace
 * (files stay root's, also below a closed home); root, where namespaces are forbidden, as `nobody`.
 */
export function chooseWay(binaries: string, names: WayName[] = waysHere()): Way {
  const faults: string[] = []
  for (const name of names) {
    const found = tryWay(name, binaries)
    if (typeof found !== 'string') return found
    faults.push(`${name}: ${found}`)
  }
  throw new StartRefusal('postgres.unsupported-here', {
    message: `The PostgreSQL that Comptoir brings along does not run on this machine.\n  ${faults.join('\n  ')}`,
    remedy: 'Set DATABASE_URL to a PostgreSQL server, 15 or newer: postgres://user:password@host:5432/comptoir',
  })
}

function waysHere(): WayName[] {
  return process.getuid?.() === 0 ? ['in a user namespace', 'as an unprivileged user'] : ['directly']
}

/** @returns the way, or what went wrong */
function tryWay(name: WayName, binaries: string): Way | string {
  const launch = launchFor(name, binaries)
  const isClosed = launch.runAs !== null && !canReach(launch, binaries)
  const reachable = isClosed ? { ...launch, binaries: copyToOpenFolder(binaries) } : launch
  const { program, args, options } = commandFor(reachable, 'postgres', ['--version'])
  const { status, stdout, stderr, error } = spawnSync(program, args, { ...options, encoding: 'utf8' })
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1]
  if (status !== 0 || !major) return (stderr || error?.message || `ended with ${status}`).trim()
  return { ...reachable, name, major: Number(major) }
}

function launchFor(name: WayName, binaries: string): Launch & Pick<Way, 'owner'> {
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (name === 'directly') return { binaries, prefix: [], runAs: null, owner: own }
  const nobody = identityOf('nobody')
  if (name === 'as an unprivileged user') return { binaries, prefix: [], runAs: nobody, owner: nobody }
  const mapping = [`--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`]
  return { binaries, prefix: ['unshare', '--user', ...mapping], runAs: null, owner: own }
}

/** PostgreSQL asks for its user's name, so it must be one that the machine knows. */
function identityOf(user: string): Identity {
  const ask = (option: string) => Number(spawnSync('id', [option, user], { encoding: 'utf8' }).stdout || 65534)
  return { uid: ask('-u'), gid: ask('-g') }
}

/** A program of PostgreSQL's as this way starts it. The environment is ours alone: a stray PG… variable would be obeyed. */
export function commandFor(
  way: Launch,
  program: 'postgres' | 'initdb',
  args: string[],
  more: Record<string, string> = {},
) {
  const words = [...way.prefix, join(way.binaries, 'bin', program), ...args]
  return {
    program: words[0] ?? program,
    args: words.slice(1),
    // The working folder must be one that any user can enter.
    options: { cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', ...more }, ...way.runAs },
  }
}

/** Whether the identity this way runs as can enter a folder; every folder above must let it pass. */
export function canReach(way: Launch, folder: string): boolean {
  const as = way.runAs ?? {}
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...as, cwd: '/', stdio: 'ignore' }).status === 0
}

/** One copy for each version, made aside and renamed so that it is whole or absent. */
function copyToOpenFolder(binaries: string): string {
  const { version } = JSON.parse(readFileSync(join(binaries, '..', 'package.json'), 'utf8'))
  const target = join(openFolder, `postgres-${version}-${process.arch}`)
  if (existsSync(target)) return target
  const side = `${target}.${process.pid}`
  mkdirSync(openFolder, { recursive: true })
  chmodSync(openFolder, 0o755)
  cpSync(binaries, side, { recursive: true, verbatimSymlinks: true })
  renameSync(side, target)
  return target
}
