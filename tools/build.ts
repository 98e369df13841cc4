/**
 * Builds console and widget into `<room>/dist`, each only when something it is made of has changed.
 *
 * A build goes to a side folder and is renamed into place with a stamp (the hash of all its sources) inside, so that a
 * killed build leaves the last good one, and a finished one is known by looking at one small file.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withLock } from './lock.mjs'

interface Room {
  name: 'console' | 'widget'
  /** Folders and files whose content decides what the build gives. */
  sources: string[]
}

const shared = ['contract', 'words', 'client', 'package-lock.json', 'tools/build.ts', 'tools/compressed.ts']

export const rooms: Room[] = [
  { name: 'console', sources: ['console', ...shared] },
  { name: 'widget', sources: ['widget', ...shared] },
]

const stampName = '.comptoir-build'

/** @returns names of the rooms that were built; none when everything was up to date */
export async function build(root: string, say: (line: string) => void): Promise<string[]> {
  if (rooms.every((room) => isUpToDate(root, room))) return []
  const tellWait = ({ pid }: { pid: number }) => say(`Waiting for another build in this folder (process ${pid}) …`)
  return withLock(join(root, '.cache', 'build.lock'), tellWait, async () => {
    const built: string[] = []
    for (const room of rooms) {
      if (isUpToDate(root, room)) continue
      say(`Building the ${room.name} …`)
      const started = performance.now()
      await buildRoom(root, room)
      say(`Built the ${room.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
      built.push(room.name)
    }
    return built
  })
}

async function buildRoom(root: string, room: Room): Promise<void> {
  const stamp = stampOf(root, room) // Before building: what changes meanwhile makes the next start build again.
  const side = join(root, '.cache', 'build', room.name)
  const target = join(root, room.name, 'dist')
  await rm(side, { recursive: true, force: true })
  await mkdir(dirname(side), { recursive: true })
  const vite = await import('vite')
  await vite.build({
    configFile: join(root, room.name, 'vite.config.ts'),
    root: join(root, room.name),
    logLevel: 'warn',
    build: { outDir: side, emptyOutDir: true },
  })
  await writeFile(join(side, stampName), stamp)
  await rm(`${side}.old`, { recursive: true, force: true })
  if (existsSync(target)) await rename(target, `${side}.old`)
  await rename(side, target)
  await rm(`${side}.old`, { recursive: true, force: true })
}

function isUpToDate(root: string, room: Room): boolean {
  const stampFile = join(root, room.name, 'dist', stampName)
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(root, room)
}

export function stampOf(root: string, room: Room): string {
  const hash = createHash('sha256')
  for (const file of room.sources.flatMap((source) => filesIn(root, source)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Tests and earlier output are no part of what is built. */
function filesIn(root: string, path: string): string[] {
  if (/(^|\/)(dist|node_modules)$|\.test\.tsx?$/.test(path)) return []
  const isFolder = statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()
  return isFolder ? readdirSync(join(root, path)).flatMap((entry) => filesIn(root, `${path}/${entry}`)) : [path]
}

if (import.meta.main) {
  const root = dirname(import.meta.dirname)
  await build(root, (line) => process.stderr.write(`${line}\n`))
}
