import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase } from './cluster.ts'

const main = join(import.meta.dirname, '../main.ts')

/** A whole Comptoir in a process of its own, as an operator starts it. */
export interface Comptoir {
  /** The same after every start. */
  url: string
  /** Its database, for what no screen can do: looking at rows, moving time. */
  databaseUrl: string
  readonly pid: number
  /** All that the present process and those before have printed. */
  readonly printed: string
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>
  /** Starts it again, after `kill` or `stop`, on the same data and port. */
  start(): Promise<void>
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>
  /** Ends it and throws its data away. */
  remove(): Promise<void>
}

interface Wish {
  /** Environment variables beside those for port, data and database. */
  settings?: Record<string, string>
  /** Behind `npm start --`. */
  flags?: string[]
  /** A demo is made before it listens, which takes its time where much else runs. */
  startWithinMs?: number
}

/** Starts Comptoir on a free port, with a database of its own on the test cluster. */
export async function startComptoir({
  settings = {},
  flags = [],
  startWithinMs = 60_000,
}: Wish = {}): Promise<Comptoir> {
  const database = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-test-'))
  const environment = { COMPTOIR_DATA: join(folder, 'data'), DATABASE_URL: database.connectionString, ...settings }
  let printed = ''
  let server = await launch('0')
  const { url } = server
  const { port } = new URL(url)

  async function launch(port: string) {
    const node = spawnMain({ PORT: port, ...environment }, flags)
    for (const stream of [node.stdout, node.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        printed += chunk
      })
    }
    return { node, url: await addressOf(node, () => printed, startWithinMs) }
  }

  return {
    url,
    databaseUrl: database.connectionString,
    get pid() {
      return server.node.pid ?? 0
    },
    get printed() {
      return printed
    },
    kill: async () => void (await end(server.node, 'SIGKILL')),
    start: async () => {
      server = await launch(port)
    },
    stop: () => end(server.node, 'SIGTERM'),
    async remove() {
      await end(server.node, 'SIGKILL')
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs main.ts with these settings and no others; what the test itself was started with is kept away from it. */
export function spawnMain(settings: Record<string, string>, flags: string[] = []): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env
  const env = { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...settings }
  return spawn(process.execPath, [main, ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Waits for the line that says where the console is. */
async function addressOf(node: ChildProcess, printed: () => string, withinMs: number): Promise<string> {
  const deadline = AbortSignal.timeout(withinMs)
  const before = printed().length
  while (node.exitCode === null && node.signalCode === null) {
    const url = /^Console\s+(http\S+)$/m.exec(printed().slice(before))?.[1]
    if (url) return url
    await Promise.race([
      once(node, 'exit', { signal: deadline }),
      once(node.stdout ?? node, 'data', { signal: deadline }),
    ])
  }
  throw new Error(`Comptoir did not start:\n${printed().slice(before)}`)
}

async function end(node: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (node.exitCode === null && node.signalCode === null) {
    node.kill(signal)
    await once(node, 'exit')
  }
  return node.exitCode
}
