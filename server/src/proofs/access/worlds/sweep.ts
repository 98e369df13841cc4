import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { uuid7 } from '#server/platform/ids.ts'
import type { Comptoir } from '#server/testing/comptoir.ts'
import { toldOfThePast } from '#server/testing/naive/hears.ts'
import { allows, allowsWhole, knows, leads, mayRead, sees, standsOver } from '#server/testing/naive/rules.ts'
import * as shows from '#server/testing/naive/shows.ts'
import {
  type Agent,
  agentOf,
  type Conversation,
  type Happening,
  type House,
  type Person,
  present,
} from '#server/testing/naive/world.ts'
import { make, passerBy, verdictOf, type Wish } from '#server/testing/wish.ts'
import { createDice, type Dice } from './dice.ts'
import { linesOf } from './ears.ts'
import type { TwinWorld } from './make-world.ts'

interface Stage {
  comptoir: Comptoir
  twin: TwinWorld
  /** Which of all questions are asked of this world: over many worlds, each of them often. */
  dice: Dice
  past: readonly Happening[]
}

const ofHouse = '/organisations/:organisationId' as const
const listsForAgents = [
  `GET ${ofHouse}/me`,
  `GET ${ofHouse}/agents`,
  `GET ${ofHouse}/sub-accounts`,
  `GET ${ofHouse}/channels`,
  `GET ${ofHouse}/inbox`,
  `GET ${ofHouse}/conversations`,
  `GET ${ofHouse}/invitations`,
  `GET ${ofHouse}/letters`,
  `GET ${ofHouse}/roles`,
  `GET ${ofHouse}/questionnaires`,
  `GET ${ofHouse}/sub-accounts/holdings`,
  `GET ${ofHouse}/removed-agents`,
] as const

/** After a history: reading doors, as everybody, with own and foreign ids, show what the naive world says. */
export async function sweep(stage: Stage): Promise<number> {
  const { twin, dice } = stage
  const asked = [...twin.naive.people, null].flatMap((person) =>
    // Dice of their own: they are thrown at the same time.
    twin.naive.houses.map((house) => compareHouse({ ...stage, dice: createDice(dice.int(2 ** 31)) }, person, house)),
  )
  const visited = twin.naive.visitors.map((visitor) => compareWidget(stage, visitor))
  const counts = await Promise.all([...asked, ...visited])
  return counts.reduce((sum, count) => sum + count, 0)
}

async function compareHouse(stage: Stage, person: Person | null, house: House): Promise<number> {
  const { comptoir, twin } = stage
  const by = (person && twin.browsers.get(person)) ?? passerBy
  let asked = 0
  const ask = (wish: Omit<Wish, 'by'>) => {
    asked += 1
    return make(comptoir.url.origin, { ...wish, by })
  }
  const params = { organisationId: house.id }
  const all = twin.naive.houses.flatMap(({ conversations }) => conversations)
  const agent = person?.signedIn ? agentOf(house, person) : undefined
  if (!agent) {
    const verdict = person?.signedIn ? '404 request.not-found' : '401 accounts.sign-in-required'
    for (const route of some(stage, listsForAgents, 0.15))
      assert.equal(verdictOf(await ask({ route, params })), verdict, route)
    for (const { id } of some(stage, all, 0.15))
      assert.equal(
        verdictOf(
          await ask({
            route: `GET ${ofHouse}/conversations/:conversationId`,
            params: { ...params, conversationId: id },
          }),
        ),
        verdict,
      )
    return asked
  }
  const expected = expectedLists(house, agent)
  for (const route of some(stage, listsForAgents, 0.35)) {
    const answer = await ask({ route, params })
    const shown = expected[route]
    if (shown === null) assert.equal(verdictOf(answer), '403 access.refused', `${route} as ${agent.role}`)
    else agrees(answer.body, shown, `${route} as ${agent.person.name}, ${agent.role}`)
  }
  for (const conversation of some(stage, [...all, { id: uuid7() }], 0.3))
    await compareThread(house, agent, conversation.id, ask)
  await comparePeople(stage, house, agent, ask)
  await compareRooms(stage, house, agent, ask)
  await compareLetters(stage, house, agent, ask)
  await comparePast(stage, house, agent, ask)
  return asked
}

const some = <T>({ dice }: Stage, from: readonly T[], share: number): T[] => from.filter(() => dice.chance(share))

type Ask = (wish: Omit<Wish, 'by'>) => ReturnType<typeof make>

const expectedLists = (house: House, agent: Agent): Record<(typeof listsForAgents)[number], object | null> => ({
  'GET /organisations/:organisationId/me': shows.me(house, agent),
  'GET /organisations/:organisationId/agents': within('agents', shows.agents(house, agent)),
  'GET /organisations/:organisationId/sub-accounts': { subAccounts: shows.subAccounts(house, agent) },
  'GET /organisations/:organisationId/channels': within('channels', shows.channels(house, agent)),
  'GET /organisations/:organisationId/inbox': {
    pending: shows.conversations(house, agent, 'pending'),
    open: shows.conversations(house, agent, 'open'),
    closed: shows.conversations(house, agent, 'closed'),
    more: { pending: false, open: false, closed: false },
    colleagues: shows.colleagues(house, agent),
    questionnaires: shows.questionnaireNames(house, agent),
    subAccounts: shows.subAccounts(house, agent),
    channels: shows.channelNames(house, agent),
    cursors: ['organisation', ...shows.subAccounts(house, agent).map(({ id }) => `sub-account:${id}`)].map(
      (stream) => ({
        stream,
      }),
    ),
  },
  'GET /organisations/:organisationId/conversations': {
    conversations: shows.conversations(house, agent, 'closed'),
    more: false,
  },
  'GET /organisations/:organisationId/invitations': within('invitations', shows.invitations(house, agent)),
  'GET /organisations/:organisationId/letters': within('letters', shows.letters(house, agent)),
  'GET /organisations/:organisationId/roles': within('roles', shows.roles(house, agent)),
  'GET /organisations/:organisationId/questionnaires': within('questionnaires', shows.questionnaires(house, agent)),
  'GET /organisations/:organisationId/sub-accounts/holdings': within(
    'subAccounts',
    shows.subAccountHoldings(house, agent),
  ),
  'GET /organisations/:organisationId/removed-agents': within('agents', shows.removedAgents(house, agent)),
})

const within = (name: string, list: unknown[] | null) => list && { [name]: list }

async function compareThread(house: House, agent: Agent, conversationId: string, ask: Ask): Promise<void> {
  const params = { organisationId: house.id, conversationId }
  const route = `GET ${ofHouse}/conversations/:conversationId` as const
  const [thread, page] = [
    await ask({ route, params }),
    await ask({ route: `${route}/messages`, params, query: { after: 0 } }),
  ]
  const conversation = house.conversations.find(({ id }) => id === conversationId)
  const isSeen =
    conversation && shows.conversations(house, agent, conversation.state).some(({ id }) => id === conversationId)
  for (const answer of [thread, page])
    assert.equal(
      verdictOf(answer),
      isSeen ? '200' : '404 request.not-found',
      `${conversationId} as ${agent.person.name}`,
    )
  if (!conversation || !isSeen) return
  const expected = shows.thread(conversation, agent)
  agrees(thread.body, expected, `thread as ${agent.person.name}`)
  agrees(page.body, { messages: expected.messages, more: false }, `messages as ${agent.person.name}`)
}

/** Everybody of both houses, one by one. */
async function comparePeople(stage: Stage, house: House, reader: Agent, ask: Ask): Promise<void> {
  const everybody = stage.twin.naive.houses.flatMap(({ agents }) => agents)
  for (const { id } of some(stage, everybody, 0.2)) {
    const agent = present(house).find((one) => one.id === id)
    const params = { organisationId: house.id, agentId: id }
    const [row, holdings] = [
      await ask({ route: `GET ${ofHouse}/agents/:agentId`, params }),
      await ask({ route: `GET ${ofHouse}/agents/:agentId/holdings`, params }),
    ]
    const verdict = !leads(reader)
      ? '403 access.refused'
      : agent && sees(reader, agent)
        ? '200'
        : '404 request.not-found'
    assert.equal(verdictOf(row), verdict, `${id} as ${reader.person.name}`)
    if (agent && verdict === '200') agrees(row.body, shows.row(house, agent, reader), `${id} as ${reader.person.name}`)
    const isAbove = verdict === '200' && agent && !standsOver(reader, agent)
    assert.equal(verdictOf(holdings), isAbove ? '403 agents.above-you' : verdict)
    if (agent && verdict === '200' && !isAbove)
      agrees(holdings.body, shows.holdings(house, agent, reader), `what ${id} holds, as ${reader.person.name}`)
  }
}

/** Doors whose lists are proven elsewhere: who may open them. */
async function compareRooms(stage: Stage, house: House, reader: Agent, ask: Ask): Promise<void> {
  const params = { organisationId: house.id }
  const rooms = [
    [`GET ${ofHouse}/journal`, allowsWhole(reader, 'journal.read')],
    [`GET ${ofHouse}/subscription`, allows(reader, 'billing.change')],
    [`GET ${ofHouse}/seats`, allows(reader, 'billing.change')],
  ] as const
  for (const [route, isOpen] of some(stage, rooms, 0.3))
    assert.equal(
      verdictOf(await ask({ route, params, query: {} })),
      isOpen ? '200' : '403 access.refused',
      `${route} as ${reader.person.name}`,
    )
}

async function compareLetters({ twin }: Stage, house: House, agent: Agent, ask: Ask): Promise<void> {
  const open = shows.letters(house, agent)
  for (const { invitations } of twin.naive.houses)
    for (const { letterId } of invitations) {
      if (letterId === null) continue
      const params = { organisationId: house.id, letterId }
      const isThere = open?.some(({ id }) => id === letterId)
      const verdict = open === null ? '403 access.refused' : isThere ? '200' : '404 request.not-found'
      assert.equal(verdictOf(await ask({ route: `GET ${ofHouse}/letters/:letterId`, params })), verdict)
    }
}

/** A poll from the beginning of the history tells of it what the rights of now allow. */
async function comparePast({ comptoir, twin, past }: Stage, house: House, agent: Agent, ask: Ask): Promise<void> {
  const began = twin.began.get(house)
  const streams = shows.subAccounts(house, agent).map(({ id }) => `sub-account:${id}` as const)
  if (streams.length === 0) return
  const { epoch } = comptoir.platform.events
  const cursors = streams.map((stream) => ({ stream, epoch, since: began?.get(stream) ?? 0 }))
  const answer = await ask({
    route: `POST ${ofHouse}/poll`,
    params: { organisationId: house.id },
    body: { cursors, waitMs: 0 },
  })
  const expected = past.flatMap((happening) => {
    if (happening.what !== 'conversation' || happening.house !== house) return []
    const isHere = streams.includes(`sub-account:${happening.after.subAccountId}`)
    const wasHere = happening.before && streams.includes(`sub-account:${happening.before.subAccountId}`)
    // What went where they follow nothing is told where it left.
    if (!isHere && (!wasHere || knows(agent, happening.after.subAccountId))) return []
    if (!isHere) return happening.before && mayRead(agent, happening.before) ? [leftLine(happening.after)] : []
    const line = toldOfThePast(agent, happening, asOfNow(house, happening.after))
    return line === null ? [] : [line]
  })
  assert.deepEqual(
    linesOf(Object(answer.body).frames).sort(),
    expected.sort(),
    `the past as ${agent.person.name}, ${agent.role}`,
  )
}

const leftLine = ({ id, version }: Conversation): string => `left ${id} ${version}`

const asOfNow = (house: House, then: Conversation): Conversation =>
  house.conversations.find(({ id }) => id === then.id) ?? then

async function compareWidget({ comptoir, twin }: Stage, visitor: { token: string }): Promise<number> {
  let asked = 0
  for (const house of twin.naive.houses)
    for (const { id, key } of house.channels) {
      const by = twin.visitorBrowser(visitor.token)
      const answer = await make(comptoir.url.origin, {
        route: 'GET /widget/:channelKey/thread',
        by,
        params: { channelKey: key },
      })
      agrees(answer.body, shows.threadForVisitor(house, id, visitor), 'a visitor’s thread')
      asked += 1
    }
  return asked
}

/**
 * Whether an answer says what is expected: every field that is named, lists as a whole and in any order. The order of lists of
 * conversations, and the shape of what is not named, are others' to prove.
 */
function agrees(answer: unknown, expected: unknown, what: string): void {
  const [said, meant] = [cutTo(expected, answer), sorted(expected)]
  // Naming the difference is dear: only where there is one.
  if (!isDeepStrictEqual(said, meant)) assert.deepEqual(said, meant, what)
}

/** Of what was said, the fields that are expected; the members of a list by what names them. */
function cutTo(expected: unknown, said: unknown): unknown {
  if (Array.isArray(said) && Array.isArray(expected)) {
    const meant = new Map(expected.map((member) => [keyOf(member), member]))
    return inOrder(said).map((member) => cutTo(meant.get(keyOf(member)) ?? member, member))
  }
  if (typeof expected !== 'object' || expected === null || typeof said !== 'object' || said === null) return said
  return Object.fromEntries(Object.entries(expected).map(([name, inner]) => [name, cutTo(inner, Object(said)[name])]))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return inOrder(value).map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sorted(inner)]))
}

const inOrder = (list: readonly unknown[]): unknown[] =>
  list.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

const keyOf = (value: unknown): string => {
  const { id, seq, stream } = Object(value)
  return JSON.stringify(seq ?? id ?? stream ?? value)
}
