import type { OpeningHours } from '#contract/opening.ts'
import type { Locale, Module, Permission, Role } from '#contract/vocabulary.ts'
import type { Hours } from './hours.ts'

/** The demo is the organisation of the made-up shop at /test. */
export const organisationName = 'Maison Tilleul'

/** The two shops: each a sub-account with a channel of its own. */
export const shops = {
  nantes: {
    name: 'Nantes',
    channel: 'Site de Nantes',
    zone: 'Europe/Paris',
    colour: '#0f6b4f',
    languages: ['fr', 'en'],
    texts: {
      fr: {
        title: 'Maison Tilleul, Nantes',
        greeting: 'Une question sur un thé, une pièce, un atelier ?',
        away: '',
        rating: '',
      },
      en: {
        title: 'Maison Tilleul, Nantes',
        greeting: 'A question about a tea, a pot, a workshop?',
        away: '',
        rating: '',
      },
    },
    opens: 'always',
  },
  brighton: {
    name: 'Brighton',
    channel: 'Brighton website',
    zone: 'Europe/London',
    colour: '#7a3d55',
    languages: ['en', 'fr', 'de'],
    texts: {
      en: {
        title: 'Maison Tilleul, Brighton',
        greeting: 'The kettle is on. What can we do for you?',
        away: 'The shop is shut and the kettle is cold. Leave us a word, and where to answer you.',
        rating: 'How did we steep? Rate your chat with us.',
      },
      fr: {
        title: 'Maison Tilleul, Brighton',
        greeting: 'Nous répondons de Brighton, en anglais et en français.',
        away: '',
        rating: '',
      },
      de: {
        title: 'Maison Tilleul, Brighton',
        greeting: 'Der Tee zieht schon. Wie können wir helfen?',
        away: '',
        rating: '',
      },
    },
    opens: 'by-hours',
  },
} as const
export type ShopKey = keyof typeof shops
export const shopKeys = ['nantes', 'brighton'] as const satisfies readonly ShopKey[]
export const isShop = (key: string): key is ShopKey => shopKeys.some((shop) => shop === key)

export const site = 'maison-tilleul.example'

/** Monday to Saturday; the lunch of Brighton is sacred. */
export const openingOf = (shop: ShopKey): OpeningHours => ({
  opens: shops[shop].opens,
  zone: shops[shop].zone,
  week: Array.from({ length: 7 }, (_, day) => (day === 6 ? [] : shopDay)),
  closedDays: [
    { date: '2026-12-25', label: '' },
    { date: '2027-01-01', label: '' },
  ],
})
const shopDay = [
  { fromMinute: 9 * 60, toMinute: 12 * 60 + 30 },
  { fromMinute: 13 * 60 + 30, toMinute: 19 * 60 },
]

export const agentHours = (shop: ShopKey): Hours => ({ zone: shops[shop].zone, from: 9, to: 19 })
export const visitorHours = (shop: ShopKey): Hours => ({ zone: shops[shop].zone, from: 7.5, to: 22.5 })

/** One password for the whole cast, long enough to be taken by the rules and easy to type. */
export const passphrase = 'sept tasses bleues et un parapluie'

export interface CastMember {
  name: string
  email: string
  role: Role
  /** Null for the roles that have every sub-account. */
  shop: ShopKey | null
  languages: Locale[]
  joinedDaysAgo: number
  /** Hours since they last signed in. */
  signedInHoursAgo: number
  /** How much of which conversations they take. */
  takes: { shop: ShopKey; language: Locale; weight: number }[]
  /** From then on back: who is dormant or was deactivated takes nothing later. */
  takesUntilDaysAgo: number
}

const day = 24

export const cast = {
  helene: {
    name: 'Hélène Garnier',
    email: `helene@${site}`,
    role: 'administrator',
    shop: null,
    languages: ['fr', 'en'],
    joinedDaysAgo: 240,
    signedInHoursAgo: 3,
    takes: [
      { shop: 'nantes', language: 'fr', weight: 1 },
      { shop: 'brighton', language: 'en', weight: 0.5 },
    ],
    takesUntilDaysAgo: 0,
  },
  tomas: {
    name: 'Tomás Almeida',
    email: `tomas@${site}`,
    role: 'moderator',
    shop: null,
    languages: ['fr', 'en'],
    joinedDaysAgo: 210,
    signedInHoursAgo: 20,
    takes: [
      { shop: 'nantes', language: 'fr', weight: 1 },
      { shop: 'nantes', language: 'en', weight: 2 },
      { shop: 'brighton', language: 'fr', weight: 3 },
      { shop: 'brighton', language: 'en', weight: 1 },
    ],
    takesUntilDaysAgo: 0,
  },
  camille: {
    name: 'Camille Le Goff',
    email: `camille@${site}`,
    role: 'manager',
    shop: 'nantes',
    languages: ['fr', 'en'],
    joinedDaysAgo: 236,
    signedInHoursAgo: 5,
    takes: [
      { shop: 'nantes', language: 'fr', weight: 3 },
      { shop: 'nantes', language: 'en', weight: 2 },
    ],
    takesUntilDaysAgo: 0,
  },
  priya: {
    name: 'Priya Raman',
    email: `priya@${site}`,
    role: 'manager',
    shop: 'brighton',
    languages: ['en', 'fr'],
    joinedDaysAgo: 190,
    signedInHoursAgo: 26,
    takes: [
      { shop: 'brighton', language: 'en', weight: 3 },
      { shop: 'brighton', language: 'fr', weight: 4 },
    ],
    takesUntilDaysAgo: 0,
  },
  yanis: {
    name: 'Yanis Benkhelil',
    email: `yanis@${site}`,
    role: 'agent',
    shop: 'nantes',
    languages: ['fr', 'en'],
    joinedDaysAgo: 150,
    signedInHoursAgo: 2,
    takes: [
      { shop: 'nantes', language: 'fr', weight: 6 },
      { shop: 'nantes', language: 'en', weight: 4 },
    ],
    takesUntilDaysAgo: 0,
  },
  owen: {
    name: 'Owen Hughes',
    email: `owen@${site}`,
    role: 'agent',
    shop: 'brighton',
    languages: ['en'],
    joinedDaysAgo: 120,
    signedInHoursAgo: 4,
    takes: [{ shop: 'brighton', language: 'en', weight: 6 }],
    takesUntilDaysAgo: 0,
  },
  marguerite: {
    name: 'Marguerite-Anne de Kersauson-Penhoët',
    email: `marguerite-anne.de-kersauson-penhoet@${site}`,
    role: 'agent',
    shop: 'nantes',
    languages: ['fr'],
    joinedDaysAgo: 200,
    signedInHoursAgo: 40 * day,
    takes: [{ shop: 'nantes', language: 'fr', weight: 7 }],
    takesUntilDaysAgo: 40,
  },
  saoirse: {
    name: 'Saoirse O’Neill',
    email: `saoirse@${site}`,
    role: 'agent',
    shop: 'brighton',
    languages: ['en'],
    joinedDaysAgo: 180,
    signedInHoursAgo: 11 * day,
    takes: [{ shop: 'brighton', language: 'en', weight: 5 }],
    takesUntilDaysAgo: 13,
  },
} satisfies Record<string, CastMember>

export type CastKey = keyof typeof cast
// The keys are those written above.
export const castKeys = Object.keys(cast) as CastKey[]

/** Who may no longer talk to visitors, who decided it, and when. */
export const deactivated = { who: 'saoirse', by: 'priya', daysAgo: 12 } as const

/** Who leaves a note in a colleague's conversation. */
export const managerOf: Record<ShopKey, CastKey> = { nantes: 'camille', brighton: 'priya' }

export const firstNameOf = (key: CastKey): string => cast[key].name.split(' ')[0] ?? ''

/** What visitors choose from before they reach somebody, and where. */
export const questionnaires = [
  { name: 'Commandes et livraisons', shop: 'nantes' },
  { name: 'Ateliers du samedi', shop: 'nantes' },
  { name: 'Orders and deliveries', shop: 'brighton' },
] as const

/** Channels beside the two of the shops, both of Nantes: one for Saturdays, one that rests until summer. */
export const furtherChannels = { workshops: 'Page des ateliers', summer: 'Salon de thé d’été' } as const

/** A role the organisation made for itself. */
export const roleOfTheirOwn = {
  name: 'Formation',
  model: 'moderator',
  permissions: ['statistics.read'],
  modules: ['conversations', 'shortcuts', 'statistics'],
} satisfies { name: string; model: Role; permissions: Permission[]; modules: Module[] }

/** How much some of them take at once, and what they advise on, as numbers in the list of questionnaires. */
export const setUp: Partial<
  Record<CastKey, { conversationLimit: number | null; description: string; advises: readonly number[] }>
> = {
  yanis: { conversationLimit: 8, description: 'Commandes le matin, ateliers l’après-midi.', advises: [0, 1] },
  marguerite: { conversationLimit: 4, description: '', advises: [1] },
  owen: { conversationLimit: 6, description: 'Deliveries, and everything about Assam.', advises: [2] },
}
