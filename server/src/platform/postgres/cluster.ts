import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, lchown, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartRefusal } from '../config/start-refusal.ts'
import { canReach, commandFor, type Identity, openFolder, type Way } from './way.ts'

/** The role that owns everything. It needs no password: its socket lies in a folder that nobody else may enter. */
export const ownerRole = 'comptoir'

/**
 * Gives the folder of a complete cluster below `folder`, which exists, making one when there is none.
 *
 * `initdb` works in a side folder that is renamed when it has finished: a start killed in the middle leaves nothing
 * that looks like a database, and the next one begins afresh. The side folder's name is used once, for the `initdb` of
 * a killed start may still be at work, and clears its folder away when it fails.
 */
export async function prepareCluster(folder: string, way: Way, say: (line: string) => void): Promise<string> {
  if (way.runAs) await chmod(folder, 0o711)
  const cluster = readNote(folder) ?? placeFor(folder, way, say)
  if (!existsSync(cluster)) {
    say('Making the database …')
    await makeCluster(cluster, way)
    if (dirname(cluster) !== folder) await writeFile(noteIn(folder), `${cluster}\n`)
  }
  refuseOtherVersion(cluster, way)
  return cluster
}

const noteIn = (folder: string) => join(folder, 'cluster-is-elsewhere')

/** Where the database is when it could not be put into its usual place. */
function readNote(folder: string): string | null {
  if (!existsSync(noteIn(folder))) return null
  const place = readFileSync(noteIn(folder), 'utf8').trim()
  if (existsSync(place)) return place
  // Fail closed: beginning with an empty database would look as if everything had been deleted.
  throw new StartRefusal('postgres.failed', {
    message: `The database is kept in ${place}, says ${noteIn(folder)}, and there is nothing.`,
    remedy: `Bring ${place} back. To begin with an empty database, delete ${noteIn(folder)}.`,
  })
}

/** `<folder>/cluster`, unless PostgreSQL has to run as a user who may not pass the folders above. */
function placeFor(folder: string, way: Way, say: (line: string) => void): string {
  const usual = join(folder, 'cluster')
  if (!way.runAs || canReach(way, folder)) return usual
  const who = `user ${way.runAs.uid}, as whom PostgreSQL has to run here,`
  if (existsSync(usual)) {
    throw new StartRefusal('postgres.failed', {
      message: `The database is in ${usual}, and ${who} may not enter that folder.`,
      remedy: 'Let others pass the folders above it (chmod o+x), or move the data where they can (COMPTOIR_DATA).',
    })
  }
  const elsewhere = join(openFolder, `cluster-${randomUUID()}`)
  say(`The database is kept in ${elsewhere}: ${who} may not enter ${folder}.`)
  return elsewhere
}

async function makeCluster(cluster: string, way: Way): Promise<void> {
  const side = `${cluster}.${randomUUID()}.new`
  await mkdir(dirname(side), { recursive: true, mode: 0o755 })
  await sweep(cluster)
  await mkdir(side, { mode: 0o700 })
  await chown(side, way.owner.uid, way.owner.gid)
  await runInitdb(side, way)
  await rename(side, cluster)
  await syncFolder(dirname(cluster))
}

/** Clears away what killed starts left. What cannot go yet goes the next time. */
async function sweep(cluster: string): Promise<void> {
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.`)) continue
    await rm(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
  }
}

async function runInitdb(folder: string, way: Way): Promise<void> {
  // The locale comes with PostgreSQL, so that text sorts the same on every machine and after its upgrades.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = ['-D', folder, '-U', ownerRole, '--auth=trust', '--no-instructions', ...locale]
  const { program, args: words, options } = commandFor(way, 'initdb', args)
  try {
    await promisify(execFile)(program, words, options)
  } catch (error) {
    throw new StartRefusal('postgres.failed', {
      message: `The database could not be made in ${folder}.\n${error instanceof Error ? error.message : error}`,
      remedy: 'See the words of initdb above: a full disk and a folder without rights are the usual causes.',
      cause: error,
    })
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}

function refuseOtherVersion(cluster: string, way: Way): void {
  const version = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'))
  if (version === way.major) return
  throw new StartRefusal('postgres.other-version', {
    message: `The database in ${cluster} was written by PostgreSQL ${version}; this Comptoir brings PostgreSQL ${way.major}.`,
    remedy: 'Start the Comptoir that wrote it. Its data has to be carried over; nothing has been changed.',
  })
}

/**
 * A cluster made in one way may be run in another, and PostgreSQL insists on owning it. Only while it is not running.
 * The top folder comes last: as long as it has the old owner, the work is not done.
 */
export async function giveTo(owner: Identity, cluster: string): Promise<void> {
  if ((await stat(cluster)).uid === owner.uid) return
  try {
    for (const entry of await readdir(cluster, { recursive: true })) {
      await lchown(join(cluster, entry), owner.uid, owner.gid)
    }
    await chown(cluster, owner.uid, owner.gid)
  } catch (error) {
    throw new StartRefusal('data-folder.not-writable', {
      message: `The database in ${cluster} belongs to another user of this machine.`,
      remedy: 'Start as the user who made it, or change its owner (chown -R).',
      cause: error,
    })
  }
}
