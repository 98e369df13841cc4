import { findUserByEmail } from '#server/domains/accounts/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type CastMember, cast, castKeys, passphrase, shops } from './cast.ts'

/** Lines that say whom to sign in as; none where there is no demo. */
export async function demoLogins({ database }: Pick<Platform, 'database'>): Promise<string[]> {
  const founder = await database.directory((tx) => findUserByEmail(tx, cast.helene.email))
  if (!founder) return []
  return [
    'Demo: anybody who can reach this server can sign in as one of these.',
    `Password    ${passphrase}`,
    ...table(castKeys.map((key) => rowOf(cast[key]))).map((line) => `  ${line}`),
  ]
}

function rowOf({ role, shop, email, name }: CastMember): string[] {
  return [shop === null ? role : `${role}, ${shops[shop].name}`, email, name]
}

/** Columns as wide as their widest cell. */
function table(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  )
}
