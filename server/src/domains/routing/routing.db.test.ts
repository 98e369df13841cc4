import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Refused } from '#client/refused.ts'
import type { AgentId, ConversationId } from '#contract/ids.ts'
import type { RoutingMode } from '#contract/vocabulary.ts'
import { startApp } from '#server/app.ts'
import { createLog } from '#server/platform/log.ts'
import { type Comptoir, openComptoir, type TestOrganisation, type TestSubAccount } from '#server/testing/comptoir.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import type { CastAgent } from '#server/testing/person.ts'
import { routed, setPresent, setRouting } from '#server/testing/routing.ts'
import { findConversation, listRoutable } from '../conversations/index.ts'
import { routeWaiting } from './route-waiting.ts'

let clock: FakeClock
let comptoir: Comptoir
let verdier: TestOrganisation
let lyon: TestSubAccount
let ada: CastAgent
let marc: CastAgent
let ben: CastAgent
let chloe: CastAgent

before(async () => {
  clock = fakeClock()
  comptoir = await openComptoir({ clock })
})
after(() => comptoir.stop())

/** Each test has a house of its own: what waits in one is nothing to the others. */
beforeEach(async () => {
  verdier = await comptoir.makeOrganisation('Maison Verdier')
  lyon = await verdier.makeSubAccount('Lyon')
  ada = await verdier.hire('Ada Verdier', { role: 'administrator', languages: ['en'] })
  marc = await verdier.hire('Marc Petit', { role: 'manager', subAccountId: lyon.id, languages: ['en'] })
  ben = await verdier.hire('Ben Klein', { role: 'agent', subAccountId: lyon.id })
  chloe = await verdier.hire('Chloé Blanc', { role: 'agent', subAccountId: lyon.id })
  await setPresent(comptoir, verdier.id, [ada.agentId, marc.agentId, ben.agentId, chloe.agentId])
})

const routeBy = (mode: RoutingMode, offerSeconds = 60) =>
  setRouting(comptoir, verdier.id, { channelId: lyon.channelId, mode, offerSeconds })

async function arrive(locale: 'fr' | 'en' = 'fr'): Promise<ConversationId> {
  return (await lyon.visitor().say('Bonjour, avez-vous du thé vert ?', { locale })).conversation.id
}

const waits = (id: ConversationId) => routed(comptoir, verdier.id, id)
const offeredTo = async (id: ConversationId): Promise<AgentId | null> => (await waits(id)).offer?.agentId ?? null
const look = () => routeWaiting(verdier.id, comptoir.platform)
const inOrganisation = () => ({ organisationId: verdier.id })
const ofOne = (conversationId: ConversationId) => ({ ...inOrganisation(), conversationId })
const take = (by: CastAgent, id: ConversationId) =>
  by.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', { params: ofOne(id) })
const pass = (by: CastAgent, id: ConversationId) =>
  by.call('DELETE /organisations/:organisationId/conversations/:conversationId/offer', { params: ofOne(id) })
const explain = (by: CastAgent, id: ConversationId) =>
  by.call('GET /organisations/:organisationId/conversations/:conversationId/routing', { params: ofOne(id) })
const say = (by: CastAgent, id: ConversationId, text: string) =>
  by.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
    params: { ...ofOne(id), clientMessageId: comptoir.platform.ids.message() as string as never },
    body: { text, kind: 'text' },
  })
const away = (by: CastAgent, availability: 'away' | 'available' = 'away') =>
  by.call('PUT /organisations/:organisationId/me/availability', { params: inOrganisation(), body: { availability } })
const limitTo = (agentId: AgentId, limit: number | null) =>
  comptoir.platform.database.transaction(verdier.id, ({ db }) =>
    db
      .updateTable('agents')
      .set({ conversation_limit: limit })
      .where('organisation_id', '=', verdier.id)
      .where('id', '=', agentId)
      .execute(),
  )
const refused = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

test('a channel hands nothing out until somebody says so', async () => {
  const one = await arrive()
  await look()
  assert.equal(await offeredTo(one), null)
  const before = await comptoir.platform.database.transaction(verdier.id, (tx) => findConversation(tx, one))
  assert.equal(before?.version, 1, 'and nothing of it is changed')
})

test('round robin offers to one after the other; the reader sees whether it is for them, and everybody may still take it', async () => {
  await routeBy('round-robin')
  const [one, two] = [await arrive(), await arrive()]
  const [first, second] = [await offeredTo(one), await offeredTo(two)]
  assert.deepEqual(new Set([first, second]), new Set([ben.agentId, chloe.agentId]))

  const [theirs, other] = first === ben.agentId ? [ben, chloe] : [chloe, ben]
  const seenBy = async (by: CastAgent) =>
    (await by.call('GET /organisations/:organisationId/inbox', { params: inOrganisation() })).pending.find(
      ({ id }) => id === one,
    )
  assert.equal((await seenBy(theirs))?.offer?.toYou, true)
  assert.equal((await seenBy(other))?.offer?.toYou, false)
  assert.equal((await seenBy(other))?.may.pickUp, true)

  await take(other, one)
  const taken = await waits(one)
  assert.equal(taken.assignee?.id, other.agentId)
  assert.equal(taken.offer, null)
})

test('an offer not taken in its time, or passed, goes to the next; when all were asked it rests, then starts again', async () => {
  await routeBy('round-robin', 20)
  const one = await arrive()
  const first = await offeredTo(one)
  clock.advance(19_000)
  await look()
  assert.equal(await offeredTo(one), first, 'it stands while its time lasts')
  clock.advance(1_000)
  await look()
  const second = await offeredTo(one)
  assert.notEqual(second, first)

  const [waiter, passer] = second === ben.agentId ? [chloe, ben] : [ben, chloe]
  await pass(waiter, one)
  assert.equal(await offeredTo(one), second, 'passing on what one is not offered changes nothing')
  await pass(passer, one)
  assert.equal(await offeredTo(one), null)
  assert.ok((await waits(one)).restsUntil, 'everybody was asked')

  clock.advance(30_000)
  await look()
  assert.equal(await offeredTo(one), first, 'whose turn was longest ago')
  const { decisions } = await explain(marc, one)
  assert.deepEqual(
    decisions.map(({ cause, outcome, agent }) => [cause, outcome, agent?.id ?? null]),
    [
      ['waiting', 'offer', first],
      ['passed', 'waits', null],
      ['expired', 'offer', second],
      ['waiting', 'offer', first],
    ],
  )
})

test('[N8] a crowd that nobody can take hides nobody of another kind who waits behind it', async () => {
  const crowd: ConversationId[] = []
  for (let nth = 0; nth < 3; nth++) {
    crowd.push(await arrive('en'))
    clock.advance(1_000)
  }
  const behind = await arrive('fr')
  const looked = await comptoir.platform.database.transaction(verdier.id, (tx) =>
    listRoutable(tx, { channelIds: [lyon.channelId], mostAlike: 2 }),
  )
  assert.deepEqual(
    looked.map(({ id }) => id),
    [crowd[0], crowd[1], behind],
  )
})

test('least busy asks who has least in hand, offers counted', async () => {
  await routeBy('least-busy')
  const [one, two, three] = [await arrive(), await arrive(), await arrive()]
  await comptoir.routing.settle()
  await take(ben, one)
  await take(ben, two)
  await take(ben, three)
  const [four, five] = [await arrive(), await arrive()]
  assert.equal(await offeredTo(four), chloe.agentId)
  assert.equal(await offeredTo(five), chloe.agentId)
})

test('[N7] nobody is offered more than they have room for; what they take by hand takes their offers’ room', async () => {
  await routeBy('round-robin')
  await limitTo(ben.agentId, 2)
  await limitTo(chloe.agentId, 1)
  const all = []
  for (let count = 0; count < 5; count++) all.push(await arrive())
  await comptoir.routing.settle()
  const offers = await Promise.all(all.map(offeredTo))
  const to = (agent: CastAgent) => offers.filter((id) => id === agent.agentId).length
  assert.deepEqual([to(ben), to(chloe)], [2, 1])

  const free = all.filter((_, place) => offers[place] === null)
  const [snatched] = free
  assert.ok(snatched && free.length === 2)
  await take(ben, snatched)
  const left = await Promise.all(all.map(offeredTo))
  assert.equal(left.filter((id) => id === ben.agentId).length, 1, 'one open and one offered')
})

test('[S12] agents who go away or are deactivated give back their offers at once', async () => {
  await routeBy('round-robin')
  const one = await arrive()
  const first = await offeredTo(one)
  const [holder, other] = first === ben.agentId ? [ben, chloe] : [chloe, ben]
  await away(holder)
  assert.equal(await offeredTo(one), other.agentId)
  await ada.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
    params: { ...inOrganisation(), agentId: other.agentId },
    body: { active: false },
  })
  assert.equal(await offeredTo(one), null)
  await away(holder, 'available')
  assert.equal(await offeredTo(one), holder.agentId, 'and it is offered as soon as somebody can')
})

test('going away gives back what one has taken and never answered, and keeps what one is in the middle of', async () => {
  const [taken, answered] = [await arrive(), await arrive()]
  await take(ben, taken)
  await take(ben, answered)
  await say(ben, answered, 'Bonjour ! Lequel cherchez-vous ?')
  await away(ben)
  const [back, kept] = [await waits(taken), await waits(answered)]
  assert.deepEqual([back.state, back.assignee], ['pending', null])
  assert.deepEqual([kept.state, kept.assignee?.id], ['open', ben.agentId])
  const { messages } = await chloe.call('GET /organisations/:organisationId/conversations/:conversationId', {
    params: ofOne(taken),
  })
  assert.equal(messages.at(-1)?.notice, 'away')
})

test('whoever runs conversations reads why this agent and why not that one, by name only whom they know; agents do not', async () => {
  await routeBy('round-robin')
  const dirk = await verdier.hire('Dirk Maas', { role: 'agent', subAccountId: lyon.id, languages: ['nl'] })
  await setPresent(comptoir, verdier.id, [dirk.agentId])
  await away(chloe)
  const one = await arrive()
  assert.equal(await offeredTo(one), ben.agentId)

  const told = await explain(marc, one)
  assert.equal(told.mode, 'round-robin')
  assert.equal(told.offer?.agent?.name, 'Ben Klein')
  const why = Object.fromEntries(told.decisions[0]?.candidates.map(({ name, why }) => [name, why]) ?? [])
  assert.deepEqual(why, {
    'Ben Klein': [],
    'Chloé Blanc': ['away'],
    'Dirk Maas': ['language'],
    'Marc Petit': ['language'],
  })
  assert.ok(
    (await explain(ada, one)).decisions[0]?.candidates.some(({ name }) => name === 'Ada Verdier'),
    'control',
  )
  await assert.rejects(explain(ben, one), refused('access.refused'))
})

test('[N8] what nobody could take is shown to whoever runs conversations, with the reason; it follows who is there', async () => {
  const one = await arrive('en')
  const [french, english] = [await arrive(), one]
  const queueOf = async (by: CastAgent) => {
    const { blocked } = await by.call('GET /organisations/:organisationId/queue', { params: inOrganisation() })
    return Object.fromEntries(blocked.map(({ conversationId, because }) => [conversationId, because]))
  }
  assert.deepEqual(await queueOf(ada), {}, 'Ben and Chloé take French, Marc and Ada English')
  await away(ada)
  await away(marc)
  assert.deepEqual(await queueOf(ada), { [english]: 'all-away' })
  await away(ben)
  await limitTo(chloe.agentId, 1)
  const held = await arrive()
  await take(chloe, held)
  assert.deepEqual(await queueOf(marc), { [english]: 'all-away', [french]: 'all-full' })
  assert.deepEqual(await queueOf(ben), {}, 'an agent runs nobody’s conversations')
})

test('[N8] in a language that nobody accepts it is offered to nobody, and says so', async () => {
  await routeBy('round-robin')
  await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
    db
      .updateTable('agents')
      .set({ languages: ['fr'] })
      .where('organisation_id', '=', verdier.id)
      .execute(),
  )
  const one = await arrive('en')
  assert.equal(await offeredTo(one), null)
  const { now, decisions } = await explain(ada, one)
  assert.deepEqual([now?.outcome, now?.because], ['nobody', 'language'])
  assert.deepEqual(
    decisions.map(({ because }) => because),
    ['language'],
    'told once, however often it is looked at',
  )
  assert.equal((await take(ada, one)).assigneeId, ada.agentId, 'an administrator takes it by hand all the same')
})

test('how a channel hands out is saved by who may change it, over what they read, and told in the journal', async () => {
  const params = { ...inOrganisation(), channelId: lyon.channelId }
  const read = (by: CastAgent) => by.call('GET /organisations/:organisationId/channels/:channelId/routing', { params })
  const save = (by: CastAgent, version: number) =>
    by.call('PUT /organisations/:organisationId/channels/:channelId/routing', {
      params,
      body: { mode: 'least-busy', offerSeconds: 30, version },
    })
  assert.deepEqual(await read(marc), { mode: 'by-hand', offerSeconds: 60, version: 0, may: { change: true } })
  await assert.rejects(save(ben, 0), refused('access.refused'))
  const waiting = await arrive()
  await save(marc, 0)
  assert.ok(await offeredTo(waiting), 'what waits already is handed out too')
  await assert.rejects(save(ada, 0), refused('channels.changed-meanwhile'))
  assert.equal((await read(ada)).version, 1)
  const { entries } = await ada.call('GET /organisations/:organisationId/journal', { params: inOrganisation() })
  const told = entries.find(({ act }) => act === 'channels.routing-changed')
  assert.deepEqual(told?.after, { routing: 'least-busy', offerSeconds: 30 })
})

test('a visitor learns their place, and how long it usually takes once enough is known', async () => {
  const [first, second] = [lyon.visitor(), lyon.visitor()]
  const placeOf = ({ call, channelKey }: ReturnType<TestSubAccount['visitor']>) =>
    call('GET /widget/:channelKey/place', { params: { channelKey } })
  const nowhere = { place: null, estimateMs: null, opensAt: null }
  const { askAgainMs: _, ...before } = await placeOf(first)
  assert.deepEqual(before, nowhere)
  for (let count = 0; count < 4; count++) {
    const id = await arrive()
    clock.advance(120_000)
    await take(ben, id)
  }
  const ahead = await first.say('Bonjour')
  clock.advance(60_000)
  await second.say('Bonsoir')
  assert.deepEqual([(await placeOf(first)).place, (await placeOf(second)).place], [1, 2])
  assert.equal((await placeOf(second)).estimateMs, null, 'four picks say nothing')
  clock.advance(60_000)
  await take(ben, ahead.conversation.id)
  const { place, estimateMs } = await placeOf(second)
  assert.deepEqual(
    [place, estimateMs],
    [1, 60_000],
    'half of the last ones waited two minutes, this one has waited one',
  )
  await away(ben)
  await away(chloe)
  assert.equal((await placeOf(second)).estimateMs, null, 'nobody is there to keep a promise')
  await away(chloe, 'available')
  clock.advance(61_000)
  assert.equal((await placeOf(second)).estimateMs, null, 'it took longer already')
})

test('out of hours a visitor learns when somebody is there again, and no waiting time', async () => {
  const visitor = lyon.visitor()
  await visitor.say('Bonsoir')
  const opensAt = new Date(Math.ceil(clock.now().getTime() / 3_600_000) * 3_600_000 + 3_600_000)
  const fromMinute = opensAt.getUTCHours() * 60
  const week = Array.from({ length: 7 }, () => [{ fromMinute, toMinute: fromMinute + 30 }])
  await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
    db
      .updateTable('channels')
      .set({ hours: JSON.stringify({ opens: 'by-hours', zone: 'UTC', week, closedDays: [] }) })
      .where('organisation_id', '=', verdier.id)
      .where('id', '=', lyon.channelId)
      .execute(),
  )
  const { call, channelKey } = visitor
  const told = await call('GET /widget/:channelKey/place', { params: { channelKey } })
  assert.deepEqual([told.place, told.estimateMs, told.opensAt], [1, null, opensAt.toISOString()])
})

test('[D1] an offer whose time was over while nothing ran goes to the next when Comptoir starts again', async () => {
  await routeBy('round-robin', 15)
  const one = await arrive()
  const first = await offeredTo(one)
  await comptoir.routing.stop()
  clock.advance(15_000)
  const waiting = await comptoir.platform.database.transaction(verdier.id, (tx) => findConversation(tx, one))
  assert.equal(waiting?.offer?.agentId, first, 'control: nobody looked')

  const again = await startApp({
    connection: { connectionString: comptoir.connectionString },
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    smtpUrl: null,
    mailFrom: 'comptoir@verdier.example',
    trustProxy: false,
    log: createLog('silent'),
    clock,
  })
  try {
    for (let next = first; next === first; ) {
      await again.routing.settle()
      next = (await routed(again, verdier.id, one)).offer?.agentId ?? null
      if (next === first) await new Promise(setImmediate)
    }
    assert.notEqual(await offeredTo(one), null)
  } finally {
    await again.stop()
  }
})
