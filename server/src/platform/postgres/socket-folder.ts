import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartRefusal } from '../config/start-refusal.ts'
import { codeOf } from '../processes.ts'
import type { Identity } from './way.ts'

/** Room for a socket's path in `sockaddr_un`, without its closing zero: 108 bytes on Linux, 104 on macOS. */
const longestSocketPath = process.platform === 'darwin' ? 103 : 107

/**
 * The folder of PostgreSQL's socket: the cluster itself, which only its owner may enter. Where that path is too long
 * for a socket, a folder of our own in the temporary folder, named after the cluster's path.
 */
export function socketFolderFor(cluster: string, owner: Identity): string {
  if (fits(cluster)) return cluster
  const name = `comptoir-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
  const folder = [tmpdir(), '/tmp'].map((parent) => join(parent, name)).find(fits) ?? join('/tmp', name)
  makePrivate(folder, owner)
  return folder
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longestSocketPath
}

/** Anybody may have made a folder of that name before us: it is used only if it is ours and closed to all others. */
function makePrivate(folder: string, owner: Identity): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
    chownSync(folder, owner.uid, owner.gid)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const { uid, mode } = lstatSync(folder)
  const isOurs = uid === owner.uid || uid === process.getuid?.()
  const isClosedFolder = (mode & 0o170_777) === 0o040_700
  if (!isOurs || !isClosedFolder) {
    throw new StartRefusal('postgres.failed', {
      message: `${folder} is needed for the database's socket, but belongs to somebody else or is open to others.`,
      remedy: `Remove ${folder}, or give COMPTOIR_DATA a shorter path.`,
    })
  }
  chownSync(folder, owner.uid, owner.gid)
}
