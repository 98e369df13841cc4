import { findUserByEmail } from '#server/domains/accounts/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type CastKey, type CastMember, cast, castKeys, passphrase, shops } from './cast.ts'

type Needs = Pick<Platform, 'database'>

/** Lines that say whom to sign in as; none where there is no demo. */
export async function demoLogins(needs: Needs): Promise<string[]> {
  const present = await castIn(needs)
  if (present.length === 0) return []
  return [
    'Demo: anybody who can reach this server can sign in as one of these.',
    `Password    ${passphrase}`,
    ...table(present.map((key) => rowOf(cast[key]))).map((line) => `  ${line}`),
  ]
}

/** Those who have an account here: all of them, unless the making of the demo was cut short. */
export const castIn = ({ database }: Needs): Promise<CastKey[]> =>
  database.directory(async (tx) => {
    const found: CastKey[] = []
    for (const key of castKeys) if (await findUserByEmail(tx, cast[key].email)) found.push(key)
    return found
  })

const rowOf = ({ role, shop, email, name }: CastMember): string[] => [
  shop === null ? role : `${role}, ${shops[shop].name}`,
  email,
  name,
]

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
