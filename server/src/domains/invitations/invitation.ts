import type { AgentId, InvitationId, LetterId, SubAccountId } from '#contract/ids.ts'
import type { InvitationResult } from '#contract/invitations.ts'
import { times } from '#contract/limits.ts'
import { Email } from '#contract/text.ts'
import type { Role } from '#contract/vocabulary.ts'

/** A wish to bring a person in. Expiry is read from the clock: an expired invitation is still pending, and can be resent. */
export interface Invitation {
  id: InvitationId
  /** Lower-cased; the address the letter goes to, and the only one that may accept. */
  email: string
  role: Role
  /** Null exactly for the roles that have every sub-account. */
  subAccountId: SubAccountId | null
  languages: string[]
  activeOnArrival: boolean
  /** Whose right it rests on: removed, they take it with them. */
  inviterId: AgentId
  /** The letter that carries the present link; null when the link was only copied by hand. */
  letterId: LetterId | null
  state: 'pending' | 'accepted' | 'revoked'
  createdAt: Date
  expiresAt: Date
}

export const endOfLife = (now: Date): Date => new Date(now.getTime() + times.invitationLifetimeMs)

export const isExpired = (invitation: Pick<Invitation, 'expiresAt'>, now: Date): boolean => now > invitation.expiresAt

/** An address as typed, and what it is: null when it is none. */
export interface TypedAddress {
  typed: string
  email: string | null
}

export const readAddress = (typed: string): TypedAddress => ({ typed, email: Email.safeParse(typed).data ?? null })

/** What becomes of each address, in the order typed. The second of two alike is already invited by the first. */
export function judgeAddresses(
  addresses: readonly TypedAddress[],
  known: { members: ReadonlySet<string>; invited: ReadonlySet<string> },
): Pick<InvitationResult, 'email' | 'result'>[] {
  const invited = new Set(known.invited)
  return addresses.map(({ typed, email }) => {
    if (email === null) return { email: typed, result: 'invalid' }
    if (known.members.has(email)) return { email, result: 'already-member' }
    if (invited.has(email)) return { email, result: 'already-invited' }
    invited.add(email)
    return { email, result: 'invited' }
  })
}
