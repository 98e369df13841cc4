import { times } from '#contract/limits.ts'
import type { Platform } from '#server/platform/platform.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import type { Bearer } from './bearer.ts'

/** A ticket to open one socket with, within thirty seconds. Only its hash is kept. */
export async function issueTicket(
  bearer: Bearer,
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
): Promise<string> {
  const ticket = newToken()
  const expiresAt = new Date(clock.now().getTime() + times.ticketLifetimeMs)
  await database.directory(({ db }) =>
    db
      .insertInto('socket_tickets')
      .values({ token_hash: hashToken(ticket), bearer: JSON.stringify(bearer), expires_at: expiresAt })
      .execute(),
  )
  return ticket
}

/** Who brought the ticket, once: redeeming deletes it. Undefined when it is unknown, used or too old. */
export async function redeemTicket(
  ticket: string,
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
): Promise<Bearer | undefined> {
  const row = await database.directory(({ db }) =>
    db
      .deleteFrom('socket_tickets')
      .where('token_hash', '=', hashToken(ticket))
      .returning(['bearer', 'expires_at'])
      .executeTakeFirst(),
  )
  // Written by issueTicket alone.
  return row && row.expires_at > clock.now() ? (row.bearer as Bearer) : undefined
}

/** Tickets that nobody brought. */
export async function dropStaleTickets({ database, clock }: Pick<Platform, 'database' | 'clock'>): Promise<void> {
  await database.directory(({ db }) => db.deleteFrom('socket_tickets').where('expires_at', '<', clock.now()).execute())
}
