import type { OrganisationId, SubAccountId } from '#contract/ids.ts'
import type { Stream } from '#server/platform/events/events.ts'
import { newToken } from '#server/platform/secrets.ts'
import type { Comptoir } from '#server/testing/comptoir.ts'
import type { Agent, House, Person, Role, World } from '#server/testing/naive/world.ts'
import { join, type SignedIn, signUp } from '#server/testing/staff.ts'
import { type Knocker, visitorWith } from '#server/testing/wish.ts'
import type { Dice } from './dice.ts'

/** A world twice: in words, and in the running server; with the way from one to the other. */
export interface TwinWorld {
  naive: World
  browsers: Map<Person, Knocker & SignedIn>
  visitorBrowser(token: string): Knocker
  /** Where the streams of each house stood when its history began. */
  began: Map<House, Map<Stream, number>>
}

const names = ['Ada', 'Ben', 'Chloé', 'Dan', 'Eve', 'Fay', 'Gil', 'Hugo', 'Iris', 'Jo', 'Kim', 'Lou']
const everyModule = ['conversations', 'visitors', 'recordings', 'shortcuts', 'channels', 'statistics'] as const

/** Two houses with a few people each, one of whom may work in both, and somebody who works nowhere. */
export async function makeWorld(comptoir: Comptoir, dice: Dice): Promise<TwinWorld> {
  const browsers = new Map<Person, Knocker & SignedIn>()
  const naive: World = { houses: [], people: [], visitors: [] }
  for (let index = 0; index < 6 + dice.int(3); index++) {
    const browser = await signUp(comptoir, `${names[index]} ${dice.pick(['Roy', 'Petit', 'Blanc'])}`)
    const person = { email: browser.email, name: browser.name, signedIn: true }
    naive.people.push(person)
    browsers.set(person, browser)
  }
  const [, ...workers] = naive.people
  const half = Math.ceil(workers.length / 2)
  const shared = dice.chance(0.5) ? workers.slice(half - 1, half) : []
  for (const [name, staff] of [
    ['Verdier', workers.slice(0, half)],
    ['Ailleurs', [...shared, ...workers.slice(half)]],
  ] as const)
    naive.houses.push(await makeHouse(comptoir, dice, { name, staff, browsers }))
  for (let index = 0; index < 3; index++) naive.visitors.push({ token: newToken() })
  await comptoir.platform.events.settle()
  const began = new Map<House, Map<Stream, number>>()
  for (const house of naive.houses) began.set(house, await headsOf(comptoir, house))
  return { naive, browsers, visitorBrowser: visitorWith, began }
}

async function makeHouse(
  comptoir: Comptoir,
  dice: Dice,
  { name, staff, browsers }: { name: string; staff: readonly Person[]; browsers: Map<Person, SignedIn> },
): Promise<House> {
  const organisation = await comptoir.makeOrganisation(name)
  const house: House = {
    ...{ id: organisation.id, name, subAccounts: [], agents: [], channels: [], conversations: [], invitations: [] },
  }
  for (const place of ['Lyon', 'Lille', 'Nice'].slice(0, 1 + dice.int(3))) {
    const { id, channelId, channelKey } = await organisation.makeSubAccount(place)
    house.subAccounts.push({ id, name: place })
    const sites = ['shop.example']
    house.channels.push({ id: channelId, key: channelKey, subAccountId: id, name: `Site ${place}`, sites, version: 1 })
  }
  for (const [index, person] of staff.entries()) {
    const role: Role =
      index === 0 ? 'administrator' : dice.pick(['administrator', 'moderator', 'manager', 'agent', 'agent', 'agent'])
    const hasAll = role === 'administrator' || role === 'moderator'
    const belonging = {
      role,
      subAccountId: hasAll ? null : dice.pick(house.subAccounts).id,
      active: index === 0 || dice.chance(0.85),
      languages: dice.pick([['fr'], ['fr', 'en'], ['en']]),
      reach: dice.pick(['own', 'own', 'sub-account', 'all'] as const),
      modules: role !== 'agent' || dice.chance(0.6) ? [...everyModule] : dice.some(everyModule),
    }
    const browser = browsers.get(person)
    if (!browser) throw new Error('somebody without a browser')
    const { subAccountId, ...rest } = belonging
    const { agentId } = await join(comptoir, organisation.id, browser, {
      ...rest,
      // Ids of this house are what its tables hold.
      ...(subAccountId !== null && { subAccountId: subAccountId as SubAccountId }),
    })
    house.agents.push({ id: agentId, person, availability: 'available', removed: false, ...belonging } satisfies Agent)
  }
  return house
}

export async function headsOf({ platform }: Comptoir, house: House): Promise<Map<Stream, number>> {
  const streams: Stream[] = ['organisation', ...house.subAccounts.map(({ id }): Stream => `sub-account:${id}`)]
  // The id of an organisation that was just made.
  return platform.database.transaction(house.id as OrganisationId, (tx) => platform.events.heads(tx, streams))
}
