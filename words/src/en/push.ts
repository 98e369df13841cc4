import type { PushTexts } from '../fr/push.ts'

export const push: PushTexts = {
  offered: (who) => (who ? `${who} is offered to you` : 'A conversation is offered to you'),
  waiting: (who) => (who ? `${who} is waiting for an answer` : 'New conversation waiting'),
  message: (who) => (who ? `Message from ${who}` : 'New message'),
  transferred: (who) =>
    who ? `The conversation with ${who} is transferred to you` : 'A conversation is transferred to you',
  mention: (who) => (who ? `You are mentioned about ${who}` : 'You are mentioned in a conversation'),
  appointment: {
    booked: (who) => `New appointment: ${who}`,
    moved: (who) => `Appointment moved: ${who}`,
    cancelled: (who) => `Appointment cancelled: ${who}`,
    given: (who) => `An appointment is given to you: ${who}`,
    taken: (who) => `An appointment goes to somebody else: ${who}`,
  },
  files: (count, first) => (count > 1 ? `${count} files: ${first}…` : `File: ${first}`),
  trial: {
    title: 'Notifications arrive',
    body: 'This is where Comptoir tells you when no page is open.',
  },
}
