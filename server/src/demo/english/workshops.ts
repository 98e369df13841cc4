import { agent, note, type Script, sometimes, visitor } from '../script.ts'

const blindTasting: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, any places left for “Five teas, no labels” this Friday?`,
      `${s.hello}, I know nothing about tea. Would the Friday tasting be embarrassing?`,
      [`${s.hello}!`, 'Could we book the tea tasting?', 'There would be two of us'],
    ),
    agent(
      `${s.back}, ${s.agent} here. Nobody gets more than two right, which is the fun of it. This Friday or the next?`,
      `${s.back}, we’d love to have you, no knowledge needed. This Friday or next?`,
    ),
    visitor('This Friday, please.', 'Next Friday would be better.', 'This one! Anything to bring?'),
    agent('Booked. What name? Come hungry, there are biscuits.', 'Lovely. Just don’t wear perfume. What name, please?'),
    visitor(`${s.surname}. Can’t wait!`, `${s.surname}, thank you.`, `It’s ${s.surname}`),
    agent('See you on Friday!', 'Noted. See you in the yard.'),
    note(`${s.surname}: blind tasting. Pays on the night.`),
  ],
})

const asPresent: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, can I give a workshop without picking the date?`,
      `${s.hello}, I need a present for somebody who has everything. Do you do vouchers for workshops?`,
    ),
    agent(
      `${s.back}, we do: a card written by hand, good for a year. Clay or tea?`,
      `${s.back}, good thinking! It lasts a year. Hands in the clay, or five teas with no labels?`,
    ),
    visitor('Clay! Can you post it?', 'Tea. Could you post it?'),
    agent(
      'Of course, in a linen envelope. What’s the first name, and the address?',
      'First thing tomorrow. Who is it for, and where?',
    ),
    visitor(
      `For Jo, care of ${s.surname}, ${s.town}.`,
      `For Ben ${s.surname}, 8 Harbour Street, ${s.town}. Thank you!`,
    ),
    agent('Written. It will be there in two days.', 'The ink is drying. Thank you!'),
  ],
})

const fourHands: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, my daughter is five and a half. Could she come to “Four hands”?`,
      `${s.hello}, the parent-and-child workshop says six. Would five and three quarters do?`,
    ),
    agent(
      `${s.back}, if the child is patient, it goes beautifully. Wednesday at half past two?`,
      `${s.back}, we say six, but mud is for all ages. There is room this Wednesday.`,
    ),
    visitor('Wednesday is perfect.', 'Patient around mud, certainly 😅 Wednesday it is.'),
    agent('Booked. Who shall I put down?', 'Wonderful. What name?'),
    visitor(`${s.surname}, two of us. Thanks!`, `${s.surname}. We’ll bring aprons.`),
    note(`${s.surname}: one adult, one child under six. Low wheel, please.`),
    sometimes(agent('See you both on Wednesday!', 'Lovely, see you then.')),
  ],
})

const fired: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, is my pot from the workshop out of the kiln? About a month ago, name of ${s.surname}.`,
      `${s.hello}, I could fetch my pieces on ${s.day}, are they ready? (${s.surname})`,
    ),
    agent(`${s.back}, let me look on the shelf.`, `${s.back}, bear with me, I’ll go and see.`),
    agent('All there, and rather good! Come whenever you like.', 'Fired, glazed and gleaming. Come and see.'),
    visitor('Hooray, see you Saturday!', 'Great, thank you.', 'Exciting! Thanks.'),
    sometimes(agent('See you soon!', 'We look forward to the unveiling.')),
  ],
})

const unknownThing: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(`${s.hello}, have you come across my piece from the workshop? ${s.surname}.`),
    agent(
      `${s.back}, under that name I have a bowl and… something. An ashtray?`,
      `${s.back}, there’s a bowl, and an object we have been calling “the thing”. Might that be it?`,
    ),
    visitor('Ha, that’s a mug!', 'It’s a mug. Well, it was meant to be 😂'),
    agent('Our apologies to the mug. It’s waiting for you.', 'Then it’s the boldest mug of the batch. All yours!'),
    visitor('I’ll rescue it on Saturday.', 'On my way, don’t sell it!'),
  ],
})

const cancel: Script = (s) => ({
  path: '/ateliers',
  lines: [
    visitor(
      `${s.hello}, I have to cancel ${s.day}, the little one is ill. Is that all right? ${s.surname}.`,
      `${s.hello}, I can’t make the workshop on ${s.day} after all (${s.surname}). What do I do?`,
    ),
    agent(
      `${s.back}, of course, no charge until the evening before. Another date, or a refund?`,
      `${s.back}, not to worry. Shall I move you, or refund you?`,
    ),
    visitor(
      'Move me to next month, please.',
      'A refund, and I’ll come back later.',
      'The week after, if there’s room.',
    ),
    agent('Done. See you soon!', 'All sorted.'),
    note(`Place free on ${s.day}, tell the waiting list.`),
    sometimes(visitor('Thanks for understanding.', 'Thank you!')),
  ],
})

export const workshopTalks: Script[] = [blindTasting, asPresent, fourHands, fired, unknownThing, cancel]
