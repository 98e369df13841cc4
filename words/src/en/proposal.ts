import type { ProposalWords } from '../fr/proposal.ts'

/** How an agent proposes an appointment in English. */
export const proposal: ProposalWords = {
  title: 'Propose an appointment',
  hint: 'The visitor chooses a time by a button under your message.',
  reason: 'Reason',
  needReason: 'Choose a reason.',
  text: 'Your message',
  needText: 'Write a few words.',
  submit: 'Send',
  nothing: 'No reason for an appointment is offered to visitors of this channel.',
  begins: (title) => `May I propose an appointment: ${title}? Choose the time that suits you.`,
}
