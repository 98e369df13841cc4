/**
 * `npm run letters`: prints the letters to people about their accounts that have not left. Their links open an account, so
 * no organisation may read them; whoever runs the server hands them over while there is no SMTP_URL.
 * Takes DATABASE_URL and COMPTOIR_DATA as the server does, and works whether the server runs or not.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { readSettings, type Settings } from '#server/platform/config/settings.ts'
import { StartRefusal } from '#server/platform/config/start-refusal.ts'
import { lockDataFolder } from '#server/platform/data-folder/lock-data-folder.ts'
import { ownerRole } from '#server/platform/postgres/cluster.ts'
import { startEmbeddedPostgres } from '#server/platform/postgres/embedded-postgres.ts'
import { findPostmaster } from '#server/platform/postgres/postmaster.ts'

interface WaitingLetter {
  recipient: string
  subject: string
  body: string
  created_at: Date
  useful_until: Date
}

try {
  const settings = readSettings(process.env)
  process.stdout.write(await withDatabase(settings, async (config) => show(await readWaiting(config))))
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error
  process.stderr.write(`\n${error.message}\n${error.remedy}\n\n`)
  process.exitCode = 1
}

/** The running server's PostgreSQL when there is one; else it is started for this question alone. */
async function withDatabase<T>(settings: Settings, ask: (config: pg.ClientConfig) => Promise<T>): Promise<T> {
  if (settings.databaseUrl) return ask({ connectionString: settings.databaseUrl })
  if (!existsSync(join(settings.dataFolder, 'postgres')))
    throw new StartRefusal('postgres.failed', {
      message: `There is no Comptoir in ${settings.dataFolder}.`,
      remedy: 'Name its data folder in COMPTOIR_DATA, or its database in DATABASE_URL.',
    })
  const folder = realpathSync(join(settings.dataFolder, 'postgres'))
  const running = findPostmaster(clusterIn(folder))
  if (running) return ask({ host: running.socketFolder, port: 5432, user: ownerRole, database: 'comptoir' })

  const held = await lockDataFolder(settings.dataFolder)
  const quiet = { info: () => {}, warn: (line: string) => process.stderr.write(`${line}\n`) }
  const postgres = await startEmbeddedPostgres({ folder, log: quiet })
  try {
    return await ask(postgres.connection)
  } finally {
    await postgres.stop()
    held.release()
  }
}

function clusterIn(folder: string): string {
  const note = join(folder, 'cluster-is-elsewhere')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(folder, 'cluster')
}

async function readWaiting(config: pg.ClientConfig): Promise<WaitingLetter[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query<WaitingLetter>(
      `select recipient, subject, body, created_at, useful_until from account_letters
       where state in ('waiting', 'retrying') and useful_until > now() order by created_at, id`,
    )
    return rows
  } finally {
    await client.end()
  }
}

function show(letters: WaitingLetter[]): string {
  if (letters.length === 0) return 'No account letter waits.\n'
  const rule = '-'.repeat(72)
  return letters
    .map(({ recipient, subject, body, created_at, useful_until }) =>
      [
        rule,
        `To       ${recipient}`,
        `Subject  ${subject}`,
        `Written  ${created_at.toISOString()}`,
        `Good     until ${useful_until.toISOString()}`,
        '',
        body,
      ].join('\n'),
    )
    .join('\n')
}
