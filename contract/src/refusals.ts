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
  'sign-up.closed', // organisations are made by the operator alone
  'accounts.sign-in-required',
  'accounts.sign-in-refused', // never says which of the two was wrong
  'accounts.password-wrong',
  'accounts.password-too-short',
  'accounts.password-too-common',
  'accounts.email-same', // it is the account's already
  'accounts.email-taken', // told to nobody but who has proven to read its mailbox
  'accounts.email-unproven', // no other organisation trusts the account yet
  'accounts.link-unknown', // never valid, used, or replaced
  'accounts.link-expired',
  // API keys
  'api-keys.unknown', // never valid, revoked, or past its end
  'api-keys.right-missing', // details.right: what the door asks of a key
  'api-keys.not-here', // the door is for people, not for keys
  'api-keys.beyond-you', // a right its owner does not hold
  'api-keys.end-refused', // an end that is past, or more than a year away
  'api-keys.too-many',
  // access
  'access.refused',
  'access.inactive', // the agent may not talk to visitors
  // agents and invitations
  'agents.last-administrator',
  'agents.above-you', // nobody acts on someone above them, or grants more than they hold
  'agents.yourself', // somebody else's to say
  'agents.changed-meanwhile', // somebody saved first
  'agents.photo-unreadable',
  'agents.photo-too-large', // details.maxBytes or details.maxPixels
  'agents.not-restorable', // never removed here, or too long ago
  'agents.holds-too-much', // details.kinds and details.holdings: what must go to somebody else first
  'agents.heir-refused', // who is to inherit may not take it
  'agents.email-of-several', // the account belongs to other organisations too: its owner changes it
  'agents.already-member',
  'agents.unproven-account', // somebody else typed the address before: only a link to its mailbox brings them in
  'conversations.limit-reached', // details.limit
  'roles.unknown',
  'roles.name-taken',
  'roles.too-many', // details.limit
  'roles.out-of-scope', // permissions that somebody of one sub-account cannot hold
  'roles.in-use', // details.people, details.invitations: who holds it
  'roles.changed-meanwhile', // somebody saved first
  'questionnaires.unknown', // or of another sub-account
  'questionnaires.name-taken', // in its sub-account
  'questionnaires.too-many', // details.limit
  'questionnaires.changed-meanwhile', // somebody saved first
  'questionnaires.not-publishable', // details.problems: what is to be mended first
  'answers.does-not-fit', // details.problem: why, as AnswerProblem; field: of a form
  'answers.moved-on', // answered in another tab, or begun anew: ask where it stands now
  'answers.nobody-now', // nobody could take it any more: another answer is asked for
  'answers.to-be-given', // the questionnaire comes before words
  'shortcuts.key-taken', // by another of the same owner
  'shortcuts.variable-unknown', // details.name, details.start, details.end: where it stands in the text
  'shortcuts.too-many', // details.limit
  'shortcuts.changed-meanwhile', // somebody saved first
  'invitations.unknown', // unknown, used, revoked, replaced: one answer
  'invitations.expired',
  'invitations.other-account', // signed in as somebody else
  'invitations.sign-in-required', // the address has an account: sign in to join
  'sub-accounts.required', // this role belongs to one sub-account
  'sub-accounts.not-allowed', // this role has them all
  'sub-accounts.name-taken', // perhaps by an archived one
  'sub-accounts.too-many', // details.limit
  'sub-accounts.changed-meanwhile', // somebody saved first
  'sub-accounts.last', // there is always one
  'sub-accounts.heir-required', // it holds something
  'sub-accounts.heir-refused', // itself, or archived
  // notifications
  'notifications.quiet-all-day', // quiet hours that begin and end at one time
  'notifications.service-refused', // not one of the push services this server talks to
  'notifications.too-many-browsers', // details.limit
  'notifications.not-delivered', // the browser's push service did not take it
  // billing
  'billing.no-seat-left', // details.seats, details.taken; details.fixed: no other plan can be chosen
  'billing.too-few-seats', // details.seats, details.taken, details.remove: how many people or invitations must go first
  'billing.seats-not-offered', // details.least, details.most: what the plan has
  'billing.by-request', // the sales department is asked for this plan
  'billing.plan-fixed', // the same for every organisation of this server
  'billing.changed-meanwhile', // somebody changed it first
  'billing.too-many-requests', // earlier ones wait for an answer
  // letters
  'letters.not-waiting',
  // channels
  'channels.changed-meanwhile', // somebody saved first
  'channels.site-refused', // the widget may not run on this site
  'channels.paused', // or archived: nothing new can be written there
  'channels.archived', // it is brought back first
  'channels.hours-backwards', // an interval that ends before it begins
  'channels.hours-overlap', // two intervals of one day
  'channels.questionnaire-required', // the questionnaire alone greets, and there is none
  'channels.too-many', // details.limit
  // conversations
  'conversations.taken', // details.by: who has it
  'conversations.closed',
  'conversations.not-yours', // only its assignee answers
  'ratings.not-closed', // it is not closed, or was closed anew meanwhile: another closing is to be rated
  'ratings.not-asked', // the channel asks for none
  'ratings.too-late', // too long after the closing, or after it was rated
  'ratings.changed-meanwhile', // rated in another tab
  'transcripts.nothing-said', // nobody has answered yet
  'transcripts.no-address', // nobody knows the visitor's
  'transcripts.too-many', // details.limit: of this conversation, or to this address, in a day
  // a transfer: why it cannot go to this colleague; details.name, and details.limit of who is full
  'conversations.receiver-inactive',
  'conversations.receiver-no-access',
  'conversations.receiver-language',
  'conversations.receiver-questionnaire',
  'conversations.receiver-full',
  'messages.mention-refused', // details.name: a colleague who does not read the conversation
  'messages.not-yours', // only who wrote it
  'messages.too-old', // to be rewritten or taken back
  'messages.deleted', // taken back meanwhile
  'messages.changed-meanwhile', // rewritten in another tab
  'messages.id-reused', // the same client id came with another text, or other files
  // files
  'files.empty',
  'files.too-large', // details.maxBytes
  'files.quota-reached', // details.maxBytes: what may be sent in a day
  'files.id-reused', // the same client id came with another name or size
  'files.wrong-piece', // details.receivedBytes: where the next piece begins
  'files.incomplete', // details.receivedBytes: it was finished before all of it came
  'files.damaged', // what arrived is not what was sent
  'files.type-lies', // its name says another kind than its content
  'files.type-refused', // programs are not taken
  'files.unknown', // in a message: never finished, of somebody else, or part of another message
  'streams.unknown',
  // appointments
  'reasons.name-taken', // in its sub-account
  'reasons.too-many', // details.limit
  'reasons.changed-meanwhile', // somebody saved first
  'reasons.archived', // nobody books it any more
  'reasons.taker-unfit', // of another sub-account, or without the module; details.name
  'reasons.place-missing', // an address, or a link that is one
  'openings.backwards', // it ends before it begins
  'openings.too-long',
  'openings.too-many', // details.limit
  'openings.rule-unknown', // no calendar of openings knows such a rule
  'openings.never', // it is over, or never comes
  'openings.no-such-time', // clocks skip it
  'openings.twice', // clocks show it twice
  'openings.changed-meanwhile', // somebody saved first
  'calendars.changed-meanwhile', // somebody saved first
  'calendars.holidays-unknown',
  'calendars.address-refused', // of a private network, or nothing a calendar is read from
  'appointments.not-free', // details.why, details.nearest
  'appointments.slot-taken', // a moment ago; details.nearest
  'appointments.past',
  'appointments.over', // cancelled, or it has begun
  'appointments.not-begun',
  'appointments.changed-meanwhile', // somebody saved first
  'appointments.window-too-long', // details.days
  'appointments.too-many', // of one visitor; details.limit
  'appointments.phone-missing',
  'appointments.nobody-to-write-to',
  'appointments.not-placed', // details.refused: which, and why
  'appointments.link-unknown', // never valid, or replaced
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
  'sign-up.closed': 403,
  'accounts.sign-in-required': 401,
  'accounts.sign-in-refused': 401,
  'accounts.password-wrong': 403,
  'accounts.password-too-short': 422,
  'accounts.password-too-common': 422,
  'accounts.email-same': 422,
  'accounts.email-taken': 409,
  'accounts.email-unproven': 403,
  'accounts.link-unknown': 404,
  'accounts.link-expired': 410,
  'api-keys.unknown': 401,
  'api-keys.right-missing': 403,
  'api-keys.not-here': 403,
  'api-keys.beyond-you': 403,
  'api-keys.end-refused': 422,
  'api-keys.too-many': 409,
  'access.refused': 403,
  'access.inactive': 403,
  'agents.last-administrator': 409,
  'agents.above-you': 403,
  'agents.yourself': 403,
  'agents.changed-meanwhile': 409,
  'agents.photo-unreadable': 422,
  'agents.photo-too-large': 422,
  'agents.not-restorable': 409,
  'agents.holds-too-much': 409,
  'agents.heir-refused': 422,
  'agents.email-of-several': 409,
  'agents.already-member': 409,
  'agents.unproven-account': 409,
  'conversations.limit-reached': 409,
  'roles.unknown': 422,
  'roles.name-taken': 409,
  'roles.too-many': 409,
  'roles.out-of-scope': 422,
  'roles.in-use': 409,
  'roles.changed-meanwhile': 409,
  'questionnaires.unknown': 422,
  'questionnaires.name-taken': 409,
  'questionnaires.too-many': 409,
  'questionnaires.changed-meanwhile': 409,
  'questionnaires.not-publishable': 422,
  'answers.does-not-fit': 422,
  'answers.moved-on': 409,
  'answers.nobody-now': 409,
  'answers.to-be-given': 409,
  'shortcuts.key-taken': 409,
  'shortcuts.variable-unknown': 422,
  'shortcuts.too-many': 409,
  'shortcuts.changed-meanwhile': 409,
  'invitations.unknown': 404,
  'invitations.expired': 410,
  'invitations.other-account': 403,
  'invitations.sign-in-required': 401,
  'sub-accounts.required': 422,
  'sub-accounts.not-allowed': 422,
  'sub-accounts.name-taken': 409,
  'sub-accounts.too-many': 409,
  'sub-accounts.changed-meanwhile': 409,
  'sub-accounts.last': 409,
  'sub-accounts.heir-required': 422,
  'sub-accounts.heir-refused': 422,
  'notifications.quiet-all-day': 422,
  'notifications.service-refused': 422,
  'notifications.too-many-browsers': 409,
  'notifications.not-delivered': 502,
  'billing.no-seat-left': 409,
  'billing.too-few-seats': 409,
  'billing.seats-not-offered': 422,
  'billing.by-request': 409,
  'billing.plan-fixed': 409,
  'billing.changed-meanwhile': 409,
  'billing.too-many-requests': 409,
  'letters.not-waiting': 409,
  'channels.changed-meanwhile': 409,
  'channels.site-refused': 403,
  'channels.paused': 409,
  'channels.archived': 409,
  'channels.hours-backwards': 422,
  'channels.hours-overlap': 422,
  'channels.questionnaire-required': 422,
  'channels.too-many': 409,
  'conversations.taken': 409,
  'conversations.closed': 409,
  'conversations.not-yours': 403,
  'ratings.not-closed': 409,
  'ratings.not-asked': 409,
  'ratings.too-late': 409,
  'ratings.changed-meanwhile': 409,
  'transcripts.nothing-said': 409,
  'transcripts.no-address': 409,
  'transcripts.too-many': 409,
  'conversations.receiver-inactive': 409,
  'conversations.receiver-no-access': 409,
  'conversations.receiver-language': 409,
  'conversations.receiver-questionnaire': 409,
  'conversations.receiver-full': 409,
  'messages.mention-refused': 422,
  'messages.not-yours': 403,
  'messages.too-old': 409,
  'messages.deleted': 409,
  'messages.changed-meanwhile': 409,
  'messages.id-reused': 409,
  'files.empty': 422,
  'files.too-large': 413,
  'files.quota-reached': 409,
  'files.id-reused': 409,
  'files.wrong-piece': 409,
  'files.incomplete': 409,
  'files.damaged': 422,
  'files.type-lies': 422,
  'files.type-refused': 422,
  'files.unknown': 422,
  'streams.unknown': 404,
  'reasons.name-taken': 409,
  'reasons.too-many': 409,
  'reasons.changed-meanwhile': 409,
  'reasons.archived': 409,
  'reasons.taker-unfit': 422,
  'reasons.place-missing': 422,
  'openings.backwards': 422,
  'openings.too-long': 422,
  'openings.too-many': 409,
  'openings.rule-unknown': 422,
  'openings.never': 422,
  'openings.no-such-time': 422,
  'openings.twice': 422,
  'openings.changed-meanwhile': 409,
  'calendars.changed-meanwhile': 409,
  'calendars.holidays-unknown': 422,
  'calendars.address-refused': 422,
  'appointments.not-free': 409,
  'appointments.slot-taken': 409,
  'appointments.past': 422,
  'appointments.over': 409,
  'appointments.not-begun': 409,
  'appointments.changed-meanwhile': 409,
  'appointments.window-too-long': 422,
  'appointments.too-many': 409,
  'appointments.phone-missing': 422,
  'appointments.nobody-to-write-to': 422,
  'appointments.not-placed': 409,
  'appointments.link-unknown': 404,
}
