import { join } from 'node:path'
import type pg from 'pg'
import { type App, startApp } from './app.ts'
import { readPlans } from './domains/billing/index.ts'
import { isSetUpNeeded } from './domains/set-up/index.ts'
import { type Flags, readFlags } from './platform/config/flags.ts'
import { helpText } from './platform/config/help.ts'
import { stopWithLaunchers } from './platform/config/launched-by.ts'
import { refuseTakenPort } from './platform/config/refuse-taken-port.ts'
import { readSettings, type Settings } from './platform/config/settings.ts'
import { StartRefusal } from './platform/config/start-refusal.ts'
import { type DataFolder, lockDataFolder } from './platform/data-folder/lock-data-folder.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { createLog } from './platform/log.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/postgres/embedded-postgres.ts'
import { servePages } from './serve-pages.ts'

/** Everything that runs, in the order in which it was started; stopped in the other. */
interface Running {
  folder?: DataFolder
  postgres?: EmbeddedPostgres
  app?: App
}

const running: Running = {}
let stopping: Promise<void> | undefined

await main()

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  try {
    const flags = readFlags(process.argv.slice(2))
    stopWithLaunchers(flags.launchedBy, () => void stop(0))
    if (flags.help) process.stdout.write(helpText())
    else await start(readSettings(process.env), flags)
  } catch (error) {
    if (stopping) return
    if (error instanceof StartRefusal) say(`\n${error.message}\n${error.remedy}\n`)
    else console.error(error)
    await stop(1)
  }
}

async function start(settings: Settings, flags: Flags): Promise<void> {
  const log = createLog(settings.logLevel)
  const plans = readPlans(settings)
  running.folder = await lockDataFolder(settings.dataFolder)
  await refuseTakenPort(settings)
  const connection = await findDatabase(settings, running.folder)
  await openDatabase(connection, settings.databaseUrl, say)
  running.app = await startApp({ ...settings, connection, log, plans }, servePages)
  await greet(running.app, running.folder.path, flags.demo ? await fillWithDemo(running.app) : [])
}

async function findDatabase(settings: Settings, folder: DataFolder): Promise<pg.PoolConfig> {
  if (settings.databaseUrl) return { connectionString: settings.databaseUrl }
  say('Starting PostgreSQL …')
  running.postgres = await startEmbeddedPostgres({
    folder: join(folder.path, 'postgres'),
    log: { info: say, warn: say },
  })
  return running.postgres.connection
}

/** Lines that say whom to sign in as. Loaded only when asked for: it is long, and made up. */
async function fillWithDemo({ platform }: App): Promise<string[]> {
  const { demoLogins, seedDemo } = await import('./demo/index.ts')
  await seedDemo(platform, say)
  return demoLogins(platform)
}

async function greet({ url, platform }: App, dataFolder: string, logins: string[]): Promise<void> {
  const lines = [
    '',
    `Console     ${url.href}`,
    `Test page   ${new URL('/test', url).href}   a made-up shop with the widget on it`,
    `Data        ${dataFolder}`,
  ]
  if (logins.length > 0) lines.push('', ...logins)
  else if (await isSetUpNeeded(platform)) lines.push('', 'Open the console to make your organisation.')
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

/** Stops everything once, however often it is asked. A second Ctrl-C does not wait. */
async function stop(code: number): Promise<void> {
  if (stopping) {
    if (code === 0) process.exit(1)
    return
  }
  stopping = stopInOrder()
  await stopping.catch((error) => console.error(error))
  process.exit(code)
}

async function stopInOrder(): Promise<void> {
  await running.app?.stop()
  await running.postgres?.stop()
  running.folder?.release()
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
