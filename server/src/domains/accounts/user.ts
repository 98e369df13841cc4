import type { UserId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { PasswordHash } from './passwords/hash.ts'

/** A person's identity on this server, whichever organisations they belong to. */
export interface User {
  id: UserId
  /** Lower-cased, and proven: by the letter whose link made the account, or by whoever set the server up. */
  email: string
  name: string
  locale: Locale
  passwordHash: PasswordHash
}
