import type { Case } from './case.ts'

const wrongOven: Case = {
  shop: 'brighton',
  language: 'en',
  name: 'Tobias Achterberg',
  path: '/ceramiques/bol-a-matcha-ocre',
  began: { daysAgo: 1 },
  acts: [
    [0, { act: 'hear', text: 'Hi, can the ochre bowl go in the microwave?' }],
    [3, { act: 'pick-up', by: 'owen' }],
    [4, { act: 'say', by: 'owen', text: 'Hello Tobias! Yes, and in the oven too.' }],
    [5, { act: 'take-back', by: 'owen' }],
    [
      6,
      {
        act: 'say',
        by: 'owen',
        text: 'Sorry, I mixed it up with another one: the microwave is fine, the oven is not.',
      },
    ],
    [8, { act: 'visitor-reads' }],
    [9, { act: 'hear', text: 'Glad I asked. Thanks!' }],
    [11, { act: 'read', by: 'owen' }],
    [12, { act: 'close', by: 'owen' }],
  ],
}

const backInTheQueue: Case = {
  shop: 'brighton',
  language: 'en',
  name: 'Wilhelmina Ashdown',
  path: '/thes',
  began: { minutesAgo: 38 },
  acts: [
    [0, { act: 'hear', text: 'Good morning. I should like to order forty tins with our crest on them.' }],
    [2, { act: 'pick-up', by: 'owen' }],
    [4, { act: 'say', by: 'owen', text: 'Good morning! That is quite an order, let me find the right person.' }],
    [
      9,
      {
        act: 'hand-on',
        by: 'owen',
        to: 'queue',
        note: 'Forty tins with a crest: for Priya, or whoever has done engraving before. She is in no hurry.',
      },
    ],
  ],
}

const overToNantes: Case = {
  shop: 'brighton',
  language: 'en',
  name: 'Dev Chatterjee',
  path: '/ateliers',
  began: { minutesAgo: 47 },
  acts: [
    [0, { act: 'hear', text: 'Hello, I’m in Nantes next week. Is the wheel workshop given in English?' }],
    [3, { act: 'pick-up', by: 'tomas' }],
    [
      5,
      {
        act: 'say',
        by: 'tomas',
        text: 'Hello Dev, lucky you. My colleagues in Nantes know best, I’ll take you over to them.',
      },
    ],
    [6, { act: 'hand-on', by: 'tomas', to: 'nantes', note: 'Wants the wheel workshop in English, next Saturday.' }],
  ],
}

/** Nobody of the cast reads German. */
const speaksGerman: Case = {
  shop: 'brighton',
  language: 'en',
  spoken: 'de',
  name: 'Friederike Oltmanns',
  path: '/thes',
  began: { minutesAgo: 32 },
  acts: [
    [0, { act: 'hear', text: 'Guten Tag, liefern Sie auch nach Oldenburg? Ich suche einen kräftigen Ostfriesentee.' }],
    [1, { act: 'hear', text: 'Gerne zwei Kilo, für das Teestübchen meiner Mutter.' }],
  ],
}

export const casesOfBrighton: readonly Case[] = [wrongOven, overToNantes, backInTheQueue, speaksGerman]
