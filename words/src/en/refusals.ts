import type { RefusalWords } from '../fr/refusals.ts'
import { list, plural } from './grammar.ts'

export const refusals: RefusalWords = {
  'request.invalid': 'Some of this does not fit. Correct it and try again.',
  'request.too-large': 'This is too large to be accepted.',
  'request.too-many': ({ retryAfterSeconds }) =>
    `Too many tries in a row. Try again in ${wait(Number(retryAfterSeconds ?? 60))}.`,
  'request.origin-refused': 'This page may not act here.',
  'request.not-found': 'Not found. It does not exist, no longer exists, or is out of your reach.',
  'request.fault': 'Something went wrong on our side. Nothing was changed. Try again in a moment.',
  'request.unavailable': 'The server cannot be reached right now. Try again in a moment.',
  'sign-up.closed': 'On this server, organisations are made by whoever runs it.',
  'set-up.done': 'This server is already set up. Sign in instead.',
  'accounts.sign-in-required': 'Sign in to continue.',
  'accounts.sign-in-refused': 'Wrong address or password.',
  'accounts.password-wrong': 'This is not your present password.',
  'accounts.password-too-short': 'The password needs at least 15 characters. A sentence will do very well.',
  'accounts.password-too-common': 'This password is too easy to guess. A few unrelated words will do very well.',
  'accounts.email-same': 'This is the address of this account already.',
  'accounts.email-taken': 'This address has an account on this server already. Sign in with it, or choose another one.',
  'accounts.email-unproven':
    'The address of this account is not confirmed yet. Ask for a link with “Forgotten password”, then try again.',
  'accounts.link-unknown': 'This link is not valid. It may have been used already, or a newer one has replaced it.',
  'accounts.link-expired': 'This link has expired. Ask for a new one.',
  'api-keys.unknown': 'This API key is not valid: unknown, revoked, or past its end.',
  'api-keys.right-missing': ({ right }) => `This API key does not have the right “${String(right)}”.`,
  'api-keys.not-here': 'API keys do not open this door: sign in instead.',
  'api-keys.beyond-you': 'A key cannot have more rights than you.',
  'api-keys.end-refused': 'A key must end in the future, within a year.',
  'api-keys.too-many': 'You already have 50 keys here. Revoke those no longer in use first.',
  'access.refused': 'Your rights do not allow this.',
  'access.inactive': 'You are inactive: you cannot talk to visitors for now.',
  'agents.last-administrator': 'This is the last administrator: an organisation always needs one.',
  'agents.above-you': 'You cannot act on somebody who holds more rights than you, nor grant more than you hold.',
  'agents.yourself': 'That is somebody else’s to decide for you.',
  'agents.changed-meanwhile': 'Somebody changed this person meanwhile. Look at their settings again before you save.',
  'agents.photo-unreadable': 'This file is not a readable picture. Choose a JPEG, PNG or WebP photo.',
  'agents.photo-too-large': ({ maxPixels }) =>
    maxPixels
      ? `This photo has too many pixels: at most ${Number(maxPixels)} a side.`
      : 'This photo is too heavy: at most 10 MB.',
  'agents.not-restorable':
    'This person can no longer be brought back: more than 30 days have passed, or they were not removed here.',
  'agents.holds-too-much': 'This person still has things in hand that must go to somebody else first.',
  'agents.heir-refused': 'The person you chose cannot take this over. Choose another.',
  'agents.email-of-several':
    'This person belongs to several organisations: only they can change their address, in their profile.',
  'agents.already-member': 'This person already belongs to the organisation.',
  'agents.unproven-account':
    'This address has an account that nobody has confirmed yet. Invite the person instead: the link confirms it.',
  'conversations.limit-reached': ({ limit }) =>
    `The limit of open conversations is reached (${Number(limit)}). Close one first.`,
  'roles.unknown': 'This role does not exist, or no longer does.',
  'roles.name-taken': 'Another role has this name already.',
  'roles.too-many': ({ limit }) => `An organisation has at most ${Number(limit)} roles of its own. Remove one first.`,
  'roles.out-of-scope':
    'Some of these rights concern the whole organisation: a role of one sub-account cannot have them.',
  'roles.in-use': ({ people, invitations }) =>
    `This role is still held by ${holders(Number(people), Number(invitations))}. Change it there first.`,
  'roles.changed-meanwhile': 'Somebody else has just changed this role.',
  'questionnaires.unknown': 'This questionnaire does not exist in this sub-account.',
  'questionnaires.name-taken': 'Another questionnaire of this sub-account has this name already.',
  'questionnaires.too-many': ({ limit }) =>
    `An organisation offers at most ${Number(limit)} questionnaires at once. Archive one first.`,
  'questionnaires.changed-meanwhile': 'Somebody else has just changed this questionnaire.',
  'questionnaires.not-publishable': 'Some points are left to mend before this questionnaire can be published.',
  'answers.does-not-fit': 'This answer does not fit the question.',
  'answers.moved-on': 'You have already gone on elsewhere, perhaps in another tab.',
  'answers.nobody-now': 'Nobody can take your request any more right now. Choose another answer.',
  'answers.to-be-given': 'Please answer the questions first.',
  'shortcuts.key-taken': 'Another shortcut has this word already. Choose another one.',
  'shortcuts.variable-unknown': ({ name }) =>
    String(name) === ''
      ? 'The name of the variable is missing between the braces.'
      : `There is no variable {{${name}}}. Choose it from the list.`,
  'shortcuts.too-many': ({ limit }) => `There are ${Number(limit)} shortcuts here already. Remove one first.`,
  'shortcuts.changed-meanwhile': 'Somebody else has just changed this shortcut.',
  'invitations.unknown': 'This invitation is not valid. It may have been used already, or another one has replaced it.',
  'invitations.expired': 'This invitation has expired. It was valid for 7 days.',
  'invitations.other-account': 'This invitation is for somebody other than the person signed in here.',
  'invitations.sign-in-required': 'This address already has an account. Sign in to join the organisation.',
  'sub-accounts.required': 'Choose a sub-account for this role.',
  'sub-accounts.not-allowed': 'This role already has every sub-account.',
  'sub-accounts.name-taken': 'Another sub-account, perhaps an archived one, has this name already.',
  'sub-accounts.too-many': ({ limit }) =>
    `An organisation has at most ${Number(limit)} sub-accounts at once. Archive one first.`,
  'sub-accounts.changed-meanwhile': 'Somebody else has just renamed this sub-account.',
  'sub-accounts.last': 'This is the last sub-account: an organisation always has one.',
  'sub-accounts.heir-required': 'This sub-account is not empty. Choose the one that takes over what it holds.',
  'sub-accounts.heir-refused': 'This sub-account cannot take anything over: choose another one, which is not archived.',
  'notifications.quiet-all-day': 'Quiet hours must end at another time than they begin.',
  'notifications.service-refused': 'This server sends nothing to this browser’s notification service.',
  'notifications.too-many-browsers': ({ limit }) =>
    `You already receive notifications in ${limit} browsers. Remove one first.`,
  'notifications.not-delivered':
    'This browser’s notification service did not take the notification. Try again later, or turn them on again.',
  'billing.no-seat-left': ({ seats, taken, fixed }) =>
    `There is no seat left: ${Number(taken)} of ${Number(seats)} are taken, open invitations among them. ${fixed ? 'One must become free first.' : 'The plan is changed in Settings → Billing.'}`,
  'billing.too-few-seats': ({ taken, seats, remove }) =>
    `${Number(taken)} seats are taken: too many for ${Number(seats)}. Remove ${
      Number(remove) === 1 ? 'one person or invitation' : `${Number(remove)} people or invitations`
    } first.`,
  'billing.seats-not-offered': ({ least, most }) =>
    least === most
      ? `This plan has ${Number(most)} ${Number(most) === 1 ? 'seat' : 'seats'}, no more and no fewer.`
      : `This plan has ${Number(least)} to ${Number(most)} seats.`,
  'billing.by-request': 'Ask the sales department for this plan.',
  'billing.plan-fixed': 'Every organisation of this server is on the same plan: there is nothing to change.',
  'billing.changed-meanwhile': 'Somebody changed the plan meanwhile. Read it again before confirming.',
  'billing.too-many-requests': 'Several of your requests already wait for an answer.',
  'letters.not-waiting': 'This letter has already left, or is no longer needed.',
  'channels.changed-meanwhile': 'Somebody changed this channel in the meantime. Read its settings again before saving.',
  'channels.site-refused': 'The chat is not allowed on this site.',
  'channels.paused': 'Nothing can be written on this channel for now.',
  'channels.archived': 'This channel is archived. Bring it back first.',
  'channels.hours-backwards': 'Some opening hours end before they begin.',
  'channels.hours-overlap': 'Opening hours of one day overlap.',
  'channels.questionnaire-required': 'Choose the questionnaire that greets first.',
  'channels.too-many': (details) => `An organisation has at most ${Number(details.limit)} channels.`,
  'conversations.taken': ({ by }) =>
    typeof by === 'string'
      ? `${by} has already picked up this conversation.`
      : 'This conversation has already been picked up.',
  'conversations.closed': 'This conversation is closed.',
  'conversations.not-yours': 'This conversation is not yours: pick it up first.',
  'ratings.not-closed': 'This conversation has gone on: you can rate it once it is closed.',
  'ratings.not-asked': 'No rating is asked for at the moment.',
  'ratings.too-late': 'This rating can no longer be given or changed.',
  'ratings.changed-meanwhile': 'Your rating was changed in another tab. Here it is as it stands.',
  'transcripts.nothing-said': 'Nobody has answered yet: there is nothing to send.',
  'transcripts.no-address': 'The e-mail address of this person is not known.',
  'transcripts.too-many': 'This was sent often enough today. Try again tomorrow.',
  'conversations.receiver-inactive': ({ name }) => `${nameOr(name)} may not talk to visitors at the moment.`,
  'conversations.receiver-no-access': ({ name }) => `${nameOr(name)} has no access to conversations.`,
  'conversations.receiver-language': ({ name }) => `${nameOr(name)} does not accept the language of this conversation.`,
  'conversations.receiver-questionnaire': ({ name }) =>
    `${nameOr(name)} is no advisor for the questionnaire of this conversation.`,
  'conversations.receiver-full': ({ name, limit }) =>
    `${nameOr(name)} has as many conversations as their limit allows (${Number(limit)}).`,
  'files.empty': 'This file is empty.',
  'files.too-large': ({ maxBytes }) => `This file is too large: ${megabytes(maxBytes)} at most.`,
  'files.quota-reached': ({ maxBytes }) =>
    `The limit for sending files is reached: ${megabytes(maxBytes)} a day. Try again tomorrow.`,
  'files.id-reused': 'Another file already carries this id. Choose the file again.',
  'files.wrong-piece': 'This piece of the file is not the one that comes next. Sending goes on from where it stood.',
  'files.incomplete': 'Not all of the file has arrived yet. Sending goes on from where it stood.',
  'files.damaged': 'The file was damaged on its way. Choose it again.',
  'files.type-lies': 'What is in this file is not what its name says. It was not accepted.',
  'files.type-refused': 'Programs are not accepted, for everybody’s safety.',
  'files.unknown': 'An attached file is no longer there. Choose it again.',
  'messages.mention-refused': ({ name }) =>
    `${nameOr(name)} does not read this conversation: the note cannot mention them.`,
  'messages.not-yours': 'This message is not yours.',
  'messages.too-old': 'This message is more than a day old: it can no longer be changed.',
  'messages.deleted': 'This message was deleted in the meantime.',
  'messages.changed-meanwhile': 'This message was changed in the meantime. Read it again before saving.',
  'messages.id-reused': 'Another message already carries this id. Copy your text and send it again.',
  'streams.unknown': 'This stream does not exist, or is out of your reach.',
  'reasons.name-taken': 'Another reason of this sub-account already has this name.',
  'reasons.too-many': ({ limit }) => `This sub-account already has ${Number(limit)} reasons. Archive one first.`,
  'reasons.changed-meanwhile': 'Somebody else has just changed this reason.',
  'reasons.archived': 'This reason is archived: it can no longer be booked.',
  'reasons.taker-unfit': ({ name }) =>
    `${nameOr(name)} cannot receive for this reason: only people of this sub-account with the Appointments module can.`,
  'reasons.place-missing': 'Say where the appointment is kept: its address, or the link of the video call.',
  'openings.backwards': 'The end must come after the beginning.',
  'openings.too-long': 'This is too long. Make several, or repeat a shorter one.',
  'openings.too-many': ({ limit }) =>
    `This calendar already has ${Number(limit)} openings and absences. Remove one first.`,
  'openings.rule-unknown': 'This repetition is not known.',
  'openings.never': 'Repeated like this, it never comes again.',
  'openings.no-such-time': 'This time does not exist: clocks skip it when summer time begins.',
  'openings.twice': 'This time exists twice, when summer time ends. Choose another one.',
  'openings.changed-meanwhile': 'Somebody else has just changed this opening.',
  'calendars.changed-meanwhile': 'Somebody else has just changed this calendar.',
  'calendars.holidays-unknown': 'The public holidays of this place are not known.',
  'calendars.address-refused': 'This address cannot be read from here: it must be a public one.',
  'appointments.not-free': 'This time is not free.',
  'appointments.slot-taken': 'This time has just been taken. Choose another one.',
  'appointments.past': 'This moment is already past.',
  'appointments.over': 'This appointment is past or cancelled: it no longer changes.',
  'appointments.not-begun': 'This appointment has not begun yet.',
  'appointments.changed-meanwhile': 'Somebody else has just changed this appointment.',
  'appointments.window-too-long': ({ days }) => `At most ${Number(days)} days at once.`,
  'appointments.too-many': ({ limit }) =>
    `You already have ${Number(limit)} appointments to come. Cancel one to book another.`,
  'appointments.phone-missing': 'Say at which number to call you.',
  'appointments.nobody-to-write-to': 'This appointment has no e-mail address: there is nobody to write to.',
  'appointments.not-placed':
    'Some appointments could not be reassigned. Nothing has changed: look which, and choose again.',
  'appointments.link-unknown': 'This link leads to no appointment.',
}

function wait(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

const holders = (people: number, invitations: number): string =>
  list([
    ...(people > 0 ? [plural(people, { one: '# person', other: '# people' })] : []),
    ...(invitations > 0 ? [plural(invitations, { one: '# invitation', other: '# invitations' })] : []),
  ])

const megabytes = (bytes: unknown): string => `${Math.floor(Number(bytes ?? 0) / 1024 / 1024)} MB`

/** A refusal may be read without its details. */
const nameOr = (name: unknown): string => (typeof name === 'string' ? name : 'This person')
