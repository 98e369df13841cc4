import { agent, note, type Script, sometimes, visitor } from '../script.ts'

const whereIsIt: Script = (s) => ({
  path: '/livraison',
  lines: [
    visitor(
      `${s.hello}, I’ve been waiting for parcel ${s.order} since ${s.day}. Do you know where it is?`,
      [`${s.hello}!`, `Has order ${s.order} left yet? I never got the e-mail.`],
      `${s.hello}, could you check on ${s.order} for me please? It should have reached ${s.town} by now.`,
    ),
    agent(`${s.back}, ${s.agent} here. Let me look it up.`, `${s.back}, one moment, I’ll ask the carrier.`, [
      `${s.back}!`,
      'Looking for it now.',
    ]),
    agent(
      `It left us on ${s.day} and it’s at the ${s.town} depot. It should be with you tomorrow before one.`,
      'It’s on its way, but nobody was in yesterday: they will try again tomorrow morning.',
      'Found it: it lost a day at the sorting centre. Tomorrow it is.',
    ),
    note(`${s.order}: carrier late, nothing wrong on our side. Chase on ${s.day} if it’s still missing.`),
    visitor('Brilliant, thank you!', 'Lovely, I’ll be in. Thanks.', 'Thanks for getting back so quickly 🙏'),
    agent('Any time. Do shout if it doesn’t turn up.', 'You’re welcome, enjoy it!', 'My pleasure.'),
  ],
})

const changeAddress: Script = (s) => ({
  path: '/livraison',
  lines: [
    visitor(`${s.hello}, I gave you my old address for ${s.order}. Is it too late to change it?`, [
      `${s.hello},`,
      `Could ${s.order} go somewhere else? I’m off to ${s.town} earlier than planned.`,
    ]),
    agent(
      `${s.back}, you’re just in time, the van comes at three. Where should it go?`,
      `${s.back}, not too late at all, it’s still on the packing table. What’s the right address?`,
    ),
    visitor(
      `12 Orchard Road, ${s.town}, please. Name of ${s.surname}.`,
      `My office: 3 Market Place, ${s.town}. Somebody is in all day.`,
    ),
    agent('All changed. The new tracking number will be with you this afternoon.', 'Done, I’ve printed a new label.'),
    note(`Address of ${s.order} changed, old label binned.`),
    visitor('You’re a star, thank you.', 'Thanks so much!', 'Perfect, have a good day.'),
    sometimes(agent('You too!', 'Glad we caught it.')),
  ],
})

export const broken: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(
      [`${s.hello},`, `I’ve just opened my parcel and ${s.piece.broken} 😢`, 'What should I do?'],
      `${s.hello}, bit of a sad one: ${s.piece.broken}. Everything else is fine.`,
      `${s.hello}, ${s.piece.broken}. The box looks perfect, oddly. Would you replace it?`,
    ),
    agent(
      `${s.back}, I’m so sorry about that. Could I have the number at the top of the slip? I’ll sort it out.`,
      `${s.back}, oh no. We’ll put that right. What’s the order number, please?`,
    ),
    visitor(`${s.order}`, `It’s ${s.order}.`, `I think it’s ${s.order}, name of ${s.surname}.`),
    agent(
      'Thank you. The same piece leaves tomorrow morning, no charge. Do keep the bits if you like: we mend with lacquer.',
      'Got it. A new one goes out tonight with a great deal more straw. No need to send the old one back.',
    ),
    note(
      `Broken in transit, replacement on us (${s.order}). Third this month with this carrier.`,
      `Replacement for ${s.order}. Check the shelf before promising the colour.`,
    ),
    visitor('That was easier than I feared. Thank you!', 'Thanks, really kind.', 'Amazing service, thank you.'),
    agent('Least we can do. Sorry again!', 'Thank you for being so nice about it.'),
  ],
})

const missing: Script = (s) => ({
  path: s.tea.path,
  lines: [
    visitor(
      `${s.hello}, ${s.tea.the} is missing from ${s.order}, there is only ${s.otherTea.the} in the box.`,
      `${s.hello}, I ordered two packets and got one: ${s.tea.the} isn’t there.`,
    ),
    agent(
      `${s.back}, my apologies. It’s still on our shelf, I’m looking straight at it.`,
      `${s.back}, you’re right, it’s on the slip. Our mistake.`,
    ),
    agent(
      'It goes out tonight, tracked, with a little something to say sorry.',
      `I’ll send it tonight and slip in some more of ${s.otherTea.of} for the wait.`,
    ),
    visitor('That’s kind, thanks!', 'No worries, these things happen.', 'Oh, you didn’t have to 😊'),
    sometimes(agent('Happy brewing!', 'Thanks for your patience.')),
  ],
})

export const collect: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(`${s.hello}, do you have ${s.piece.the} in the Brighton shop? I could come by on ${s.day}.`, [
      `${s.hello}!`,
      `Can I collect ${s.piece.the} in Brighton?`,
      `I’m in town on ${s.day}.`,
    ]),
    agent(
      `${s.back}, we do. What name shall I put on it?`,
      `${s.back}, yes, and I’ll keep it behind the counter until ${s.day} evening. What name, please?`,
    ),
    visitor(`${s.surname}, thanks!`, `It’s ${s.surname}. Probably around five.`, `${s.surname}, please.`),
    agent('All yours. Linden Yard, the green door, we close at six.', 'Put aside. See you soon!'),
    note(`Put aside for ${s.surname} until ${s.day} evening.`),
    sometimes(visitor('See you then!', 'Thank you!')),
  ],
})

const giftWrap: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(
      `${s.hello}, I’d like to give ${s.piece.the} as a present. Do you wrap?`,
      `${s.hello}, could you put a note in a parcel for me? It’s a present for ${s.day}.`,
    ),
    agent(
      `${s.back}, of course: a cotton furoshiki for €4, or paper and string for nothing. And what should the card say?`,
      `${s.back}, gladly. Cloth or paper? And tell me the words, we write them by hand.`,
    ),
    visitor(
      '“Happy birthday Jo, may every cup be a long one.” Cloth please, blue if you have it.',
      '“Well done, both of you!” Paper is fine.',
      '“For quiet Sundays. Love, Tom.” In paper, please.',
    ),
    agent('Lovely words. It’s done and leaves tomorrow.', 'Written, wrapped and ready.'),
    visitor('Perfect, thank you.', 'You’re wonderful ✨', 'Thanks ever so much!'),
  ],
})

const sendBack: Script = (s) => ({
  path: '/livraison',
  lines: [
    visitor(
      `${s.hello}, I was given ${s.piece.the} twice (two lots of friends, same taste!). May I return one?`,
      `${s.hello}, how do returns work? It’s beautiful but it fights with my kitchen.`,
    ),
    agent(
      `${s.back}, you have thirty days. An exchange or a refund? And where should I send the label?`,
      `${s.back}, no trouble at all. Tell me whether you would rather swap or have the money back, and an address for the label.`,
    ),
    visitor(`A swap for ${s.tea.the}, maybe? I’m at ${s.email}`, `A refund if that’s all right. ${s.email}`),
    agent('Label sent. Back in its straw, and off to the post office.', 'Done. Allow three days once it reaches us.'),
    note('Return agreed, label sent. Check condition on arrival.'),
    visitor('Got it, thank you.', 'Thanks!', 'So easy, thank you.'),
  ],
})

export const parcelTalks: Script[] = [whereIsIt, changeAddress, broken, missing, giftWrap, sendBack]
export const counterTalks: Script[] = [collect]
