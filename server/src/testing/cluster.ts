import { randomBytes } from 'node:crypto'
import { Socket } from 'node:net'
import pg from 'pg'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts'
import { joinSharedCluster } from './shared-cluster.ts'
import { templateIn } from './template.ts'

/** Where a test's PostgreSQL is; its user may do everything. */
export interface ClusterAddress {
  host: string
  port: number
  user: string
}

/** A database of one test's own. */
export interface FreshDatabase {
  /** For `pg` and everything that takes its settings; the user owns the tables. */
  config: ClusterAddress & { database: string }
  /** The same as one address, as DATABASE_URL has it. */
  connectionString: string
  /** Removes it, cutting connections that are still open. */
  drop(): Promise<void>
}

/** Tests may be quick at the price of safety: what they write is thrown away. */
const testSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
}

export function startTestCluster(folder: string): Promise<EmbeddedPostgres> {
  const log = { info: () => {}, warn: (line: string) => process.stderr.write(`${line}\n`) }
  return startEmbeddedPostgres({ folder, log, settings: testSettings })
}

/** A database with every migration applied and no other rows: a copy, made in some tens of milliseconds. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { address, admin } = await joinCluster()
  template ??= admin((client) => templateIn(client, address))
  return createDatabase(await template)
}

/** A database with nothing in it. */
export const emptyDatabase = (): Promise<FreshDatabase> => createDatabase('template1')

let template: Promise<string> | undefined

async function createDatabase(from: string): Promise<FreshDatabase> {
  const { address, admin } = await joinCluster()
  const database = `test_${process.pid}_${randomBytes(6).toString('hex')}`
  await admin((client) => client.query(`create database ${database} template ${from}`))
  const { host, port, user } = address
  return {
    config: { ...address, database },
    connectionString: `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    async drop() {
      await admin((client) => client.query(`drop database if exists ${database} with (force)`))
    },
  }
}

interface Cluster {
  address: ClusterAddress
  /** Works with a connection that is open as long as this process lives, but does not keep it alive. */
  admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
}

let cluster: Promise<Cluster> | undefined

/** `npm test` starts one cluster and names it in TEST_POSTGRES; a test run by hand finds or starts a shared one. */
function joinCluster(): Promise<Cluster> {
  const named = process.env.TEST_POSTGRES
  cluster ??= named ? connect(JSON.parse(named)) : joinSharedCluster(connect)
  return cluster
}

async function connect(address: ClusterAddress): Promise<Cluster> {
  const socket = new Socket()
  const client = new pg.Client({ ...address, database: 'postgres', stream: () => socket })
  client.on('error', () => {}) // The next query tells.
  await client.connect()
  socket.unref()
  let underWay = 0
  return {
    address,
    async admin(work) {
      underWay += 1
      socket.ref()
      try {
        return await work(client)
      } finally {
        underWay -= 1
        if (underWay === 0) socket.unref()
      }
    },
  }
}
