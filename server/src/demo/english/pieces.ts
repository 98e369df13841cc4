import { agent, note, type Script, sometimes, visitor } from '../script.ts'

const whichOne: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(
      `${s.hello}, could you describe the one I would actually get? I’m looking at ${s.piece.the}.`,
      `${s.hello}, are the colours true for ${s.piece.the}? It looks very grey on my screen.`,
    ),
    agent(
      `${s.back}, give me ten minutes and I’ll go and look at them properly.`,
      `${s.back}, it’s warmer in real life, mornings above all. Let me see which ones are left.`,
    ),
    agent(
      'Three in front of me: one with a run of glaze at the rim, one leaning green, one nearly white. Which do you fancy?',
      'Three left, all different: the run, the green one or the pale one?',
    ),
    visitor('The run, definitely!', 'The pale one, please.', 'Tricky… the green.'),
    agent('I’ve stuck a note on it. What name?', 'Yours for forty-eight hours. What name, please?'),
    visitor(
      `${s.surname}. I’ll pay tonight, thanks.`,
      `${s.surname}. What service!`,
      `${s.surname}, see you tomorrow.`,
    ),
    note(`Put aside for ${s.surname}, back shelf.`),
  ],
})

const dishwasher: Script = (s) => ({
  path: s.piece.path,
  lines: [
    visitor(`${s.hello}, can ${s.piece.the} go in the dishwasher?`, [
      `${s.hello}`,
      'Dishwasher, yes or no?',
      `Asking about ${s.piece.the}`,
    ]),
    agent(
      `${s.back}, porcelain yes, on a gentle cycle. Stoneware and red clay prefer the sink.`,
      `${s.back}, better by hand: hot water will do, and no soap inside.`,
    ),
    visitor('And the microwave?', 'Thanks! No microwave either, I suppose.', 'Oops, it’s been in once already.'),
    agent(
      'One wash does no harm, it’s the habit that dulls a glaze. And the microwave is fine: there is no metal in any of our pieces.',
    ),
    sometimes(visitor('Good to know, thanks.', 'OK, thanks!')),
  ],
})

const mend: Script = (s) => ({
  path: '/ceramiques',
  lines: [
    visitor(
      `${s.hello}, my cat has knocked over ${s.piece.the}. Do you mend things?`,
      `${s.hello}, you mend your own pots with lacquer, don’t you? I have a broken bowl from six years ago.`,
    ),
    agent(
      `${s.back}, we do, once a quarter, for the price of the lacquer: about twenty euros. Have you got all the pieces?`,
      `${s.back}, with pleasure. Did you keep the pieces?`,
    ),
    visitor('All of them, in a shoebox.', 'All but a tiny one.', 'Yes. How long does it take?'),
    agent(
      'Anything missing we rebuild in lacquer, it looks even better. Allow six weeks.',
      'Six to eight weeks, lacquer dries in its own time. Drop the box off whenever you pass.',
    ),
    note(`Mending for ${s.surname}, open a card when the box arrives.`),
    visitor(
      'You’ve cheered me up, thanks.',
      `I’ll come by on ${s.day}. Thank you!`,
      'Perfect. I shall speak to the cat 🐈',
    ),
  ],
})

export const forRestaurant: Script = (s) => ({
  path: '/ceramiques',
  lines: [
    visitor(
      `${s.hello}, I’m opening a small restaurant in ${s.town} and need forty bowls. Do you sell to trade?`,
      `${s.hello}, do you supply tea rooms? We are opening in ${s.town}.`,
    ),
    agent(
      `${s.back}, we do, and gladly. When for? Leave me an address and Hélène will send a quote.`,
      `${s.back}! Hélène looks after trade: when is it for, and where can she write to you?`,
    ),
    visitor(`September. ${s.email}`, `March, on a small-restaurant budget… ${s.email}, thanks.`),
    agent('Thank you. You’ll have a quote by the end of the week.', 'Noted, she’ll be in touch with samples.'),
    note('Trade, quote to do. Hélène has it.', `Trade in ${s.town}, could become a regular.`),
    visitor('Great, thank you.', 'I look forward to it!', 'Thanks for being so quick.'),
  ],
})

const openToday: Script = (s) => ({
  path: '',
  lines: [
    visitor(`${s.hello}, are you open on ${s.day}?`, `${s.hello}, how late can I pop in to the Brighton shop?`, [
      `${s.hello}`,
      'where exactly in brighton are you and when do you close',
    ]),
    agent(
      `${s.back}, Wednesday to Sunday, ten to six, 18 Linden Yard: the green door.`,
      `${s.back}, we’re at 18 Linden Yard, Wednesday to Sunday until six. The bell works every other time, so knock hard.`,
    ),
    visitor('Thanks!', 'Great, see you soon.', 'ta'),
    sometimes(agent('See you!', 'The kettle is on.')),
  ],
})

export const shelfTalks: Script[] = [whichOne, dishwasher, mend, forRestaurant]
export const doorTalks: Script[] = [openToday]
