import type { Locale } from '#contract/vocabulary.ts'
import type { ShopKey } from './cast.ts'
import { broken, collect } from './english/orders.ts'
import { forRestaurant } from './english/pieces.ts'
import { inStock, toChoose } from './english/teas.ts'
import { whereIsIt } from './french/orders.ts'
import { whichOne } from './french/pieces.ts'
import { birthday, firstBowl } from './french/workshops.ts'
import type { Script } from './script.ts'

/** Somebody who waits just now. Written by hand: these cards are what one sees first. */
export interface Waiting {
  shop: ShopKey
  language: Locale
  name: string | null
  email: string | null
  minutesAgo: number
  path: string
  texts: readonly string[]
  /** What they talked of some days ago; it was closed, and these words bring it back. */
  earlier: Script | null
}

// A letter in the message box: as long as people really write, and longer than a card or a bubble likes.
const longLetter = [
  'Bonjour à toute l’équipe,',
  'Je vous écris longuement, pardonnez-moi, mais je préfère tout dire d’un coup. Ma grand-mère Odette fêtera ses quatre-vingt-dix ans le mois prochain. Elle a tenu pendant quarante-deux ans un salon de thé à Pornic, « Au Grain de Riz », que certains d’entre vous ont peut-être connu : deux salles, une véranda, et un perroquet qui commandait à la place des clients.',
  'Nous serons trente-sept à table, de quatre mois à quatre-vingt-quatorze ans, dont six qui ne boivent pas de théine, deux allergiques aux fruits à coque, et mon oncle Bernard, qui prétend que le thé est une invention pour vendre des biscuits. Nous voudrions que chacun reparte avec un petit sachet de la même feuille, celle qu’elle servait le dimanche. Le problème, c’est que personne ne sait laquelle. Elle-même dit : « le vert, dans la boîte rouge », et la boîte rouge a été vendue en 1998 avec le fonds.',
  'Ce que nous savons : l’infusion était plutôt dorée que verte, elle sentait le foin et un peu la châtaigne, on la laissait trois minutes, et l’on pouvait faire une deuxième théière avec les mêmes feuilles. Elle venait « d’un monsieur de Nantes », livrée dans des sacs en toile. Cela aurait-il pu être vous, ou la maison qui vous a précédés ? Avez-vous gardé des livres de comptes ? Je sais que c’est beaucoup demander.',
  'Si la réponse est non, accepteriez-vous de nous aider à choisir ce qui s’en approche ? Nous pourrions passer goûter, ma mère et moi, n’importe quel après-midi sauf le mercredi. Il nous faudrait quarante sachets de 20 g, avec une étiquette portant simplement « Odette, 90 », et si possible deux tasses Écume pour elle, parce que les siennes ont fini par perdre leurs anses, l’une après l’autre, comme les invités d’un roman policier.',
  'Pour le budget, nous nous sommes tous cotisés ; dites-nous ce qui est raisonnable. Et si vous trouvez que ce message est trop long, dites-vous qu’elle aurait fait pire.',
  'Merci d’avance, et bravo pour la boutique,\nMaëlys, pour les trente-sept',
  'P.-S. Le perroquet s’appelait Lapsang. Il a survécu au salon de dix ans, et il réclamait encore « la petite sœur, bien chaude » à des gens qui ne savaient pas qu’il parlait d’une deuxième théière.',
].join('\n\n')

/** Longest waiting first. */
export const waiting: readonly Waiting[] = [
  {
    shop: 'nantes',
    language: 'fr',
    name: 'Léa Martin',
    email: 'lea.martin@courrier.example',
    minutesAgo: 24,
    path: '/ceramiques/theiere-celadon',
    texts: ['Bonjour,', 'La théière Céladon existe-t-elle en plus grand ? Nous sommes six le dimanche.'],
    earlier: null,
  },
  {
    shop: 'brighton',
    language: 'en',
    name: 'Rosalind Featherstonehaugh-Cholmondeley',
    email: 'rosalind.featherstonehaugh-cholmondeley@courrier.example',
    minutesAgo: 17,
    path: '/livraison',
    texts: [
      'Hello again, the new one has arrived and it’s perfect. Just one thing: the card inside was meant for somebody called Jo?',
    ],
    earlier: broken,
  },
  {
    shop: 'nantes',
    language: 'fr',
    name: 'ليلى حداد',
    email: null,
    minutesAgo: 11,
    path: '/thes/tilleul-du-ventoux',
    texts: [
      'السلام عليكم، bonjour,',
      'Ma mère ne boit que de la verveine (لويزة). Le tilleul du Ventoux lui plairait-il ?',
      'Elle est un peu difficile 😊',
    ],
    earlier: null,
  },
  {
    shop: 'nantes',
    language: 'fr',
    name: null,
    email: null,
    minutesAgo: 6,
    path: '/ateliers',
    texts: [longLetter],
    earlier: null,
  },
  {
    shop: 'brighton',
    language: 'en',
    name: 'Zara 🌿',
    email: null,
    minutesAgo: 2,
    path: '/ceramiques/bol-a-matcha-ocre',
    texts: ['Hiya! 👋', 'Is the matcha bowl big enough for a bamboo whisk 🍵 or do I need the large one? 🙈'],
    earlier: null,
  },
]

/** A talk under way: who answers, and whose turn it is. */
export interface UnderWay {
  shop: ShopKey
  language: Locale
  /** Null: one like all others. */
  name: string | null
  by: 'helene' | 'camille' | 'yanis' | 'owen'
  script: Script
  turn: 'agent' | 'visitor'
  /** What the visitor adds while nobody answers. */
  afterthoughts?: readonly string[]
  minutesAgo: number
}

export const underWay: readonly UnderWay[] = [
  { shop: 'nantes', language: 'fr', name: null, by: 'yanis', script: whichOne, turn: 'agent', minutesAgo: 1 },
  { shop: 'brighton', language: 'en', name: null, by: 'owen', script: inStock, turn: 'agent', minutesAgo: 3 },
  {
    shop: 'nantes',
    language: 'fr',
    name: 'Marie-Charlotte de La Rochefoucauld-Montbel d’Estienne',
    by: 'helene',
    script: birthday,
    turn: 'agent',
    afterthoughts: ['Je dois filer, pouvez-vous me répondre ici ?', 'Je garde l’onglet ouvert.'],
    minutesAgo: 5,
  },
  { shop: 'nantes', language: 'fr', name: null, by: 'camille', script: whereIsIt, turn: 'visitor', minutesAgo: 9 },
  {
    shop: 'brighton',
    language: 'en',
    name: 'נועה בן־דוד',
    by: 'owen',
    script: collect,
    turn: 'visitor',
    minutesAgo: 14,
  },
  { shop: 'nantes', language: 'en', name: null, by: 'yanis', script: toChoose, turn: 'visitor', minutesAgo: 22 },
  {
    shop: 'brighton',
    language: 'en',
    name: null,
    by: 'helene',
    script: forRestaurant,
    turn: 'visitor',
    minutesAgo: 37,
  },
  { shop: 'nantes', language: 'fr', name: null, by: 'yanis', script: firstBowl, turn: 'agent', minutesAgo: 48 },
]
