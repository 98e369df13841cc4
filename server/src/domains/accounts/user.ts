import type { UserId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { PasswordHash } from './passwords/hash.ts'

/** A person's identity on this server, whichever organisations they belong to. */
export interface User {
  id: UserId
  /** Lower-cased. */
  email: string
  firstName: string
  /** Empty for people of one name. */
  lastName: string
  /** Both. */
  name: string
  locale: Locale
  passwordHash: PasswordHash
  /** When a password was chosen behind a link that only the mailbox held. Null: not yet; no other organisation trusts the account. */
  emailProvenAt: Date | null
}

/** A name that came as one line: what stands before the first space, and the rest. */
export function nameInTwo(name: string): Pick<User, 'firstName' | 'lastName'> {
  const [firstName = '', ...rest] = name.trim().split(/\s+/u)
  return { firstName, lastName: rest.join(' ') }
}
