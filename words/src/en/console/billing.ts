import type { BillingWords } from '../../fr/console/billing.ts'
import { plural } from '../grammar.ts'

const seats = (count: number) => plural(count, { one: '# seat', other: '# seats' })
const people = (count: number) => plural(count, { one: '# person', other: '# people' })

export const billing: BillingWords = {
  title: 'Billing',
  text: 'The organisation’s plan and the seats it has.',

  now: {
    title: 'Present plan',
    perMonth: (price) => `${price} a month`,
    byAgreement: 'Price agreed with the sales department',
    settledOutside: 'Nothing is charged here: you settle directly with whoever runs this server.',
    fixed: 'Every organisation of this server is on the same plan.',
  },

  seats: {
    meter: (taken, count) => (count === null ? `${seats(taken)} taken, without limit` : `${taken} of ${seats(count)}`),
    taken: (count) => plural(count, { one: 'seat taken', other: 'seats taken' }),
    of: 'of',
    unlimited: ', without limit',
    byInvitations: (count) => `, ${count} of them by ${plural(count, { one: 'an invitation', other: 'invitations' })}`,
    full: 'All seats are taken: inviting or adding somebody needs another plan, or a free seat.',
    fullFixed: 'All seats are taken: to invite or add somebody, one must become free first.',
    over: (count) =>
      `${plural(count, { one: 'One person', other: '# people' })} too many for this plan. Nobody loses their seat, but none is free.`,
    who: 'Who holds the seats',
    hint: 'Everybody in the organisation holds a seat, active or not. An invitation holds one as long as its link works.',
    invitation: (until) => `Invitation, good until ${until}`,
    unseen: (count) => `and ${people(count)} your rights do not show`,
  },

  plans: {
    title: 'Plans',
    text: 'A change holds at once. Nothing changes before you confirm.',
    choose: 'Plan',
    present: 'Present',
    seats: ({ least, most }) =>
      most === null ? 'Unlimited seats' : least === most ? seats(most) : `${least} to ${seats(most)}`,
    free: 'Free of charge',
    perSeat: 'per seat and month',
    byRequest: 'On request',
    features: {
      documentation: 'Documentation',
      'human-support': 'A person answers your questions',
      'own-limits': 'Limits made for you',
    },
    seatCount: 'Number of seats',
    fewer: 'One seat fewer',
    more: 'One seat more',
    total: (plan, count, price) => `${plan}, ${seats(count)}: ${price} a month`,
    sum: (count, price) => `${count} × ${price}`,
    insteadOf: (price) => `instead of ${price}`,
    unchanged: 'This is what you have already.',
    tooFew: (taken, remove) =>
      `${seats(taken)} are taken. Remove ${plural(remove, {
        one: 'one person or invitation',
        other: '# people or invitations',
      })} first, or choose more seats.`,
    change: 'Change plan…',
    changeSeats: 'Change the number of seats…',
    toAgents: 'See the agents',
  },

  confirm: {
    title: (plan) => `Change to ${plan}?`,
    titleSeats: (count) => `Change to ${seats(count)}?`,
    from: 'Today',
    to: 'Once confirmed',
    terms: (plan, count) => `${plan}, ${count === null ? 'unlimited seats' : seats(count)}`,
    leavesUltimate: (plan) => `To come back to ${plan}, you will have to ask the sales department.`,
    act: 'Confirm the change',
    done: 'The plan is changed',
  },

  history: {
    title: 'History',
    when: 'Date',
    who: 'By',
    what: 'Change',
    price: 'Price per month',
    began: 'Beginning',
    server: 'Who runs the server',
  },

  sales: {
    title: 'Sales department',
    text: 'For the Ultimate plan, limits made for you, or anything about prices.',
    act: 'Contact sales',
    dialog: 'Contact sales',
    message: 'Your request',
    messageHint: 'How many will you be, and what do you need?',
    needMessage: 'Write a few words.',
    phone: 'Phone',
    phoneHint: 'If you would rather be called.',
    seats: 'Seats wished for',
    answerTo: (email) => `The answer goes to ${email}.`,
    send: 'Send the request',
    sent: 'Request sent',
    asked: (by) => `Asked by ${by}`,
    waiting: 'Waits for an answer',
    answered: 'Dealt with',
    wished: (count) => `${seats(count)} wished for`,
    empty: 'No request so far.',
  },
}
