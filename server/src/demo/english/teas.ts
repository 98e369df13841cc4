import { agent, note, type Script, sometimes, visitor } from '../script.ts'

const forTheEvening: Script = (s) => ({
  path: '/thes',
  lines: [
    visitor(
      `${s.hello}, what would you drink in the evening? No caffeine, but nothing that tastes of medicine.`,
      [`${s.hello},`, 'I sleep badly. Anything you’d recommend after dinner?'],
      `${s.hello}! Something for the evening for my mum, please. She can’t stand camomile.`,
    ),
    agent(
      `${s.back}, ${s.agent} here. The Ventoux linden, no question: clear honey, cut grass, and out like a light.`,
      `${s.back}! Our linden. We pour it for everybody who says they can’t sleep.`,
    ),
    visitor('Tempting. Is it easy to make?', 'Sounds lovely. How long does it need?'),
    agent(
      'Two grams a cup, water just off the boil, six minutes. Forget it for ten and it still won’t turn bitter.',
      'Six minutes at 95 °C, that’s all. Leave the window open a crack, it tastes even better.',
    ),
    visitor('Sold! Two packets, please.', 'Thanks, I’ll try it tonight.', 'Put one aside, I’ll be in on Saturday 🙂'),
    agent('Sleep well!', 'With pleasure. Have a lovely evening.'),
  ],
})

const howToBrew: Script = (s) => ({
  path: s.tea.path,
  lines: [
    visitor(
      `${s.hello}, ${s.tea.the} I bought from you comes out terribly bitter. I must be doing something wrong?`,
      `${s.hello}, what temperature is right for ${s.tea.the}? The label went through the wash.`,
      [`${s.hello}`, `How long for ${s.tea.the}?`, 'Thanks in advance'],
    ),
    agent(
      `${s.back}, for one cup: ${s.tea.brewing}. And don’t wait for a proper boil.`,
      `${s.back}! ${s.tea.brewing}, with soft water if you can. Longer than that and it takes revenge.`,
    ),
    visitor(
      'Straight from a boiling kettle… I see.',
      'Ah, I was leaving it ten minutes.',
      'I haven’t got a thermometer, though?',
    ),
    agent(
      'A trick without a thermometer: when the bubbles are the size of a grain of rice, it’s ready. And take the leaves out in time.',
      'Let the kettle stand open for three minutes, then taste every thirty seconds: it’s a different tea.',
    ),
    visitor('Just tried it. Night and day! Thank you.', 'I’ll try tomorrow morning. Thanks for the tip.', 'Thanks 🍵'),
    sometimes(agent('Enjoy!', 'Let us know how it goes.')),
  ],
})

const insteadOfCoffee: Script = (s) => ({
  path: '/thes',
  lines: [
    visitor(
      `${s.hello}, I’m giving up coffee (doctor’s orders). I need a tea that actually wakes me up.`,
      `${s.hello}, which of your teas has the most character? I’m really an espresso person.`,
    ),
    agent(
      `${s.back}, good luck! Night Watch for character, the spring Darjeeling for a gentler start.`,
      `${s.back}, two ideas: Night Watch (resin, prune, cocoa) and the Darjeeling, which is brighter.`,
    ),
    visitor('Smoked, like salmon?', 'And if I like neither?', 'Hmm, hard to say.'),
    agent(
      'Easiest is to taste: I’ll put a sample of each in your next parcel.',
      'Try before you choose: two samples are yours, on the house.',
    ),
    visitor('Yes please to the samples.', 'All right, I’m in. Thank you!', 'Go on then!'),
    agent('On their way. Tell us how the first week without coffee goes!', 'Lovely. Speak soon.'),
  ],
})

export const inStock: Script = (s) => ({
  path: s.tea.path,
  lines: [
    visitor(
      `${s.hello}, when will ${s.tea.the} be back? There was none left on ${s.day}.`,
      `${s.hello}, have you got any of ${s.tea.of} left?`,
    ),
    agent(
      `${s.back}, the crate came in this morning. How many would you like?`,
      `${s.back}, nine packets. How many shall I put by?`,
    ),
    visitor(
      `${s.count}, if I may.`,
      'Two for me and one for the neighbour who keeps borrowing it.',
      'Just the one, to try.',
    ),
    agent('Done. Collecting, or by post?', 'Lovely. Shall we post it, or will you come in?'),
    visitor(`By post to ${s.town}, please.`, `I’ll come in on ${s.day}. Name of ${s.surname}.`),
    agent('Noted. Thank you!', 'Perfect, see you soon.'),
    note(`Packets put by (${s.surname}).`),
  ],
})

export const toChoose: Script = (s) => ({
  path: s.tea.path,
  lines: [
    visitor(
      `${s.hello}, what’s the difference between ${s.tea.the} and ${s.otherTea.the}? I can’t decide.`,
      `${s.hello}, I’m after a present for somebody who loves ${s.otherTea.the}. What else would they like?`,
    ),
    agent(
      `${s.back}! It depends on the hour: more of a morning thing, or an afternoon one?`,
      `${s.back}, one is for silence and the other for chatting. What time of day is it for?`,
    ),
    visitor('Afternoon, with a book.', 'Morning, before everybody else is up.', 'Around five, with cake.'),
    agent(
      `Then ${s.tea.the}. And if it’s wrong, bring the open packet back and we’ll swap it.`,
      `I’d say ${s.tea.the}. I’ll put in a sample of the other to compare.`,
    ),
    visitor('Yes please, thank you.', 'I trust you. Thanks!', 'Perfect, 100 g then.'),
    sometimes(agent('Thank you. Enjoy!', 'Noted, speak soon.')),
  ],
})

const withoutCaffeine: Script = (s) => ({
  path: '/thes',
  lines: [
    visitor(
      `${s.hello}, my sister is expecting: which of your teas can she have?`,
      `${s.hello}, is there much caffeine in ${s.tea.the}? It’s for a friend who is expecting.`,
    ),
    agent(
      `${s.back}, congratulations to her! The linden has none at all. As for the others, her midwife will know better than us.`,
      `${s.back}! All our teas have some, except the linden. Do ask a doctor as well.`,
    ),
    visitor(
      'Linden it is. Thanks for being straight with me.',
      'Thanks, we’ll ask.',
      'Ha, nine months of linden then 😄',
    ),
    agent('All the best to the three of them.', 'Wish her well from us.'),
  ],
})

export const teaTalks: Script[] = [forTheEvening, howToBrew, insteadOfCoffee, inStock, toChoose, withoutCaffeine]
