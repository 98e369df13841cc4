import type { ReasonSettings } from '#contract/appointments/reasons.ts'
import type { CastKey, ShopKey } from '../cast.ts'

/** What may be booked, and what visitors write with it. */
interface DemoReason {
  shop: ShopKey
  /** Null: everybody of the shop. */
  takers: readonly CastKey[] | null
  settings: Omit<ReasonSettings, 'takerIds'>
  words: readonly string[]
}

const usual = {
  beforeMinutes: 0,
  afterMinutes: 0,
  noticeMinutes: 120,
  aheadDays: 60,
  reminders: [1_440],
  visitorsChoose: true,
}

export const reasons = {
  advice: {
    shop: 'nantes',
    takers: null,
    settings: {
      ...usual,
      name: 'Conseil en thé',
      texts: [
        {
          language: 'fr',
          title: 'Un conseil en boutique',
          description: 'Une demi-heure autour de trois tasses, pour trouver le thé qui vous ressemble.',
        },
        { language: 'en', title: 'Advice in the shop', description: 'Half an hour and three cups, to find your tea.' },
      ],
      colour: '#0f6b4f',
      place: 'on-site',
      placeDetail: '14 quai de la Fosse, Nantes',
      minutes: 30,
      everyMinutes: 30,
    },
    words: [
      '',
      'Je cherche un thé vert peu amer, pour le matin.',
      'C’est pour un cadeau de départ, budget cinquante euros.',
      'J’aimerais arrêter le café… en douceur.',
      'Ma mère dort mal : plutôt des infusions ?',
    ],
  },
  ceramics: {
    shop: 'nantes',
    takers: ['yanis', 'camille'],
    settings: {
      ...usual,
      name: 'Expertise de céramique',
      texts: [
        {
          language: 'fr',
          title: 'Faire expertiser une pièce',
          description: 'Montrez-nous votre théière à la caméra, sous tous les angles.',
        },
        { language: 'en', title: 'Have a piece looked at', description: 'Show us your teapot, from every side.' },
      ],
      colour: '#2f5d8c',
      place: 'video',
      placeDetail: 'https://visio.maison-tilleul.example/ceramique',
      minutes: 45,
      everyMinutes: 45,
      afterMinutes: 15,
    },
    words: ['Une théière de ma grand-mère, signée au revers.', 'Deux bols ébréchés : est-ce réparable ?', ''],
  },
  project: {
    shop: 'nantes',
    takers: ['camille', 'helene'],
    settings: {
      ...usual,
      name: 'Projet d’atelier privé',
      texts: [
        {
          language: 'fr',
          title: 'Préparer un atelier privé',
          description: 'Vingt minutes au téléphone pour parler dates, groupe et budget.',
        },
        { language: 'en', title: 'Plan a private workshop', description: 'Twenty minutes on the phone.' },
      ],
      colour: '#7a3d55',
      place: 'phone',
      placeDetail: '',
      minutes: 20,
      everyMinutes: 20,
      noticeMinutes: 1_440,
      visitorsChoose: false,
    },
    words: ['Un anniversaire, douze personnes, plutôt un samedi.', 'Séminaire d’équipe en janvier, une vingtaine.'],
  },
  tasting: {
    shop: 'brighton',
    takers: null,
    settings: {
      ...usual,
      name: 'Tasting for two',
      texts: [
        { language: 'en', title: 'A tasting for two', description: 'An hour, five teas, and something sweet.' },
        { language: 'fr', title: 'Une dégustation à deux', description: 'Une heure, cinq thés, une douceur.' },
      ],
      colour: '#a3541f',
      place: 'on-site',
      placeDetail: '3 Meeting House Lane, Brighton',
      minutes: 60,
      everyMinutes: 60,
      afterMinutes: 15,
    },
    words: ['', 'It is our anniversary. No hibiscus, please!', 'One of us is allergic to nuts.'],
  },
  call: {
    shop: 'brighton',
    takers: ['owen', 'priya'],
    settings: {
      ...usual,
      name: 'Call about an order',
      texts: [
        { language: 'en', title: 'Talk about an order', description: 'A quarter of an hour on the phone.' },
        { language: 'fr', title: 'Parler d’une commande', description: 'Un quart d’heure au téléphone.' },
      ],
      colour: '#54606e',
      place: 'phone',
      placeDetail: '',
      minutes: 15,
      everyMinutes: 15,
      visitorsChoose: false,
    },
    words: ['Wholesale, about thirty tins.', 'The parcel to Cork, again.'],
  },
} as const satisfies Record<string, DemoReason>

export type ReasonKey = keyof typeof reasons
// The keys are those written above.
export const reasonKeys = Object.keys(reasons) as ReasonKey[]

/** Offered once, and no longer. */
export const archivedReason = {
  ...reasons.advice.settings,
  name: 'Panier de Noël sur mesure',
  texts: [{ language: 'fr', title: 'Composer un panier de Noël', description: '' }],
  colour: '#8a2b2b',
} satisfies Omit<ReasonSettings, 'takerIds'>
