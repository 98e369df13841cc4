import type { AgentId, InvitationId, LetterId, QuestionnaireId, RoleId, SubAccountId } from '#contract/ids.ts'
import type { InvitationResult } from '#contract/invitations.ts'
import { times } from '#contract/limits.ts'
import { Email } from '#contract/text.ts'
import type { Module, Permission, Reach, Role } from '#contract/vocabulary.ts'

/** A wish to bring a person in. Expiry is read from the clock: an expired invitation is still pending, and can be resent. */
export interface Invitation {
  id: InvitationId
  /** Lower-cased; the address the letter goes to, and the only one that may accept. */
  email: string
  role: Role
  customRoleId: RoleId | null
  /** What the role, custom or not, allows. */
  permissions: readonly Permission[]
  /** Null exactly for the roles that have every sub-account. */
  subAccountId: SubAccountId | null
  languages: string[]
  reach: Reach
  modules: Module[]
  conversationLimit: number | null
  questionnaireIds: QuestionnaireId[]
  activeOnArrival: boolean
  /** Whose right it rests on: removed, they take it with them. */
  inviterId: AgentId
  /** The letter that carries the present link; null when the link was only copied by hand. */
  letterId: LetterId | null
  state: 'pending' | 'accepted' | 'revoked'
  createdAt: Date
  expiresAt: Date
}

/** As the journal names it. */
export const asTarget = ({ id, email }: Pick<Invitation, 'id' | 'email'>) =>
  ({ kind: 'invitation', id, name: email }) as const

export const endOfLife = (now: Date): Date => new Date(now.getTime() + times.invitationLifetimeMs)

export const isExpired = (invitation: Pick<Invitation, 'expiresAt'>, now: Date): boolean => now > invitation.expiresAt

/** An address as typed, and what it is: null when it is none. */
export interface TypedAddress {
  typed: string
  email: string | null
}

export const readAddress = (typed: string): TypedAddress => ({ typed, email: Email.safeParse(typed).data ?? null })

/** What is known of addresses. */
export interface Known {
  /** They belong here. */
  members: ReadonlySet<string>
  /** They hold an open invitation. */
  invited: ReadonlySet<string>
  /** They have an account whose owner has proven the address. */
  proven: { has(email: string): boolean }
}

/**
 * What becomes of each address, in the order typed: who comes first takes the seats that are left. The second of two alike is
 * already invited, or a member, by the first.
 */
export function judgeAddresses(
  addresses: readonly TypedAddress[],
  known: Known & { seatsLeft: number },
): Pick<InvitationResult, 'email' | 'result'>[] {
  const [members, invited] = [new Set(known.members), new Set(known.invited)]
  let seatsLeft = known.seatsLeft
  return addresses.map(({ typed, email }) => {
    if (email === null) return { email: typed, result: 'invalid' }
    if (members.has(email)) return { email, result: 'already-member' }
    if (invited.has(email)) return { email, result: 'already-invited' }
    if (seatsLeft < 1) return { email, result: 'no-seat-left' }
    seatsLeft -= 1
    if (known.proven.has(email)) {
      members.add(email)
      return { email, result: 'added' }
    }
    invited.add(email)
    return { email, result: 'invited' }
  })
}
