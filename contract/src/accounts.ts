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
  /** Somebody added them without asking, and they have not yet said that they have seen it. */
  isNews: z.boolean(),
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
    /** Whether they have shown that they read its mailbox. Until then no other organisation takes them in by their account. */
    emailIsProven: z.boolean(),
    /** An address that waits to be proven, and for how long its link is good. */
    nextEmail: z.object({ email: z.string(), expiresAt: Instant }).nullable(),
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

/** An organisation that a stranger wants to make. The password is chosen behind the link of the letter. */
export const SignUp = z.strictObject({ firstName, lastName, organisationName: Name, email: Email, locale: Locale })
export type SignUp = z.infer<typeof SignUp>

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
const linkRefusals = ['accounts.link-unknown', 'accounts.link-expired'] as const

export const accountRoutes = defineRoutes({
  'GET /set-up': {
    summary: 'Whether this server still waits for its first organisation, and whether strangers may make another',
    who: 'anyone',
    reply: z.object({ needed: z.boolean(), signUp: z.enum(['closed', 'open']) }),
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
    refuses: [...linkRefusals, ...passwordRefusals],
    perMinute: 20,
  },
  'POST /email-changes': {
    summary:
      'Ask for another address for oneself: it counts once the link sent there was followed. The old one is told.',
    who: 'user',
    body: z.strictObject({ email: Email, password: Password }),
    reply: SignedIn,
    refuses: ['accounts.password-wrong', 'accounts.email-same'],
    perMinute: 10,
  },
  'POST /email-changes/resending': {
    summary: 'Send the link to the new address once more; the earlier one is dead',
    who: 'user',
    reply: SignedIn,
    perMinute: 5,
  },
  'DELETE /email-changes': {
    summary: 'Let the change of address be: its link is dead at once',
    who: 'user',
    reply: SignedIn,
  },
  'POST /email-changes/view': {
    summary: 'What the link to a new address asks for',
    who: 'anyone',
    body: z.strictObject({ token: Token }),
    reply: z.object({
      email: z.string(),
      /** `new`: nobody has proven this account yet, so that whoever follows the link chooses its password. */
      password: z.enum(['kept', 'new']),
    }),
    refuses: [...linkRefusals],
    perMinute: 60,
  },
  'POST /email-changes/confirmation': {
    summary: 'Follow the link to a new address: it is the account’s from now on, and the other sessions end',
    who: 'anyone',
    body: z.strictObject({ token: Token, password: Password.nullable() }),
    reply: z.object({ email: z.string() }),
    refuses: [...linkRefusals, 'accounts.email-taken', ...passwordRefusals],
    perMinute: 20,
  },
  'POST /email-changes/objection': {
    summary:
      'Say no by the link sent to the old address: it is the account’s again, with a new password; every session ends',
    who: 'anyone',
    body: z.strictObject({ token: Token, password: Password }),
    reply: z.object({ email: z.string() }),
    refuses: [...linkRefusals, 'accounts.email-taken', ...passwordRefusals],
    perMinute: 20,
  },
  'POST /sign-ups': {
    summary:
      'Ask to make an organisation, where the operator lets strangers. The answer is the same whether the address has an account or not.',
    who: 'anyone',
    body: SignUp,
    reply: Done,
    refuses: ['sign-up.closed'],
    perMinute: 5,
  },
  'POST /sign-ups/view': {
    summary: 'What the link of a sign-up is about to make',
    who: 'anyone',
    body: z.strictObject({ token: Token }),
    reply: z.object({ firstName: z.string(), organisationName: z.string(), email: z.string() }),
    refuses: ['sign-up.closed', ...linkRefusals],
    perMinute: 60,
  },
  'POST /sign-ups/completion': {
    summary: 'Make the account, its organisation, first sub-account and channel; signs the person in',
    who: 'anyone',
    body: z.strictObject({ token: Token, password: Password }),
    reply: SignedIn,
    refuses: ['sign-up.closed', ...linkRefusals, 'accounts.email-taken', ...passwordRefusals],
    perMinute: 20,
  },
  'POST /organisations': {
    summary: 'Make another organisation for oneself, where the operator lets people',
    who: 'user',
    body: z.strictObject({ name: Name }),
    reply: SignedIn.extend({ organisationId: OrganisationId }),
    refuses: ['sign-up.closed', 'accounts.email-unproven'],
    perMinute: 3,
  },
})
