import type pg from 'pg'
import { StartRefusal } from '../config/start-refusal.ts'
import { codeOf } from '../processes.ts'
import { migrate, UnfitDatabase } from './migrate.ts'

/** Migrates the database, telling what it does; what stands in the way is said to the operator, with nothing changed. */
export async function openDatabase(
  connection: pg.PoolConfig,
  databaseUrl: string | null,
  say: (line: string) => void,
): Promise<void> {
  try {
    let first = true
    await migrate({ ...connection, connectionTimeoutMillis: 10_000 }, () => {
      if (first) say('Preparing the database …')
      first = false
    })
  } catch (error) {
    throw asStartRefusal(error, databaseUrl)
  }
}

function asStartRefusal(error: unknown, databaseUrl: string | null): unknown {
  const where = databaseUrl ? `the database of DATABASE_URL (${withoutPassword(databaseUrl)})` : 'the database'
  if (error instanceof UnfitDatabase) return unfit(error, where)
  const inner = error instanceof Error ? error.cause : undefined // A failed migration carries what failed it.
  const code = codeOf(error) ?? codeOf(inner) ?? ''
  const words = error instanceof Error ? error.message : String(error)
  if (/^28/.test(code))
    return new StartRefusal('database.sign-in-failed', {
      message: `Comptoir could not sign in to ${where}: ${words}.`,
      remedy: 'Check the user and password in DATABASE_URL.',
      cause: error,
    })
  if (code === '42501')
    return new StartRefusal('database.lacks-rights', {
      message: `The user of DATABASE_URL may not do what Comptoir needs: ${words}.`,
      remedy: 'Make it the owner of the database, and let it create roles: ALTER ROLE … CREATEROLE.',
      cause: error,
    })
  if (databaseUrl && (code !== '' || /connect|timeout/i.test(words)) && !inner)
    return new StartRefusal('database.unreachable', {
      message: `Comptoir cannot reach ${where}: ${words || code}.`,
      remedy: 'Check that the server runs and that DATABASE_URL names its host, port and database.',
      cause: error,
    })
  return error
}

function unfit(error: UnfitDatabase, where: string): StartRefusal {
  if (error.kind === 'too-old')
    return new StartRefusal('database.too-old', {
      message: `${where} is too old: ${error.message}.`,
      remedy: 'Upgrade it, or leave DATABASE_URL empty and Comptoir brings its own.',
      cause: error,
    })
  return new StartRefusal('database.newer-data', {
    message: `The data was written by a newer Comptoir: ${error.message}.`,
    remedy: 'Start that version, or restore a backup made by this one. Nothing was changed.',
    cause: error,
  })
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return url
  const shown = new URL(url)
  if (shown.password) shown.password = '***'
  return shown.href
}
