/**
 * Comptoir's server with the PostgreSQL it brings along, in a process of its own for tests that kill it:
 * `node hold-killable.ts <options as JSON>` prints its address and the database's as a line of JSON.
 */
import { join } from 'node:path'
import { startApp } from '../../../app.ts'
import { lockDataFolder } from '../../../platform/data-folder/lock-data-folder.ts'
import { openDatabase } from '../../../platform/database/open-database.ts'
import { createLog } from '../../../platform/log.ts'
import { startEmbeddedPostgres } from '../../../platform/postgres/embedded-postgres.ts'

const { folder, port, settings } = JSON.parse(process.argv[2] ?? '{}')
const say = () => {}
const { path } = await lockDataFolder(folder, { waitMs: 30_000 })
const postgres = await startEmbeddedPostgres({
  folder: join(path, 'postgres'),
  log: { info: say, warn: say },
  settings,
})
await openDatabase(postgres.connection, null, say)
const app = await startApp({
  connection: postgres.connection,
  host: '127.0.0.1',
  port,
  publicUrl: null,
  smtpUrl: null,
  mailFrom: 'comptoir@verdier.example',
  trustProxy: false,
  log: createLog(process.env.TEST_LOG ?? 'silent'),
})
const { connection, pid } = postgres
process.stdout.write(`${JSON.stringify({ url: app.url.origin, database: connection, postgresPid: pid })}\n`)
