import assert from 'node:assert/strict'
import { allows, allowsWhole, leads, sees, standsOver } from '#server/testing/naive/rules.ts'
import * as shows from '#server/testing/naive/shows.ts'
import * as showsOwn from '#server/testing/naive/shows-own.ts'
import * as talks from '#server/testing/naive/shows-talk.ts'
import { type Agent, agentOf, type House, type Person, present, type Visitor } from '#server/testing/naive/world.ts'
import { make, passerBy, verdictOf, type Wish } from '#server/testing/wish.ts'
import { agrees } from './agrees.ts'
import { createDice } from './dice.ts'
import { type Ask, type Stage, some } from './stage.ts'
import { compareAppointments, compareBookings } from './sweep-appointments.ts'
import { compareOwn } from './sweep-own.ts'
import { comparePast } from './sweep-past.ts'
import { compareSearch } from './sweep-search.ts'
import { compareTalks, sentFiles } from './sweep-talk.ts'

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
  await compareTalks(stage, house, agent, ask)
  await compareSearch(stage, house, agent, ask)
  await compareOwn(stage, house, agent, ask)
  await compareAppointments(stage, house, agent, ask)
  await comparePeople(stage, house, agent, ask)
  await compareRooms(stage, house, agent, ask)
  await compareLetters(stage, house, agent, ask)
  await comparePast(stage, house, agent, ask)
  return asked
}

const expectedLists = (house: House, agent: Agent): Record<(typeof listsForAgents)[number], object | null> => ({
  'GET /organisations/:organisationId/me': shows.me(house, agent),
  'GET /organisations/:organisationId/agents': within('agents', shows.agents(house, agent)),
  'GET /organisations/:organisationId/sub-accounts': { subAccounts: shows.subAccounts(house, agent) },
  'GET /organisations/:organisationId/channels': within('channels', showsOwn.channels(house, agent)),
  'GET /organisations/:organisationId/inbox': {
    pending: talks.conversations(house, agent, 'pending'),
    open: talks.conversations(house, agent, 'open'),
    closed: talks.conversations(house, agent, 'closed'),
    mentioned: talks.mentioned(house, agent),
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
    conversations: talks.conversations(house, agent, 'closed'),
    more: false,
  },
  'GET /organisations/:organisationId/invitations': within('invitations', shows.invitations(house, agent)),
  'GET /organisations/:organisationId/letters': within('letters', shows.letters(house, agent)),
  'GET /organisations/:organisationId/roles': within('roles', shows.roles(house, agent)),
  'GET /organisations/:organisationId/questionnaires': within('questionnaires', showsOwn.questionnaires(house, agent)),
  'GET /organisations/:organisationId/sub-accounts/holdings': within(
    'subAccounts',
    shows.subAccountHoldings(house, agent),
  ),
  'GET /organisations/:organisationId/removed-agents': within('agents', shows.removedAgents(house, agent)),
})

const within = (name: string, list: unknown[] | null) => list && { [name]: list }

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
  for (const { invitations, transcripts, appointmentLetters } of twin.naive.houses)
    for (const { letterId } of [...invitations, ...transcripts, ...appointmentLetters]) {
      if (letterId === null) continue
      const params = { organisationId: house.id, letterId }
      const isThere = open?.some(({ id }) => id === letterId)
      const verdict = open === null ? '403 access.refused' : isThere ? '200' : '404 request.not-found'
      assert.equal(verdictOf(await ask({ route: `GET ${ofHouse}/letters/:letterId`, params })), verdict)
    }
}

async function compareWidget(stage: Stage, visitor: Visitor): Promise<number> {
  const { comptoir, twin } = stage
  let asked = 0
  for (const house of twin.naive.houses)
    for (const { id, key } of house.channels) {
      const by = twin.visitorBrowser(visitor.token)
      const answer = await make(comptoir.url.origin, {
        route: 'GET /widget/:channelKey/thread',
        by,
        params: { channelKey: key },
      })
      agrees(answer.body, talks.threadForVisitor(house, id, visitor), 'a visitor’s thread')
      await compareBookings(stage, { house, id, key, visitor })
      asked += 2 + (await compareVisitorsFiles(stage, { house, id, key, visitor }))
    }
  return asked
}

/** A visitor has the files of their own conversation, a note's never, and none that were taken back. */
async function compareVisitorsFiles(
  stage: Stage,
  { house, id, key, visitor }: { house: House; id: string; key: string; visitor: Visitor },
): Promise<number> {
  const own = house.conversations.find((one) => one.visitor === visitor && one.channelId === id)
  const asked = some(stage, sentFiles(stage), 0.4)
  for (const { id: fileId, conversation, message } of asked) {
    const answer = await make(stage.comptoir.url.origin, {
      route: 'GET /widget/:channelKey/files/:fileId',
      by: stage.twin.visitorBrowser(visitor.token),
      params: { channelKey: key, fileId },
    })
    const isTheirs = conversation === own && message.kind !== 'note' && !message.deleted
    assert.equal(verdictOf(answer), isTheirs ? '200' : '404 request.not-found', `file ${fileId} as its visitor`)
    if (conversation === own) stage.met(isTheirs ? 'file had by its visitor' : 'file kept from its visitor')
  }
  return asked.length
}
