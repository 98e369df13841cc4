import type { RefusalWords } from '../fr/refusals.ts'

export const refusals: RefusalWords = {
  'request.invalid': 'Some of this does not fit. Correct it and try again.',
  'request.too-large': 'This is too large to be accepted.',
  'request.too-many': ({ retryAfterSeconds }) =>
    `Too many tries in a row. Try again in ${wait(Number(retryAfterSeconds ?? 60))}.`,
  'request.origin-refused': 'This page may not act here.',
  'request.not-found': 'Not found. It does not exist, no longer exists, or is out of your reach.',
  'request.fault': 'Something went wrong on our side. Nothing was changed. Try again in a moment.',
  'request.unavailable': 'The server cannot be reached right now. Try again in a moment.',
  'set-up.done': 'This server is already set up. Sign in instead.',
  'accounts.sign-in-required': 'Sign in to continue.',
  'accounts.sign-in-refused': 'Wrong address or password.',
  'accounts.password-wrong': 'This is not your present password.',
  'accounts.password-too-short': 'The password needs at least 15 characters. A sentence will do very well.',
  'accounts.password-too-common': 'This password is too easy to guess. A few unrelated words will do very well.',
  'accounts.link-unknown': 'This link is not valid. It may have been used already, or a newer one has replaced it.',
  'accounts.link-expired': 'This link has expired. Ask for a new one.',
  'access.refused': 'Your rights do not allow this.',
  'access.inactive': 'You are inactive: you cannot talk to visitors for now.',
  'agents.last-administrator': 'This is the last administrator: an organisation always needs one.',
  'agents.above-you': 'You cannot act on somebody who holds more rights than you, nor grant more than you hold.',
  'invitations.unknown': 'This invitation is not valid. It may have been used already, or another one has replaced it.',
  'invitations.expired': 'This invitation has expired. It was valid for 7 days.',
  'invitations.other-account': 'This invitation is for somebody other than the person signed in here.',
  'invitations.sign-in-required': 'This address already has an account. Sign in to join the organisation.',
  'sub-accounts.required': 'Choose a sub-account for this role.',
  'sub-accounts.not-allowed': 'This role already has every sub-account.',
  'letters.not-waiting': 'This letter has already left, or is no longer needed.',
  'channels.changed-meanwhile': 'Somebody changed this channel in the meantime. Read its settings again before saving.',
  'channels.site-refused': 'The chat is not allowed on this site.',
  'conversations.taken': ({ by }) =>
    typeof by === 'string'
      ? `${by} has already picked up this conversation.`
      : 'This conversation has already been picked up.',
  'conversations.closed': 'This conversation is closed.',
  'conversations.not-yours': 'This conversation is not yours: pick it up first.',
  'messages.id-reused': 'Another message already carries this id. Copy your text and send it again.',
  'streams.unknown': 'This stream does not exist, or is out of your reach.',
}

function wait(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
