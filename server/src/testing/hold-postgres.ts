/**
 * Starts the embedded PostgreSQL in the folder given and stays, for tests that kill their server:
 * `node hold-postgres.ts <folder> [way]` prints its connection and process id as a line of JSON.
 */
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts'
import type { WayName } from '../platform/postgres/way.ts'

export interface Held {
  connection: { host: string; port: number; user: string; database: string }
  pid: number
}

const wayNames: readonly WayName[] = ['directly', 'in a user namespace', 'as an unprivileged user']
const [folder, wayWord] = process.argv.slice(2)
if (!folder) throw new Error('Which folder?')

const ways = wayNames.filter((name) => name === wayWord)
const tell = (line: string) => process.stderr.write(`${line}\n`)
const postgres = await startEmbeddedPostgres({
  folder,
  log: { info: tell, warn: tell },
  ...(ways.length > 0 && { ways }),
})
process.stdout.write(`${JSON.stringify({ connection: postgres.connection, pid: postgres.pid })}\n`)
setInterval(() => {}, 60_000)
