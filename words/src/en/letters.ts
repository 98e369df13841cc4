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

  linkGone: '[The link can no longer be read here: it was only for the person this letter is addressed to.]',
}

const tasks = {
  administrator: 'run the organisation',
  moderator: 'watch over all conversations',
  manager: 'run a sub-account',
  agent: 'answer visitors',
}
