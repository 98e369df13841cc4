import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { hasEnded, isRunning } from '../processes.ts'
import { findBinaries } from './binaries.ts'
import { giveTo, ownerRole, prepareCluster } from './cluster.ts'
import { endPostmaster, findPostmaster, type Postmaster, startPostmaster, untilReady } from './postmaster.ts'
import { serverSettings } from './server-settings.ts'
import { socketFolderFor } from './socket-folder.ts'
import { awaitEarlierWatcher, type Watcher, watchOver } from './watcher.ts'
import { chooseWay, type Way, type WayName } from './way.ts'

const databaseName = 'comptoir'
const pulseMs = 500
/** Comptoir as a whole is to stop within five seconds. */
const stopWithinMs = 3500

export interface EmbeddedPostgres {
  /** How to reach it, for `pg`: by its socket only. */
  connection: { host: string; port: number; user: string; database: string }
  /** The postmaster's process id; another one after PostgreSQL was killed and started again. */
  readonly pid: number
  /** Ends PostgreSQL, within four seconds or so. Nothing committed is lost in any case. */
  stop(): Promise<void>
}

interface Wish {
  /** A folder of its own; made when missing. Only one process may use it at a time: hold the data folder's lock. */
  folder: string
  log: { info(line: string): void; warn(line: string): void }
  /** PostgreSQL settings that differ from the usual ones. */
  settings?: Record<string, string>
  /** Ways to try, in this order, instead of those fit for whoever runs us. */
  ways?: WayName[]
}

/**
 * Starts the PostgreSQL that Comptoir brings along, and keeps it running until `stop()`.
 *
 * It ends with this process, however that ends. One that is found running is taken over, one that is just stopping is
 * waited for, one that gets killed is started again.
 *
 * @throws StartRefusal postgres.unsupported-here | postgres.other-version | postgres.failed | data-folder.not-writable
 */
export async function startEmbeddedPostgres(wish: Wish): Promise<EmbeddedPostgres> {
  const { log } = wish
  mkdirSync(wish.folder, { recursive: true })
  const folder = realpathSync(wish.folder)
  const way = chooseWay(findBinaries(), wish.ways)
  await awaitEarlierWatcher(folder)
  const cluster = await prepareCluster(folder, way, log.info)
  let watcher: Watcher | undefined
  const watch = (pid: number) => {
    watcher?.end()
    watcher = watchOver(pid, { cluster, folder })
  }
  const start = () => startIn({ folder, cluster, way, wish, watch })

  let postmaster = (await adopt(cluster, { watch, say: log.info })) ?? (await start())
  const connection = { host: postmaster.socketFolder, port: 5432, user: ownerRole, database: databaseName }
  await makeDatabase(connection)

  let reviving: Promise<void> | null = null
  const revive = async () => {
    log.warn(`PostgreSQL (process ${postmaster.pid}) has ended by itself or was killed; starting it again.`)
    postmaster = await start()
  }
  const pulse = setInterval(() => {
    if (reviving || isRunning(postmaster.pid)) return
    reviving = revive()
      .catch((error) => log.warn(String(error)))
      .finally(() => {
        reviving = null
      })
  }, pulseMs)
  pulse.unref()

  return {
    connection,
    get pid() {
      return postmaster.pid
    },
    async stop() {
      clearInterval(pulse)
      await reviving
      watcher?.end()
      await endPostmaster(postmaster.pid, { withinMs: stopWithinMs })
    },
  }
}

/** The server an earlier Comptoir left behind, if it is to stay; one that is ending is waited for. */
async function adopt(cluster: string, { watch, say }: Pick<Start, 'watch'> & { say: (line: string) => void }) {
  const found = findPostmaster(cluster)
  if (!found) return null
  if (found.status !== 'stopping') {
    watch(found.pid)
    return untilReady(cluster, found.pid, say)
  }
  const ended = await hasEnded(found.pid, { withinMs: stopWithinMs })
  if (!ended) await endPostmaster(found.pid, { withinMs: stopWithinMs })
  return null
}

interface Start {
  folder: string
  cluster: string
  way: Way
  wish: Wish
  /** Sees to it that a process of PostgreSQL's ends with ours. */
  watch: (pid: number) => void
}

async function startIn({ folder, cluster, way, wish, watch }: Start): Promise<Postmaster> {
  await giveTo(way.owner, cluster)
  const socketFolder = socketFolderFor(cluster, way.owner)
  const settings = { ...serverSettings, ...wish.settings }
  return startPostmaster({
    cluster,
    socketFolder,
    way,
    settings,
    logFile: join(folder, 'postgres.log'),
    say: wish.log.info,
    onLaunched: watch,
  })
}

/** A first start ends with a database; one killed before that is made up for here. */
async function makeDatabase(connection: EmbeddedPostgres['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}
