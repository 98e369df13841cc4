import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Settings } from '#server/platform/config/settings.ts'
import { StartRefusal } from '#server/platform/config/start-refusal.ts'
import { lockDataFolder } from '#server/platform/data-folder/lock-data-folder.ts'
import { ownerRole } from '#server/platform/postgres/cluster.ts'
import { startEmbeddedPostgres } from '#server/platform/postgres/embedded-postgres.ts'
import { findPostmaster } from '#server/platform/postgres/postmaster.ts'

/** The running server's PostgreSQL when there is one; else it is started for this question alone. */
export async function withDatabase<T>(settings: Settings, ask: (config: pg.ClientConfig) => Promise<T>): Promise<T> {
  if (settings.databaseUrl) return ask({ connectionString: settings.databaseUrl })
  if (!existsSync(join(settings.dataFolder, 'postgres')))
    throw new StartRefusal('postgres.failed', {
      message: `There is no Comptoir in ${settings.dataFolder}.`,
      remedy: 'Name its data folder in COMPTOIR_DATA, or its database in DATABASE_URL.',
    })
  const running = findPostmaster(clusterIn(realpathSync(join(settings.dataFolder, 'postgres'))))
  if (running) return ask({ host: running.socketFolder, port: 5432, user: ownerRole, database: 'comptoir' })
  return withStoppedServer(settings, ask)
}

/** The same for what may only be done while no server runs; makes the data folder if it is missing. */
export async function withStoppedServer<T>(
  settings: Settings,
  ask: (config: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  if (settings.databaseUrl) return ask({ connectionString: settings.databaseUrl })
  const held = await lockDataFolder(settings.dataFolder)
  const quiet = { info: () => {}, warn: (line: string) => process.stderr.write(`${line}\n`) }
  const postgres = await startEmbeddedPostgres({ folder: join(held.path, 'postgres'), log: quiet })
  try {
    return await ask(postgres.connection)
  } finally {
    await postgres.stop()
    held.release()
  }
}

/** Says why to the operator, and ends with a code that scripts see. */
export async function orSayWhyNot(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    process.stderr.write(`\n${error.message}\n${error.remedy}\n\n`)
    process.exitCode = 1
  }
}

function clusterIn(folder: string): string {
  const note = join(folder, 'cluster-is-elsewhere')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(folder, 'cluster')
}
