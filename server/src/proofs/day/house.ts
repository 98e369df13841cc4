import type { ChannelId, OrganisationId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { BodyOf } from '#contract/routes.ts'
import type { Module, RoutingMode } from '#contract/vocabulary.ts'
import type { FreshDatabase } from '../../testing/cluster.ts'
import { openComptoir } from '../../testing/comptoir.ts'
import { createWriting, shopFlow } from '../../testing/questioning.ts'
import { type Engaged, type Engagement, engage } from '../../testing/staff.ts'
import { grant } from '../../testing/wish.ts'
import type { Dice } from '../access/worlds/dice.ts'

export interface DayChannel {
  key: string
  /** What visitors of it speak. */
  languages: string[]
  asks: boolean
}

export interface House {
  id: OrganisationId
  subAccounts: SubAccountId[]
  channels: DayChannel[]
  /** The administrator first; then another who runs conversations everywhere, two managers, and agents. */
  people: Engaged[]
  /** Those who are there all day, for everything of their sub-account. */
  pillars: ReadonlySet<string>
  /** Who is advisor for what. */
  advises: ReadonlyMap<string, QuestionnaireId[]>
}

/** Nobody's first name; visitors never read it. */
export const surname = 'de Saint-Ours'

const firstNames = [
  ...[
    'Ada',
    'Milo',
    'Marc',
    'Maud',
    'Ben',
    'Chloé',
    'Iris',
    'Lou',
    'Rémi',
    'Noé',
    'Anna',
    'Basile',
    'Céline',
    'Denis',
    'Elsa',
  ],
  ...[
    'Farid',
    'Gaëlle',
    'Hugo',
    'Inès',
    'Jules',
    'Katia',
    'Léo',
    'Manon',
    'Nils',
    'Olga',
    'Paul',
    'Rose',
    'Samir',
    'Tess',
    'Yann',
  ],
]

/** Open from nine to six in Paris, every day of the week. */
const inShopHours = {
  opens: 'by-hours',
  zone: 'Europe/Paris',
  week: Array.from({ length: 7 }, () => [{ fromMinute: 9 * 60, toMinute: 18 * 60 }]),
  closedDays: [],
} as const

/** Builds the house of the day through its doors: three sub-accounts, a channel for each way of routing, and everybody at work there. */
export async function openHouse(
  database: FreshDatabase,
  { now, dice, people }: { now: Date; dice: Dice; people: number },
) {
  const comptoir = await openComptoir({ connection: database.config, clock: { now: () => now } })
  const origin = comptoir.url.origin
  const verdier = await comptoir.makeOrganisation('Maison Verdier')
  const [lyon, lille, nantes] = [
    await verdier.makeSubAccount('Lyon'),
    await verdier.makeSubAccount('Lille'),
    await verdier.makeSubAccount('Nantes'),
  ]
  const subAccounts = [lyon.id, lille.id, nantes.id]
  const hire = (place: number, as: Engagement) =>
    engage(comptoir, verdier.id, `${firstNames[place % firstNames.length]} ${surname}`, as)
  const ada = await hire(0, { role: 'administrator', languages: ['fr', 'en'] })
  const inHouse = { organisationId: verdier.id }

  async function route(channelId: ChannelId, mode: RoutingMode, offerSeconds: number): Promise<void> {
    const params = { ...inHouse, channelId }
    await grant(origin, {
      route: 'PUT /organisations/:organisationId/channels/:channelId/routing',
      by: ada,
      params,
      body: { mode, offerSeconds, version: 0 },
    })
  }
  async function change(
    channelId: ChannelId,
    how: Omit<BodyOf<'PUT /organisations/:organisationId/channels/:channelId'>, 'version'>,
  ) {
    const { channels } = await grant(origin, {
      route: 'GET /organisations/:organisationId/channels',
      by: ada,
      params: inHouse,
    })
    const version = channels.find(({ id }) => id === channelId)?.version ?? 0
    await grant(origin, {
      route: 'PUT /organisations/:organisationId/channels/:channelId',
      by: ada,
      params: { ...inHouse, channelId },
      body: { ...how, version },
    })
  }
  /** A channel of shop hours that begins with questions. */
  async function ask(subAccountId: SubAccountId, ordersTo: SubAccountId | null) {
    const writing = createWriting({ origin, marc: ada })
    const questionnaireId = await writing.make(subAccountId)
    await writing.publish(questionnaireId, shopFlow(ordersTo))
    const body = { kind: 'website', name: 'Thés et ateliers', subAccountId, zone: 'Europe/Paris' } as const
    const { id, key } = await grant(origin, {
      route: 'POST /organisations/:organisationId/channels',
      by: ada,
      params: inHouse,
      body,
    })
    await writing.begin(id, questionnaireId)
    await change(id, { hours: { ...inShopHours, week: [...inShopHours.week], closedDays: [] } })
    return { id, key, questionnaireId }
  }

  const teas = await ask(lyon.id, lille.id)
  const workshops = await ask(nantes.id, null)
  await route(lyon.channelId, 'round-robin', 30)
  await route(lille.channelId, 'least-busy', 45)
  await route(teas.id, 'least-busy', 45)
  await route(workshops.id, 'round-robin', 30)
  await change(lille.channelId, { languages: ['fr', 'en', 'de'] })

  const staff = [
    ada,
    await hire(1, { role: 'moderator', languages: ['fr', 'en'] }),
    await hire(2, { role: 'manager', subAccountId: lyon.id, conversationLimit: 4 }),
    await hire(3, { role: 'manager', subAccountId: lille.id, conversationLimit: 4 }),
  ]
  const advises = new Map<string, QuestionnaireId[]>()
  const leaders = staff.length
  for (let place = leaders; place < people; place++) {
    const subAccountId = subAccounts[place % subAccounts.length] ?? lyon.id
    const questionnaireIds = [
      ...(subAccountId === lyon.id ? [teas.questionnaireId] : []),
      ...(subAccountId === nantes.id ? [workshops.questionnaireId] : []),
    ]
    // The first of each sub-account is there for everything, all day; so there is somebody to wait for.
    const isPillar = place < leaders + subAccounts.length
    const engagement: Engagement = isPillar
      ? {
          role: 'agent',
          subAccountId,
          questionnaireIds,
          languages: ['fr', 'en'],
          reach: 'own',
          conversationLimit: 12,
        }
      : {
          role: 'agent',
          subAccountId,
          questionnaireIds: dice.chance(0.6) ? questionnaireIds : [],
          languages: dice.pick([['fr'], ['fr'], ['fr', 'en'], ['en']]),
          reach: dice.pick(['own', 'own', 'own', 'own', 'sub-account', 'all'] as const),
          conversationLimit: dice.pick([2, 3, 3, 4, 5, 6]),
          active: place !== people - 1,
          ...(place === people - 2 && { modules: ['visitors', 'shortcuts'] satisfies Module[] }),
        }
    const agent = await hire(place, engagement)
    staff.push(agent)
    advises.set(agent.agentId, engagement.questionnaireIds ?? [])
  }
  await comptoir.stop()
  return {
    id: verdier.id,
    subAccounts,
    channels: [
      { key: lyon.channelKey, languages: ['fr', 'fr', 'en'], asks: false },
      { key: lille.channelKey, languages: ['fr', 'fr', 'fr', 'en', 'de'], asks: false },
      { key: nantes.channelKey, languages: ['fr'], asks: false },
      { key: teas.key, languages: ['fr', 'fr', 'en'], asks: true },
      { key: workshops.key, languages: ['fr'], asks: true },
    ],
    people: staff,
    pillars: new Set(staff.slice(leaders, leaders + subAccounts.length).map(({ agentId }) => agentId)),
    advises,
  } satisfies House
}
