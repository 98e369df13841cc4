import type { LetterTexts } from '../fr/letters.ts'

export const letters: LetterTexts = {
  invitation: ({ inviter, organisation, subAccount, role }) => ({
    subject: `${inviter} invites you to ${organisation}`,
    body: `Hello,

${inviter} invites you to join ${organisation} in Comptoir, to ${tasks[role]}${
      subAccount === null ? '' : ` (${subAccount})`
    }.

All it takes is to open this link:

{link}

It is for you alone: it works once, and for 7 days.

Were you not expecting this invitation? Leave it aside: without you, nothing happens.

See you soon,
Comptoir
`,
  }),

  passwordReset: ({ name, email, host }) => ({
    subject: 'Your new password',
    body: `Hello ${name},

A new password was asked for, for ${email} on ${host}. Choose it here:

{link}

This link is good for one hour and works once. The new password will close all your sessions.

Was it not you? Your present password stays as it is, and there is nothing to do: only whoever reads this mailbox can change it.

See you soon,
Comptoir
`,
  }),

  confirmation: ({ name, organisation, by, host }) => ({
    subject: `Your account at ${organisation}`,
    body: `Hello ${name},

${by} made you an account at ${organisation}, on ${host}, with a first password.

Choose your own, which nobody else will know:

{link}

This link is good for 7 days and works once. It also confirms that this address is yours.

See you soon,
Comptoir
`,
  }),

  emailChange: ({ name, email, host }) => ({
    subject: 'Confirm your new address',
    body: `Hello ${name},

${email} is to become the address of your account on ${host}. Confirm it here:

{link}

This link is good for 24 hours and works once. Until then, your present address stays the right one.

You asked for nothing? Leave this letter aside: nothing will happen.

See you soon,
Comptoir
`,
  }),

  emailObjection: ({ name, email, by, host }) => ({
    subject: 'Your address is about to change',
    body: `Hello ${name},

${by === null ? 'Somebody who is signed in to your account' : by} asked for the address of your account on ${host} to become ${email}.

Is that as you wish? There is nothing to do.

Otherwise, open this link: the address stays yours, or becomes yours again, and you choose a new password.

{link}

This link is good for 7 days.

See you soon,
Comptoir
`,
  }),

  signUp: ({ name, organisation, host }) => ({
    subject: `Open ${organisation} in Comptoir`,
    body: `Hello ${name},

All that is missing to open ${organisation} on ${host} is your password:

{link}

This link is good for 24 hours and works once.

You asked for nothing? Leave this letter aside: nothing exists yet, and nothing will happen.

See you soon,
Comptoir
`,
  }),

  alreadySignedUp: ({ email, organisation, host }) => ({
    subject: 'You already have an account',
    body: `Hello,

Somebody wanted to open ${organisation} on ${host} with the address ${email}, which already has an account.

Was it you? Sign in, then make the organisation from the menu of organisations:

{link}

Was it not you? There is nothing to do: nothing has changed.

See you soon,
Comptoir
`,
  }),

  salesRequest: (request) => ({
    subject: `${request.organisation} asks the sales department`,
    body: `${request.name} (${request.organisation}) would like to talk about a plan.

Answer to: ${request.email}
Phone: ${request.phone === '' ? 'not given' : request.phone}
Seats wished for: ${request.wishedSeats ?? 'to be talked about'}
Present plan: ${request.plan}, ${request.seats === null ? 'unlimited seats' : `seats: ${request.seats}`}
Organisation: ${request.organisationId}

${request.message}

--
Requests without an answer: npm run sales-requests
Change the plan of an organisation: npm run subscription
`,
  }),

  transcript: {
    title: (organisation) => `Your conversation with ${organisation}`,
    zone: (zone) => `Times are those of ${zone}.`,
    cut: 'The beginning of this conversation, too long for a letter, is left out.',
    file: (name) => `[File: ${name}]`,
    foot: (organisation) =>
      `You receive this letter because this conversation was asked for at this address. Answers to this letter are not read: to go on, write to ${organisation} in the chat on their site.`,
  },

  /** About an appointment, for its visitor. Their calendar gets the same, in a file that goes with it. */
  appointment: {
    subject: {
      booked: (organisation: string) => `Your appointment with ${organisation}`,
      moved: (organisation: string) => `Your appointment with ${organisation} has a new time`,
      reassigned: (organisation: string) => `Your appointment with ${organisation}: somebody else will meet you`,
      cancelled: (organisation: string) => `Your appointment with ${organisation} is cancelled`,
      reminder: (organisation: string) => `Reminder: your appointment with ${organisation}`,
      'asked-to-move': (organisation: string) => `Choose another time with ${organisation}`,
    },
    hello: (name: string) => `Hello ${name},`,
    lead: {
      booked: 'Your appointment is booked.',
      moved: 'Your appointment has a new time.',
      reassigned: 'Your appointment stays at the same time, with somebody else.',
      cancelled: 'Your appointment is cancelled.',
      reminder: 'Your appointment is coming up.',
      'asked-to-move':
        'The time of your appointment no longer suits the person who is to meet you. Please choose another: until then it stands.',
    },
    why: (why: string) => `Why: ${why}`,
    what: 'About',
    when: 'When',
    withWhom: 'With',
    place: { 'on-site': 'Where', phone: 'By phone', video: 'By video' },
    calledAt: (phone: string) => `we call you on ${phone}`,
    link: 'To move or cancel it:',
    otherTime: 'To choose another time, or cancel:',
    foot: (organisation: string) =>
      `This link is yours alone: whoever opens it can move or cancel this appointment. Replies to this letter are not read by ${organisation}.`,
    footCancelled: (organisation: string) => `Replies to this letter are not read by ${organisation}.`,
    /** In their calendar. */
    entry: (title: string, organisation: string) => `${title} – ${organisation}`,
  },

  notHere: '[This letter carries the words of a conversation: they are read in the conversation, by those who may.]',

  linkGone: '[The link can no longer be read here: it was only for the person this letter is addressed to.]',
}

const tasks = {
  administrator: 'run the organisation',
  moderator: 'watch over all conversations',
  manager: 'run a sub-account',
  agent: 'answer visitors',
}
