import * as z from 'zod'
import { Done, SignedIn } from './accounts.ts'
import { Access } from './agents.ts'
import { InvitationId, OrganisationId, RoleId, SubAccountId } from './ids.ts'
import { limits } from './limits.ts'
import { defineRoutes } from './route.ts'
import { firstName, Instant, Line, Locale, lastName, Password, Token } from './text.ts'
import { roles } from './vocabulary.ts'

/** A wish to bring people into the organisation, all with the same access. */
export const InviteAgents = z.strictObject({
  ...Access.shape,
  /** As typed: each gets its own answer, so that one bad address does not lose the others. */
  emails: z.array(Line(limits.emailLength)).min(1).max(limits.emailsPerInvitation),
  /** Whether they may talk to visitors from their first sign-in. */
  activeOnArrival: z.boolean(),
  /** The language of the letter. */
  locale: Locale,
})
export type InviteAgents = z.infer<typeof InviteAgents>

/** How a letter stands: waiting (no SMTP yet, or not tried), retrying, sent, given up. */
export const letterStates = ['waiting', 'retrying', 'sent', 'failed'] as const

export const InvitationForAgent = z.object({
  id: InvitationId,
  email: z.string(),
  role: z.enum(roles),
  customRoleId: RoleId.nullable(),
  subAccountId: SubAccountId.nullable(),
  languages: z.array(z.string()),
  conversationLimit: z.int().nullable(),
  activeOnArrival: z.boolean(),
  /** Null: somebody the reader does not see. */
  inviterName: z.string().nullable(),
  createdAt: Instant,
  /** After this instant the link says it has expired. */
  expiresAt: Instant,
  expired: z.boolean(),
  /** Null when the present link was only copied by hand. */
  letter: z.enum(letterStates).nullable(),
  may: z.object({ resend: z.boolean(), revoke: z.boolean() }),
})
export type InvitationForAgent = z.infer<typeof InvitationForAgent>

/** What became of one address. */
export const InvitationResult = z.object({
  email: z.string(),
  /** added: the address has a proven account, which belongs here from now on; no letter leaves. */
  result: z.enum(['invited', 'added', 'already-member', 'already-invited', 'invalid', 'no-seat-left']),
  /** The link itself, to copy by hand; shown this once, for only its hash is kept. Null unless invited. */
  link: z.string().nullable(),
})
export type InvitationResult = z.infer<typeof InvitationResult>

/** What the bearer of a live link sees before accepting. */
export const InvitationView = z.object({
  organisationName: z.string(),
  inviterName: z.string(),
  email: z.string(),
  role: z.enum(roles),
  subAccountName: z.string().nullable(),
  expiresAt: Instant,
  /**
   * fresh: choose a name and password · sign-in: the address has an account · join: signed in with it · other: signed in as somebody
   * else · prove: the account's address is proven by this link, together with a new password · unproven: it must be proven first,
   * by a letter, for this link was shown to others
   */
  way: z.enum(['fresh', 'sign-in', 'join', 'other', 'prove', 'unproven']),
})
export type InvitationView = z.infer<typeof InvitationView>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofInvitation = inOrganisation.extend({ invitationId: InvitationId })

export const invitationRoutes = defineRoutes({
  'GET /organisations/:organisationId/invitations': {
    summary: 'Open and expired invitations the reader may see',
    who: 'agent',
    key: 'people:read',
    params: inOrganisation,
    reply: z.object({ invitations: z.array(InvitationForAgent) }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/invitations': {
    summary: 'Invite people by e-mail; one result per address',
    who: 'agent',
    key: 'people:write',
    params: inOrganisation,
    body: InviteAgents,
    reply: z.object({ results: z.array(InvitationResult) }),
    refuses: [
      'access.refused',
      'agents.above-you',
      'sub-accounts.required',
      'sub-accounts.not-allowed',
      'request.not-found',
    ],
    perMinute: 20,
  },
  'POST /organisations/:organisationId/invitations/:invitationId/resending': {
    summary: 'A fresh link for seven days by a new letter; the old link is dead. Also how a link is copied again.',
    who: 'agent',
    key: 'people:write',
    params: ofInvitation,
    body: z.strictObject({
      /** False: only make the link, to be copied by hand; no letter leaves. */
      letter: z.boolean(),
      locale: Locale,
    }),
    reply: z.object({ invitation: InvitationForAgent, link: z.string() }),
    refuses: ['access.refused', 'agents.above-you', 'billing.no-seat-left'],
    perMinute: 20,
  },
  'DELETE /organisations/:organisationId/invitations/:invitationId': {
    summary: 'Revoke an invitation: its link is dead at once',
    who: 'agent',
    key: 'people:write',
    params: ofInvitation,
    reply: Done,
    refuses: ['access.refused', 'agents.above-you'],
  },
  'POST /invitation-links/view': {
    summary: 'What a live invitation link offers',
    who: 'anyone',
    body: z.strictObject({ token: Token }),
    reply: InvitationView,
    refuses: ['invitations.unknown', 'invitations.expired'],
    perMinute: 60,
  },
  'POST /invitation-links/acceptance': {
    summary:
      'Accept: with name and password as a new user, with a new password where the link proves the address, or signed in with the invited address',
    who: 'anyone',
    body: z.strictObject({
      token: Token,
      account: z.strictObject({ firstName, lastName, password: Password, locale: Locale }).nullable(),
    }),
    reply: SignedIn.extend({ organisationId: OrganisationId }),
    refuses: [
      'invitations.unknown',
      'invitations.expired',
      'invitations.other-account',
      'invitations.sign-in-required',
      'accounts.email-unproven',
      'accounts.password-too-short',
      'accounts.password-too-common',
    ],
    perMinute: 30,
  },
})
