import type { OrganisationId, UserId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import { linkTo } from '#contract/links.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { letterWords } from '#words/letters.ts'
import { countLetters } from '../letters/store.ts'
import { writeAccountLetter } from '../letters/write-account-letter.ts'
import { findUser, listMemberships } from '../store.ts'
import type { User } from '../user.ts'
import { findChangeOf, insertObjection, replaceChange } from './store.ts'

/** Nobody's mailbox is filled by somebody who asks again and again in its name, … */
const lettersPerHour = 5
/** … nor by several of them. Higher, so that one alone cannot use it up. */
const lettersToOnePerHour = 20

export interface EmailChangeWish {
  userId: UserId
  /** Lower-cased. */
  email: string
  /** The administrator who asks for an agent of theirs; null: the person themselves. */
  askedBy: { organisationId: OrganisationId; name: string } | null
}

/**
 * Asks for another address for an account, inside the transaction of whoever may. Nothing changes yet but this: a link goes to the
 * new address, good for a day, and an earlier one is dead. The present address, when it is proven, is told, with a link to object.
 * Whether the new address has an account is not asked here: only whoever reads its mailbox may learn that.
 *
 * @refuses agents.email-of-several | accounts.email-same | request.too-many
 */
export async function requestEmailChange(
  tx: Transaction,
  { userId, email, askedBy }: EmailChangeWish,
  needs: Pick<Platform, 'clock' | 'ids' | 'jobs' | 'publicUrl'>,
): Promise<void> {
  const user = await findUser(tx, userId)
  if (!user) throw refusal('request.not-found')
  if (askedBy) await refuseOfSeveral(tx, userId, askedBy.organisationId)
  if (user.email === email) throw refusal('accounts.email-same', { field: 'email' })
  const since = new Date(needs.clock.now().getTime() - 60 * 60 * 1000)
  const [ofTheirs, toThis] = [
    await countLetters(tx, { userId }, { purpose: 'email-change', since }),
    await countLetters(tx, { to: email }, { purpose: 'email-change', since }),
  ]
  if (ofTheirs >= lettersPerHour || toThis >= lettersToOnePerHour)
    throw refusal('request.too-many', { details: { retryAfterSeconds: 60 * 60 } })

  const earlier = await findChangeOf(tx, userId)
  await writeToNewAddress(tx, user, { email, askedBy }, needs)
  // Told once of each change: a link that is sent again is no news.
  if (user.emailProvenAt !== null && earlier?.email !== email)
    await writeToOldAddress(tx, user, { email, askedBy }, needs)
}

/** An administrator has a say in the address of an account only while it is nobody else's too. */
async function refuseOfSeveral(tx: Transaction, userId: UserId, organisationId: OrganisationId): Promise<void> {
  const memberships = await listMemberships(tx, userId)
  if (memberships.some((one) => one !== organisationId)) throw refusal('agents.email-of-several', { field: 'email' })
}

type Wish = Pick<EmailChangeWish, 'email' | 'askedBy'>
type Needs = Pick<Platform, 'clock' | 'ids' | 'jobs' | 'publicUrl'>

async function writeToNewAddress(tx: Transaction, user: User, { email, askedBy }: Wish, needs: Needs): Promise<void> {
  const { clock, publicUrl } = needs
  const now = clock.now()
  const token = newToken()
  const expiresAt = new Date(now.getTime() + times.emailChangeLifetimeMs)
  const askedIn = askedBy?.organisationId ?? null
  await replaceChange(tx, { userId: user.id, email, askedIn, createdAt: now, expiresAt }, hashToken(token))
  const words = letterWords(user.locale).emailChange({ name: user.name, email, host: publicUrl.host })
  await writeAccountLetter(
    tx,
    {
      userId: user.id,
      purpose: 'email-change',
      to: email,
      ...words,
      link: linkTo('emailChange', token, publicUrl),
      usefulUntil: expiresAt,
    },
    needs,
  )
}

async function writeToOldAddress(tx: Transaction, user: User, { email, askedBy }: Wish, needs: Needs): Promise<void> {
  const { clock, publicUrl } = needs
  const now = clock.now()
  const token = newToken()
  const expiresAt = new Date(now.getTime() + times.emailObjectionLifetimeMs)
  await insertObjection(tx, { userId: user.id, email: user.email, createdAt: now, expiresAt }, hashToken(token))
  const words = letterWords(user.locale).emailObjection({
    name: user.name,
    email,
    by: askedBy?.name ?? null,
    host: publicUrl.host,
  })
  await writeAccountLetter(
    tx,
    {
      userId: user.id,
      purpose: 'email-objection',
      to: user.email,
      ...words,
      link: linkTo('emailObjection', token, publicUrl),
      usefulUntil: expiresAt,
    },
    needs,
  )
}
