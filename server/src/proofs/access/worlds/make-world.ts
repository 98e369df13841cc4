import type { AgentId, OrganisationId, QuestionnaireId, RoleId, SubAccountId } from '#contract/ids.ts'
import type { Module, Permission } from '#contract/vocabulary.ts'
import { insertOpening } from '#server/domains/appointments/calendars/store.ts'
import { insertReason } from '#server/domains/appointments/reasons/store.ts'
import { plansFrom, setSubscription, shippedPlans } from '#server/domains/billing/index.ts'
import { insertVersion, writeDraft } from '#server/domains/questionnaires/draft-store.ts'
import { insertQuestionnaire } from '#server/domains/questionnaires/store.ts'
import { insertRole } from '#server/domains/roles/store.ts'
import type { Stream } from '#server/platform/events/events.ts'
import { newToken } from '#server/platform/secrets.ts'
import type { Comptoir } from '#server/testing/comptoir.ts'
import { everyModule } from '#server/testing/naive/access.ts'
import { newChannel } from '#server/testing/naive/channel-acts.ts'
import { newcomer } from '#server/testing/naive/people-acts.ts'
import { newQuestionnaire } from '#server/testing/naive/questionnaire-acts.ts'
import { permissionsFromTheStart } from '#server/testing/naive/rules.ts'
import type { Access, House, OwnRole, Person, Role, World } from '#server/testing/naive/world.ts'
import { usualReason } from '#server/testing/receiving.ts'
import { setRouting } from '#server/testing/routing.ts'
import { join, type SignedIn, signUp } from '#server/testing/staff.ts'
import { type Knocker, visitorWith } from '#server/testing/wish.ts'
import type { Dice } from './dice.ts'
import { flows } from './flows.ts'

/** A world twice: in words, and in the running server; with the way from one to the other. */
export interface TwinWorld {
  naive: World
  browsers: Map<Person, Knocker & SignedIn>
  visitorBrowser(token: string): Knocker
  /** The instant before each step: what happened since then is of that step or a later one. */
  instants: Date[]
  /** Where the streams of each house stood when its history began. */
  began: Map<House, Map<Stream, number>>
}

/** Longer than a world lasts: that offers end is proven where the clock is the test's. */
export const offerSeconds = 600

const names = ['Ada', 'Ben', 'Chloé', 'Dan', 'Eve', 'Fay', 'Gil', 'Hugo', 'Iris', 'Jo', 'Kim', 'Lou']

/** Two houses with a few people each, one of whom may work in both, and somebody who works nowhere. */
export async function makeWorld(comptoir: Comptoir, dice: Dice): Promise<TwinWorld> {
  const browsers = new Map<Person, Knocker & SignedIn>()
  const naive: World = { houses: [], people: [], visitors: [] }
  for (let index = 0; index < 6 + dice.int(3); index++) {
    const browser = await signUp(comptoir, `${names[index]} ${dice.pick(['Roy', 'Petit', 'Blanc'])}`)
    const person = { email: browser.email, name: browser.name, signedIn: true, proven: true }
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
  return { naive, browsers, visitorBrowser: visitorWith, instants: [], began }
}

async function makeHouse(
  comptoir: Comptoir,
  dice: Dice,
  { name, staff, browsers }: { name: string; staff: readonly Person[]; browsers: Map<Person, SignedIn> },
): Promise<House> {
  const organisation = await comptoir.makeOrganisation(name)
  const house: House = {
    ...{ id: organisation.id, name, subAccounts: [], roles: [], questionnaires: [], seats: null },
    ...{ agents: [], channels: [], conversations: [], invitations: [], shortcuts: [], uploads: [], runs: [] },
    ...{ transcripts: [], reasons: [], appointments: [], appointmentLetters: [], step: 0 },
  }
  for (const place of ['Lyon', 'Lille', 'Nice'].slice(0, 1 + dice.int(3))) {
    const { id, channelId, channelKey } = await organisation.makeSubAccount(place)
    house.subAccounts.push({ id, name: place, version: 1, archived: false })
    const named = { id: channelId, key: channelKey, subAccountId: id, name: `Site ${place}` }
    const mode = dice.pick(['by-hand', 'round-robin', 'least-busy'] as const)
    await setRouting(comptoir, organisation.id, { channelId, mode, offerSeconds })
    house.channels.push({
      ...newChannel({ ...named, sites: ['shop.example'] }),
      routing: { mode, offerSeconds, version: 1 },
    })
  }
  await furnish(comptoir, dice, house)
  for (const [index, person] of staff.entries()) {
    const access = index === 0 ? theFirst : anAccess(house, dice)
    const active = index === 0 || dice.chance(0.85)
    const browser = browsers.get(person)
    if (!browser) throw new Error('somebody without a browser')
    const { agentId } = await join(comptoir, organisation.id, browser, { active, ...engagementOf(access) })
    house.agents.push({ ...newcomer(person, access, active), id: agentId })
  }
  await openForSome(comptoir, dice, house)
  await publishSome(comptoir, dice, house)
  if (dice.chance(0.3)) await putOnSmallPlan(comptoir, dice, house)
  return house
}

/** Roles of the house's own, and questionnaires that channels begin with. */
async function furnish({ platform }: Comptoir, dice: Dice, house: House): Promise<void> {
  const { database, ids, clock } = platform
  await database.transaction(house.id as OrganisationId, async (tx) => {
    for (const model of dice.some(['administrator', 'manager', 'agent'] as const)) {
      const role = anOwnRole(ids.role(), model, dice)
      house.roles.push(role)
      await insertRole(tx, { ...role, ...written(role), id: role.id as RoleId }, clock.now())
    }
    for (const channel of house.channels) {
      if (dice.chance(0.5)) continue
      const id = ids.questionnaire()
      const questionnaire = newQuestionnaire({ id, subAccountId: channel.subAccountId, name: 'Retours' })
      house.questionnaires.push(questionnaire)
      const subAccountId = channel.subAccountId as SubAccountId
      const { name, version } = questionnaire
      await insertQuestionnaire(tx, { id, name, version, subAccountId, archivedAt: null }, clock.now())
      if (dice.chance(0.4)) continue
      channel.questionnaireId = id
      await tx.db
        .updateTable('channels')
        .set({ questionnaire_id: id, when_nobody: 'hidden' })
        .where('organisation_id', '=', tx.organisationId)
        .where('id', '=', channel.id as never)
        .execute()
    }
  })
}

/** Most receive, day and night from yesterday on; and there is something to receive for. */
async function openForSome({ platform }: Comptoir, dice: Dice, house: House): Promise<void> {
  const { database, ids, clock } = platform
  const now = clock.now()
  const since = { from: Math.floor(now.getTime() / dayMs - 1) * dayMs, minutes: 24 * 60, rule: 'FREQ=DAILY' }
  await database.transaction(house.id as OrganisationId, async (tx) => {
    for (const agent of house.agents.filter(() => dice.chance(0.75))) {
      agent.receives = true
      const opening = {
        id: ids.opening(),
        agentId: agent.id as AgentId,
        kind: 'opening',
        label: '',
        version: 1,
      } as const
      await insertOpening(tx, { ...opening, ...since }, now)
    }
    for (const { id: subAccountId } of house.subAccounts) {
      const id = ids.reason()
      const reason = { name: 'Conseil', visitorsChoose: dice.chance(0.6), version: 1 }
      house.reasons.push({ id, subAccountId, ...reason, takers: null, archived: false })
      const settings = { ...usualReason, texts: [...usualReason.texts], minutes: 60, everyMinutes: 60, reminders: [] }
      const of = { id, subAccountId: subAccountId as SubAccountId, archivedAt: null }
      await insertReason(tx, { ...settings, ...reason, ...of }, now)
    }
  })
}

const dayMs = 24 * 60 * 60 * 1_000

/** Some questionnaires ask visitors from the beginning. */
async function publishSome({ platform }: Comptoir, dice: Dice, house: House): Promise<void> {
  const [first] = house.agents
  const some = house.questionnaires.filter(() => dice.chance(0.4))
  await platform.database.transaction(house.id as OrganisationId, async (tx) => {
    for (const questionnaire of some) {
      Object.assign(questionnaire, { draft: { version: 1, flow: 'asks' }, published: ['asks'] })
      const [id, by] = [questionnaire.id as QuestionnaireId, first?.id as AgentId]
      const [of, at] = [{ questionnaireId: id, flow: flows.asks }, platform.clock.now()]
      await writeDraft(tx, { ...of, version: 1, saved: { at, by } })
      await insertVersion(tx, { ...of, number: 1, publishedAt: at, publishedBy: by })
    }
  })
}

const ofTheWhole = ['sub-accounts.change', 'roles.change', 'letters.read', 'journal.read']

/** What the four roles are from the start, with something taken away or added. */
export function anOwnRole(id: string, model: Role, dice: Dice): OwnRole {
  const isOfOne = model === 'manager' || model === 'agent'
  const all = permissionsFromTheStart.administrator.filter((one) => !isOfOne || !ofTheWhole.includes(one))
  const permissions = all.filter((one) =>
    permissionsFromTheStart[model].includes(one) ? dice.chance(0.75) : dice.chance(0.25),
  )
  const modules = everyModule.filter(() => dice.chance(0.8))
  return { id, name: `Rôle ${dice.int(6)} ${model}`, model, permissions, modules, version: 1, removed: false }
}

/** Names of the vocabulary are what the table holds. */
const written = ({ permissions, modules }: Pick<OwnRole, 'permissions' | 'modules'>) => ({
  permissions: permissions as Permission[],
  modules: modules as Module[],
})

const theFirst: Access = {
  ...{ role: 'administrator', ownRole: null, subAccountId: null, modules: everyModule, reach: 'own' },
  ...{ languages: ['fr', 'en'], limit: null, questionnaireIds: [] },
}

function anAccess(house: House, dice: Dice): Access {
  const ownRole = dice.chance(0.3) && house.roles.length > 0 ? dice.pick(house.roles) : null
  const role = ownRole?.model ?? dice.pick(['administrator', 'moderator', 'manager', 'agent', 'agent', 'agent'])
  const hasAll = role === 'administrator' || role === 'moderator'
  const subAccountId = hasAll ? null : dice.pick(house.subAccounts).id
  const ofHere = house.questionnaires.filter((one) => one.subAccountId === subAccountId).map(({ id }) => id)
  const isAgent = role === 'agent'
  return {
    ...{ role, ownRole, subAccountId },
    modules: isAgent && dice.chance(0.4) ? dice.some(everyModule) : (ownRole?.modules ?? everyModule),
    reach: isAgent ? dice.pick(['own', 'own', 'sub-account', 'all'] as const) : 'own',
    languages: dice.pick([['fr'], ['fr', 'en'], ['en']]),
    limit: dice.pick([null, 1, 1, 2]),
    questionnaireIds: isAgent ? dice.some(ofHere) : [],
  }
}

/** Ids of this house are what its tables hold. */
const engagementOf = ({ ownRole, subAccountId, limit, ...access }: Access) => ({
  role: access.role,
  reach: access.reach,
  languages: access.languages,
  modules: access.modules as Module[],
  questionnaireIds: access.questionnaireIds as QuestionnaireId[],
  conversationLimit: limit,
  ...(ownRole && { customRoleId: ownRole.id as RoleId }),
  ...(subAccountId !== null && { subAccountId: subAccountId as SubAccountId }),
})

async function putOnSmallPlan({ platform }: Comptoir, dice: Dice, house: House): Promise<void> {
  house.seats = house.agents.length + dice.int(2)
  const terms = { plan: 'pro', seats: house.seats } as const
  const plans = plansFrom(shippedPlans, null)
  await setSubscription(house.id as OrganisationId, terms, { ...platform, plans })
}

export async function headsOf({ platform }: Comptoir, house: House): Promise<Map<Stream, number>> {
  const streams: Stream[] = ['organisation', ...house.subAccounts.map(({ id }): Stream => `sub-account:${id}`)]
  // The id of an organisation that was just made.
  return platform.database.transaction(house.id as OrganisationId, (tx) => platform.events.heads(tx, streams))
}
