import * as z from 'zod'
import { AgentId, OrganisationId, SessionId, UserId } from './ids.ts'
import { limits } from './limits.ts'
import { defineRoutes } from './route.ts'
import { Email, firstName, Instant, Line, Locale, lastName, Name, Password, Token } from './text.ts'
import { roles } from './vocabulary.ts'

/** A user's place in one organisation, as the console needs it to choose where to go. */
export const Membership = z.object({
  organisationId: OrganisationId,
  organisationName: z.string(),
  agentId: AgentId,
  role: z.enum(roles),
})
export type Membership = z.infer<typeof Membership>

/** Who is signed in, and where they belong. */
export const SignedIn = z.object({
  user: z.object({
    id: UserId,
    name: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    locale: Locale,
  }),
  memberships: z.array(Membership),
})
export type SignedIn = z.infer<typeof SignedIn>

export const SetUp = z.strictObject({
  organisationName: Name,
  subAccountName: Name,
  channelName: Name,
  /** The site the widget will stand on, as a host ("shop.example") or with a port; empty: add it later. */
  site: Line(limits.siteLength, 0),
  administrator: z.strictObject({ firstName, lastName, email: Email, password: Password }),
  locale: Locale,
})
export type SetUp = z.infer<typeof SetUp>

export const SignIn = z.strictObject({ email: Email, password: Password, remember: z.boolean() })
export type SignIn = z.infer<typeof SignIn>

export const SessionForUser = z.object({
  id: SessionId,
  current: z.boolean(),
  createdAt: Instant,
  lastSeenAt: Instant,
  /** As the browser names itself; null when it did not. */
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
})
export type SessionForUser = z.infer<typeof SessionForUser>

export const Done = z.object({ done: z.literal(true) })

const passwordRefusals = ['accounts.password-too-short', 'accounts.password-too-common'] as const

export const accountRoutes = defineRoutes({
  'GET /set-up': {
    summary: 'Whether this server still waits for its first organisation',
    who: 'anyone',
    reply: z.object({ needed: z.boolean() }),
  },
  'POST /set-up': {
    summary:
      'Make the organisation, its first sub-account, channel and administrator; signs that person in. Once only.',
    who: 'anyone',
    body: SetUp,
    reply: SignedIn,
    refuses: ['set-up.done', ...passwordRefusals],
    perMinute: 10,
  },
  'POST /session': {
    summary: 'Sign in',
    who: 'anyone',
    body: SignIn,
    reply: SignedIn,
    refuses: ['accounts.sign-in-refused'],
  },
  'GET /session': { summary: 'Who is signed in', who: 'user', reply: SignedIn },
  'DELETE /session': { summary: 'Sign out', who: 'anyone', reply: Done },
  'GET /sessions': {
    summary: "One's own sessions",
    who: 'user',
    reply: z.object({ sessions: z.array(SessionForUser) }),
  },
  'DELETE /sessions/others': { summary: 'End all sessions but this one', who: 'user', reply: Done },
  'PUT /profile': {
    summary: "Change one's name and language",
    who: 'user',
    body: z.strictObject({ firstName, lastName, locale: Locale }),
    reply: SignedIn,
  },
  'PUT /password': {
    summary: 'Change the password; the other sessions end',
    who: 'user',
    body: z.strictObject({ current: Password, next: Password }),
    reply: Done,
    refuses: ['accounts.password-wrong', ...passwordRefusals],
    perMinute: 10,
  },
  'POST /password-resets': {
    summary:
      'Ask for a letter with a link to a new password. The answer is the same whether the address is known or not.',
    who: 'anyone',
    body: z.strictObject({ email: Email, locale: Locale }),
    reply: Done,
    perMinute: 5,
  },
  'POST /password-resets/redemption': {
    summary: 'Set a new password by the link of the letter; every session ends',
    who: 'anyone',
    body: z.strictObject({ token: Token, password: Password }),
    reply: Done,
    refuses: ['accounts.link-unknown', 'accounts.link-expired', ...passwordRefusals],
    perMinute: 20,
  },
})
