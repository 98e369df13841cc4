import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { hasEnded, signal } from '../../../platform/processes.ts'
import { eventually } from './eventually.ts'

const holder = join(import.meta.dirname, 'hold-killable.ts')

interface Held {
  url: string
  database: pg.ClientConfig
  postgresPid: number
}

/** A Comptoir in processes of its own, each of which a test may kill; the port stays over every start. */
export class KillableComptoir {
  readonly #folder: string
  #process: ChildProcess
  #held: Held

  private constructor(folder: string, started: { process: ChildProcess; held: Held }) {
    this.#folder = folder
    this.#process = started.process
    this.#held = started.held
  }

  static async start(folder: string): Promise<KillableComptoir> {
    return new KillableComptoir(folder, await launch({ folder, port: 0 }))
  }

  get url(): string {
    return this.#held.url
  }
  get port(): number {
    return Number(new URL(this.#held.url).port)
  }
  get database(): pg.ClientConfig {
    return this.#held.database
  }

  /** Starts it again on the same data and port. */
  async startAgain(settings: Record<string, string> = {}): Promise<void> {
    const { process, held } = await launch({ folder: this.#folder, port: this.port, settings })
    this.#process = process
    this.#held = held
  }

  /** Everything in one blow, and in an order that saves nothing: who is stopped can neither start PostgreSQL again nor end it well. */
  async killEverything(): Promise<void> {
    signal(this.#process.pid ?? 0, 'SIGSTOP')
    await this.killPostgres()
    await this.killServer()
  }

  async killServer(): Promise<void> {
    const { pid = 0 } = this.#process
    signal(pid, 'SIGKILL')
    await hasEnded(pid, { withinMs: 10_000 })
  }

  /** The postmaster and every process it has, in one blow: nobody is left to write anything. */
  async killPostgres(): Promise<void> {
    const postmaster = await this.#postmaster()
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' })
    const pids = [postmaster, ...children.trim().split(/\s+/).map(Number)].filter((pid) => pid > 1)
    for (const pid of pids) signal(pid, 'SIGKILL')
    for (const pid of pids) await hasEnded(pid, { withinMs: 10_000 })
  }

  /** The server starts its PostgreSQL again by itself. */
  async untilPostgresIsBack(): Promise<void> {
    await eventually(async () => (await this.#ask('select 1')) !== null, 'PostgreSQL is back', 60_000)
  }

  async end(): Promise<void> {
    const postmaster = await this.#postmaster()
    await this.killServer()
    // Its watcher stops it.
    await hasEnded(postmaster, { withinMs: 10_000 })
  }

  /** The present one: another than at the start, once PostgreSQL was killed. */
  async #postmaster(): Promise<number> {
    const file = await this.#ask(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as answer`)
    return Number(file ?? this.#held.postgresPid)
  }

  async #ask(sql: string): Promise<unknown> {
    // Who is just dying may take a connection and never answer.
    const client = new pg.Client({ ...this.database, connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query({ text: sql, rowMode: 'array' })
      return rows[0]?.[0]
    } catch {
      return null
    } finally {
      await client.end().catch(() => {})
    }
  }
}

async function launch(options: object): Promise<{ process: ChildProcess; held: Held }> {
  const child = spawn(process.execPath, [holder, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit')])
  if (typeof line !== 'string') throw new Error('Comptoir did not start')
  lines.close()
  // Written by hold-killable.ts.
  return { process: child, held: JSON.parse(line) as Held }
}
