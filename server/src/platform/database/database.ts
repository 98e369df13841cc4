import type { Socket } from 'node:net'
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { OrganisationId } from '#contract/ids.ts'
import { refusal } from '../refusal.ts'
import type { Tables } from './tables.ts'

// Counters and positions fit a double for ever; instants stay Dates.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// What a clock on a wall shows is no instant: a Date would read it by the clocks of this process.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, (text: string) => text)

/** The work of one transaction: its queries, and what to do once it is durable. */
export interface Transaction {
  readonly db: Kysely<Tables>
  /**
   * A write that nothing later in the transaction reads: sent together with the commit, in the order given, in one trip.
   * If one fails, nothing is committed and the transaction fails with its error.
   */
  last(write: CompiledQuery): void
  /** Runs after the commit, in the order given; never when the transaction fails. Must not throw. */
  afterCommit(act: () => void): void
}

/** A transaction that sees one organisation's rows and no other. */
export interface OrganisationTransaction extends Transaction {
  readonly organisationId: OrganisationId
}

export interface Database {
  /** Everything about one organisation. Row-level security holds the statement to it. */
  transaction<T>(organisationId: OrganisationId, work: (tx: OrganisationTransaction) => Promise<T>): Promise<T>
  /** Reads of one instant: every query sees the same snapshot. */
  snapshot<T>(organisationId: OrganisationId, work: (tx: OrganisationTransaction) => Promise<T>): Promise<T>
  /** The directory tables, without organisation: any tenant table raises. */
  directory<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** As the tables' owner, past row-level security. Callers are a reviewed list: see proofs/access/walls.db.test.ts. */
  asOwner<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Whether the database answers now. */
  ping(): Promise<boolean>
  close(): Promise<void>
}

export interface DatabaseConfig extends pg.PoolConfig {
  /** Told when an idle connection breaks, which is no fault of any request. */
  onIdleError?(error: Error): void
}

type Context = { organisationId: OrganisationId } | 'directory' | 'owner'

const deadlockOrSerialization = new Set(['40P01', '40001'])
const gone = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
])

export function createDatabase({ onIdleError, ...config }: DatabaseConfig): Database {
  const pool = new pg.Pool({
    max: 16,
    connectionTimeoutMillis: 10_000,
    pipeline: true,
    application_name: 'comptoir',
    ...config,
  })
  // Without a listener the end of the server would end this process too: of an idle connection, and of one at work, whose
  // statements fail with the same error.
  pool.on('error', (error) => onIdleError?.(error))
  pool.on('connect', (client) => client.on('error', () => {}))

  async function attempt<T>(
    context: Context,
    mode: string,
    work: (tx: OrganisationTransaction) => Promise<T>,
  ): Promise<T> {
    const client = await pool.connect()
    const after: (() => void)[] = []
    const last: CompiledQuery[] = []
    let broken: Error | undefined
    try {
      // Not awaited alone: it travels with the first query. Were it to fail, the transaction is aborted and so is that query.
      const begun = send(client, { text: beginning(context, mode) })
      const tx = {
        db: kyselyOver(client),
        // A directory transaction is handed out as Transaction, which has no organisation to misuse.
        organisationId: typeof context === 'object' ? context.organisationId : ('' as OrganisationId),
        last: (write: CompiledQuery) => void last.push(write),
        afterCommit: (act: () => void) => void after.push(act),
      }
      const [result] = await Promise.all([work(tx), begun])
      // A commit after a failed write is a rollback, and the failed write is what rejects.
      await Promise.all([...last.map((write) => run(client, write)), send(client, { text: 'commit' })])
      for (const act of after) act()
      return result
    } catch (error) {
      await send(client, { text: 'rollback' }).catch((rollbackError: Error) => {
        broken = rollbackError
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  async function transact<T>(
    context: Context,
    mode: string,
    work: (tx: OrganisationTransaction) => Promise<T>,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(context, mode, work)
      } catch (error) {
        const code = codeOf(error)
        if (code !== undefined && deadlockOrSerialization.has(code) && tries < 5) continue
        if (isUnavailable(error)) throw refusal('request.unavailable')
        throw error
      }
    }
  }

  return {
    transaction: (organisationId, work) => transact({ organisationId }, '', work),
    snapshot: (organisationId, work) =>
      transact({ organisationId }, ' isolation level repeatable read read only', work),
    directory: (work) => transact('directory', '', work),
    asOwner: (work) => transact('owner', '', work),
    ping: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: () => pool.end(),
  }
}

/** The whole context in one statement, local to the transaction: what PgBouncer in transaction mode needs. */
function beginning(context: Context, mode: string): string {
  const settings = [`set_config('statement_timeout', '15s', true)`]
  if (context !== 'owner') settings.push(`set_config('role', 'comptoir_app', true)`)
  if (typeof context === 'object') {
    if (!/^[0-9a-f-]{36}$/.test(context.organisationId)) throw new Error('not an organisation id')
    settings.push(`set_config('comptoir.organisation_id', '${context.organisationId}', true)`)
  }
  return `begin${mode}; select ${settings.join(', ')}`
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function isUnavailable(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== undefined) return gone.has(code)
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  )
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** Kysely's typed queries over the one connection of a transaction. */
function kyselyOver(client: pg.PoolClient): Kysely<Tables> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await run(client, query)
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error('a transaction does not stream')
    },
  }
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => adapter,
      createQueryCompiler: () => compiler,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connection,
        beginTransaction: nested,
        commitTransaction: nested,
        rollbackTransaction: nested,
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
    },
  })
}

const run = (client: pg.PoolClient, query: CompiledQuery) =>
  send(client, { name: nameOf(query.sql), text: query.sql, values: [...query.parameters] })

const corked = new WeakSet<pg.PoolClient>()

/** What is asked in one turn of the loop travels in one packet: a system call costs more than a small query. */
function send(client: pg.PoolClient, query: pg.QueryConfig): Promise<pg.QueryResult> {
  // A pooled client is a Client, whose connection holds the socket; the types leave that out.
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  if (!corked.has(client)) {
    corked.add(client)
    stream.cork()
    setImmediate(() => {
      corked.delete(client)
      stream.uncork()
    })
  }
  return client.query(query)
}

/**
 * Statements are prepared once per connection: planning costs several times what running does. The texts are our own and few;
 * the bound only guards against one that is made anew each time.
 */
const mostPrepared = 1_000
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostPrepared) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

async function nested(): Promise<never> {
  throw new Error('already in a transaction')
}
