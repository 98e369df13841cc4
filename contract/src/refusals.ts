// Free of the validator: widget and console may import it.

/**
 * Every way Comptoir says no. One code per distinct no; words/ has a sentence for each in every language,
 * and a code without one does not compile.
 */
export const refusalCodes = [
  // the doors
  'request.invalid', // details.fields: what does not fit, by path
  'request.too-large',
  'request.too-many', // details.retryAfterSeconds
  'request.origin-refused',
  'request.not-found', // foreign and missing ids alike
  'request.fault', // ours, not theirs
  'request.unavailable', // stopping, or the database is away: try again
  // set-up and accounts
  'set-up.done',
  'accounts.sign-in-required',
  'accounts.sign-in-refused', // never says which of the two was wrong
  'accounts.password-wrong',
  'accounts.password-too-short',
  'accounts.password-too-common',
  'accounts.link-unknown', // never valid, used, or replaced
  'accounts.link-expired',
  // access
  'access.refused',
  'access.inactive', // the agent may not talk to visitors
  // agents and invitations
  'agents.last-administrator',
  'agents.above-you', // nobody acts on someone above them, or grants more than they hold
  'invitations.unknown', // unknown, used, revoked, replaced: one answer
  'invitations.expired',
  'invitations.other-account', // signed in as somebody else
  'invitations.sign-in-required', // the address has an account: sign in to join
  'sub-accounts.required', // this role belongs to one sub-account
  'sub-accounts.not-allowed', // this role has them all
  // letters
  'letters.not-waiting',
  // channels
  'channels.changed-meanwhile', // somebody saved first
  'channels.site-refused', // the widget may not run on this site
  // conversations
  'conversations.taken', // details.by: who has it
  'conversations.closed',
  'conversations.not-yours', // only its assignee answers
  'messages.id-reused', // the same client id came with another text
  'streams.unknown',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** What stands in the body of every answer that is a no. */
export interface RefusalBody {
  code: RefusalCode
  /** A sentence for the reader, in the language the request asked for. */
  message: string
  /** The field the no is about, as a path in the body ("administrator.email"), when it is about one. */
  field?: string
  details?: Record<string, unknown>
}

/** The HTTP status each code travels with. */
export const refusalStatus: Record<RefusalCode, number> = {
  'request.invalid': 422,
  'request.too-large': 413,
  'request.too-many': 429,
  'request.origin-refused': 403,
  'request.not-found': 404,
  'request.fault': 500,
  'request.unavailable': 503,
  'set-up.done': 409,
  'accounts.sign-in-required': 401,
  'accounts.sign-in-refused': 401,
  'accounts.password-wrong': 403,
  'accounts.password-too-short': 422,
  'accounts.password-too-common': 422,
  'accounts.link-unknown': 404,
  'accounts.link-expired': 410,
  'access.refused': 403,
  'access.inactive': 403,
  'agents.last-administrator': 409,
  'agents.above-you': 403,
  'invitations.unknown': 404,
  'invitations.expired': 410,
  'invitations.other-account': 403,
  'invitations.sign-in-required': 401,
  'sub-accounts.required': 422,
  'sub-accounts.not-allowed': 422,
  'letters.not-waiting': 409,
  'channels.changed-meanwhile': 409,
  'channels.site-refused': 403,
  'conversations.taken': 409,
  'conversations.closed': 409,
  'conversations.not-yours': 403,
  'messages.id-reused': 409,
  'streams.unknown': 404,
}
