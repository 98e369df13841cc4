import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freshDatabase } from '../../testing/cluster.ts'
import { make, visitorWith, type Wish } from '../../testing/wish.ts'
import { createDice } from '../access/worlds/dice.ts'
import type { Place } from '../delivery/rig/device.ts'
import { eventually, eventuallyEqual } from '../delivery/rig/eventually.ts'
import { Wire } from '../delivery/rig/wire.ts'
import { AgentAtWork } from './agent-at-work.ts'
import { developFilm, setUpCamera } from './camera.ts'
import { Hearing, VisitorsHearing } from './hearing.ts'
import { openHouse } from './house.ts'
import { administer, beginIncidents } from './incidents.ts'
import { Lag } from './lag.ts'
import { Ledger } from './ledger.ts'
import { PassingVisitor } from './passing-visitor.ts'
import { Servers } from './servers.ts'
import { readFiles, readMessages, readStillness } from './stillness.ts'
import { filesKept } from './verdicts/files-kept.ts'
import { hadByRight, type Try } from './verdicts/had-by-right.ts'
import { saidOnce } from './verdicts/said-once.ts'
import { seenByRight } from './verdicts/seen-by-right.ts'
import { whereRulesSay } from './verdicts/where-rules-say.ts'
import { withinLimits } from './verdicts/within-limits.ts'

/** A longer day: `DAY_VISITORS=20000 TEST_MINUTES=60 npm test -- db day`. The same one again, as far as chance was ours: `DAY_SEED`. */
const visitors = Number(process.env.DAY_VISITORS ?? 2_000)
const people = Number(process.env.DAY_PEOPLE ?? 30)
const seed = Number(process.env.DAY_SEED ?? Date.now() % 1_000_000)
/** Of theirs, twenty seconds are one of ours; between the rushes time jumps. */
const speed = 20
const atOnce = 64

const at = (time: string) => new Date(`2026-03-02T${time}:00+01:00`)
/** When many come, and which servers are killed in the middle of it. */
const rushes = [
  { from: at('09:00'), to: at('10:40'), share: 0.2, kill: [] },
  { from: at('10:45'), to: at('12:25'), share: 0.2, kill: [0] },
  { from: at('12:30'), to: at('14:50'), share: 0.2, kill: [1] },
  { from: at('15:00'), to: at('17:00'), share: 0.25, kill: [0, 1] },
  { from: at('17:10'), to: at('17:50'), share: 0.15, kill: [] },
]

const dice = createDice(seed)
const ledger = new Ledger()
const hearing = new Hearing()
const visitorsHearing = new VisitorsHearing()
const database = await freshDatabase()
const tables = new pg.Pool({ ...database.config, max: 2 })
tables.on('error', () => {}) // It ends with its database.
const house = await openHouse(database, { now: at('08:00'), dice, people })
await setUpCamera(tables)
const [eight, nine] = [at('08:00').getTime(), at('09:00').getTime()]
const servers = await Servers.start(database.config, { machineMs: Date.now(), dayMs: eight, waitsAtMs: nine, speed }, 2)
const lag = new Lag(() => servers.origins)
const portOf = (origin: string) => Number(new URL(origin).port)
/** Lines that break: some people's way to whichever server. */
const wires = await Promise.all(
  [0, 1].map(() => Wire.to(() => ({ host: '127.0.0.1', port: portOf(dice.pick(servers.origins)) }))),
)
for (const wire of wires) wire.losesAnswerTo = (request) => !request.startsWith('GET') && dice.chance(0.03)
const staff = house.people.map(
  (agent, place) =>
    new AgentAtWork(agent, {
      place: placeOf(place, { pageOrigin: servers.origins[0] ?? '', hear: hearing.earOf(agent.agentId) }),
      dice,
      ledger,
      subAccounts: house.subAccounts,
      isPillar: house.pillars.has(agent.agentId),
    }),
)
const ada = staff[0] ?? assert.fail('nobody works here')
const colleagues = staff.slice(4).filter(({ agent }) => !house.pillars.has(agent.agentId))
const atWork = () => staff.filter(({ isRemoved }) => !isRemoved)
const pillars = staff.filter(({ agent }) => house.pillars.has(agent.agentId))
/** Where nothing is asked before words. */
const quiet = house.channels.filter(({ asks }) => !asks)
const german = quiet.find(({ languages }) => languages.includes('de')) ?? assert.fail('nobody speaks German')
/** Visitors who came for the first time. */
let begun = 0
const lastOnes: PassingVisitor[] = []
after(async () => {
  for (const { screen } of staff) screen.stop()
  for (const { screen } of lastOnes) screen.stop()
  for (const wire of wires) await wire.close()
  await lag.stop()
  await servers.stop()
  await tables.end()
  await database.drop()
})

/** Of four, one is on a train. */
function placeOf(number: number, place: Omit<Place, 'origin'>): Place {
  const [train = 0, beside = 0] = [number % 8 === 3 ? 0 : 1, number % 2]
  const wire = number % 4 === 3 ? wires[train] : undefined
  return { ...place, origin: wire?.origin ?? servers.origins[beside] ?? '' }
}

const newVisitor = (number: number, channel = dice.pick(house.channels)) =>
  new PassingVisitor(number, channel, { dice, ledger, now: () => servers.now() })
const come = (visitor: PassingVisitor) =>
  visitor.come(
    placeOf(visitor.number, { pageOrigin: 'https://shop.example', hear: visitorsHearing.earOf(visitor.number) }),
  )

async function visit(visitor: PassingVisitor): Promise<void> {
  come(visitor)
  if (!visitor.isAsked || (await visitor.answer())) await visitor.talk(1 + dice.int(3))
  visitor.leave()
}

/** So many come, not all in one moment, and some of those who were there before come back. */
async function rush(numbers: number[], before: readonly PassingVisitor[]): Promise<PassingVisitor[]> {
  const [came, left] = [[...before], [...numbers]]
  async function comeInTurn(): Promise<void> {
    for (let number = left.shift(); number !== undefined; number = left.shift()) {
      const visitor = newVisitor(number)
      begun += 1
      await visit(visitor)
      came.push(visitor)
      const again = before.length > 0 && dice.chance(0.15) ? came.splice(dice.int(came.length), 1)[0] : undefined
      if (!again) continue
      await visit(again)
      came.push(again)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, comeInTurn))
  return came
}

/** Kills in the middle of what goes on, and starts again on the same data. */
async function killAt(many: number, places: number[]): Promise<void> {
  if (places.length === 0) return
  await eventually(() => begun >= many, 'half of them came', 600_000)
  await servers.kill(...places)
  await Promise.all(places.map((place) => servers.start(place)))
}

/** Some are asked at a minute to six, and answer at a minute past: nobody is there any more, and they leave a message. */
async function closingTime(numbers: number[]): Promise<void> {
  const teas = house.channels.find(({ asks }) => asks)
  servers.goOn({ from: at('17:58'), waitsAt: at('17:59'), speed })
  const late = numbers.map((number) => newVisitor(number, teas))
  const asked = await Promise.all(
    late.map(async (visitor) => {
      come(visitor)
      for (;;) {
        const state = await visitor.look()
        if (offers(state, 'advisor')) return { visitor, state }
        await pause(100)
      }
    }),
  )
  servers.goOn({ from: at('18:01'), waitsAt: at('20:00'), speed })
  await Promise.all(
    asked.map(async ({ visitor, state }) => {
      await visitor.give(state, 'need', 'advisor')
      if (await visitor.answer()) await visitor.talk(1)
      visitor.leave()
    }),
  )
}

const offers = ({ run }: Awaited<ReturnType<PassingVisitor['look']>>, option: string): boolean =>
  run?.now.at === 'question' && run.now.asks.kind === 'choice' && run.now.asks.options.some(({ id }) => id === option)

/**
 * Nobody takes anything any more; some still come and wait, one of them with a language that nobody speaks. Who has no room tries for all
 * of it in vain, and some who could take it go away. From then on clocks go as clocks do.
 */
async function evening(numbers: number[]): Promise<void> {
  for (const agent of staff) await agent.rest()
  const places = [{ ...german, languages: ['de'] }, ...quiet, ...quiet, ...quiet]
  await Promise.all(
    numbers.map((number) => {
      const visitor = newVisitor(number, places[number % places.length])
      come(visitor)
      lastOnes.push(visitor)
      return visitor.talk(1)
    }),
  )
  for (const agent of pillars) {
    await eventually(() => administer(ada, ledger).edit(agent.agent.agentId, 1), 'their limit is another', 60_000)
    await eventually(async () => (await agent.takeAll()) > 0, 'who has no room is told so', 60_000)
  }
  for (const agent of colleagues) if (!agent.isRemoved && dice.chance(0.4)) await agent.setAway(true)
  servers.goOn({ waitsAt: at('23:00'), speed: 1 })
  const waits = ({ state }: { state: string }) => state !== 'refused'
  await eventually(
    () => atWork().every(({ screen }) => !screen.outbox.entries().some(waits)),
    'all they said was answered',
    60_000,
  )
  await eventually(
    () => atWork().every(({ screen }) => screen.connection.isFresh()),
    'all consoles are caught up',
    60_000,
  )
  for (const agent of staff) agent.settle()
}

test('[D1] [D2] [D3] [D6] [D8] [N3] [N7] [N8] [N9] [N12] [N13] [C9] [C12] [S12] a day of thirty agents and two thousand visitors: nothing is lost, doubled, passed over, or told to whom it may not be', async (t) => {
  t.diagnostic(`DAY_SEED=${seed}`)
  const opened = performance.now()
  for (const agent of staff) agent.begin()
  let [came, next, removals]: [PassingVisitor[], number, number] = [[], 0, 0]
  const newNumbers = (count: number) => Array.from({ length: count }, () => next++)
  for (const { from, to, share, kill } of rushes) {
    servers.goOn({ from, waitsAt: to, speed })
    const incidents = beginIncidents({ ada, wires, dice, ledger, colleagues, withHeir: removals++ % 2 === 0 })
    const numbers = newNumbers(Math.ceil(visitors * share))
    const [all] = await Promise.all([rush(numbers, came), killAt(next - numbers.length / 2, kill)])
    came = all
    await incidents.end()
    t.diagnostic(`${servers.now().toISOString()} ${begun} came, ${Math.round(performance.now() - opened)} ms`)
  }
  await closingTime(newNumbers(10))
  await evening(newNumbers(30))
  let files = { had: 0, kept: 0 }
  const seconds = (performance.now() - opened) / 1000

  // Offers run out in the evening too, one after the other: pages are compared while no time passes.
  servers.goOn({ waitsAt: new Date(servers.now().getTime() + 500), speed: 1 })
  await t.test('[D4] [D7] every page shows what a fresh load shows', everyPageIsAsAFreshOne)
  servers.goOn({ waitsAt: at('23:00'), speed: 1 })
  await t.test('[N8] [N12] every conversation is where the rules say', everyConversationIsWhereTheRulesSay)
  await t.test('[N3] [N12] a file is had by whoever may read where it was sent', async () => {
    files = await everyFileIsHadByRight()
  })
  for (const visitor of lastOnes.splice(0)) visitor.leave()
  // Of what is heard from here on, the film knows nothing: offers run out in the evening too.
  const sights = [...hearing.sights]
  const film = await developFilm(tables)
  const messages = await readMessages(tables)

  const { lastSights, notes, said } = ledger
  assert.deepEqual(saidOnce({ messages, said: said.values(), notes, lastSights }), [], 'every word is there once')
  const kept = filesKept({ messages, files: await readFiles(tables), said: ledger.said.values(), sent: ledger.files })
  assert.deepEqual(kept, [], 'every file is where it was sent, as it was sent')
  const limits = withinLimits(film, house.advises)
  assert.deepEqual(limits.faults, [], 'nobody passed their limit, or got what was not theirs to take')
  const sight = seenByRight(film, sights, house.advises, (at) => lag.at(at))
  assert.deepEqual(sight.faults, [], 'nobody was told what they may not know')
  assert.deepEqual([...visitorsHearing.leaks, ...hearing.mixed], [], 'nor was a visitor')
  t.diagnostic(
    `${messages.length} messages in ${Math.round(seconds)} s: ${Math.round(messages.length / seconds)} a second`,
  )
  const counts = { ...Object.fromEntries(ledger.counts), ...limits.counts, ...sight.counts, kills: servers.kills }
  t.diagnostic(JSON.stringify(counts))
  const { rows: back } = await tables.query(`select from messages where notice = 'reopened' and author = 'visitor'`)
  const { rows: inherited } = await tables.query(`select from messages where notice = 'handed-over'`)
  const few = Math.floor(visitors / 100)
  for (const [what, count, least] of [
    ['were killed', servers.kills, 4],
    ['visitors came', begun, visitors],
    ['visitors came back after a closing', back.length, few],
    ['conversations were taken', limits.counts.taken, visitors / 2],
    ['were offered', limits.counts.offers, visitors / 4],
    ['were passed on to the next', limits.counts.passedOn, few],
    ['filled somebody up', limits.counts.full, few],
    ['were refused to who had no room', ledger.counted('assignment: conversations.limit-reached'), 3],
    ['were taken by somebody else first', ledger.counted('assignment: conversations.taken'), few],
    ['were handed to an agent', ledger.counted('transfer to an agent'), few / 2],
    ['were moved to a sub-account', ledger.counted('transfer to a sub-account'), few / 4],
    ['were given back', ledger.counted('transfer to the queue'), few / 4],
    ['files arrived', ledger.counted('file: done'), few * 2],
    ['files were had', files.had, 10],
    ['files were kept from who asked', files.kept, 10],
    ['words were rewritten', ledger.counted('rewrite: done'), few / 2],
    ['words were taken back', ledger.counted('take back: done'), few / 4],
    ['people were stopped', ledger.counted('deactivate: done'), 5],
    ['people were removed', ledger.counted('removed'), rushes.length],
    ['conversations were inherited', inherited.length, 1],
    ['changes were kept from who was stopped', sight.counts.withheld, few],
    ['things were told to agents', sight.counts.sights, visitors * 5],
    ['things were told to visitors', visitorsHearing.texts, visitors * 3],
    ['lines broke', ledger.counted('line cut'), 20],
    ['calls met nobody', ledger.counts.filter(([what]) => what.endsWith('unreachable')).length, 3],
    ['agents’ ends were refused after hours', ledger.counted('answer: answers.nobody-now'), 10],
  ] as const)
    assert.ok(count >= least, `control: ${count} ${what}, not ${least}`)
  const broken = ledger.counts.filter(([what]) => /request\.(fault|invalid|too-many)$/.test(what))
  assert.deepEqual(broken, [], 'nothing broke')
})

/** What came by events is what is there. Of closed ones a page knows more than a fresh load brings. */
async function everyPageIsAsAFreshOne(): Promise<void> {
  for (const { screen, agent } of atWork()) {
    await eventuallyEqual(
      ({ closed, more }) => {
        const shown = screen.shown()
        const known = new Map(shown.closed.map((card) => [card.id, card]))
        return { ...shown, more, closed: closed.flatMap(({ id }) => known.get(id) ?? []) }
      },
      () => screen.fresh(),
      `the screen of ${agent.name}`,
      120_000, // Whatever routing had still to do as time stopped comes first.
    )
  }
  for (const { screen, number } of lastOnes)
    await eventuallyEqual(
      () => screen.shown(),
      () => screen.fresh(),
      `the page of visitor ${number}`,
      120_000,
    )
}

/** Everybody asks for some files, as they still are: only what stays wrong is. */
async function everyFileIsHadByRight(): Promise<{ had: number; kept: number }> {
  const sent = await readFiles(tables)
  for (const deadline = performance.now() + 30_000; ; await pause(200)) {
    const tries: Try[] = []
    for (const file of sent.length > 0 ? Array.from({ length: 8 }, () => dice.pick(sent)) : []) {
      const params = { organisationId: house.id, conversationId: file.conversation_id, fileId: file.id }
      for (const { agent } of staff) {
        const had = await isHad({ route: `GET ${ofOne}/files/:fileId`, by: agent, params })
        tries.push({ by: { agentId: agent.agentId }, file, had })
      }
    }
    for (const { screen, browser } of lastOnes) {
      const visitorOf = screen.shown().conversation?.id ?? null
      const own = sent.filter(({ conversation_id }) => conversation_id === visitorOf)
      for (const file of [...own, ...(sent.length > 0 ? [dice.pick(sent)] : [])]) {
        const params = { channelKey: browser.channelKey, fileId: file.id }
        const had = await isHad({
          route: 'GET /widget/:channelKey/files/:fileId',
          by: visitorWith(browser.token),
          params,
        })
        tries.push({ by: { visitorOf }, file, had })
      }
    }
    const still = await readStillness(tables, servers.now())
    const { faults, counts } = hadByRight({
      ...still,
      tries,
      messages: await readMessages(tables),
      advises: house.advises,
    })
    if (faults.length === 0) return counts
    if (performance.now() > deadline) assert.deepEqual(faults, [])
  }
}

const ofOne = '/organisations/:organisationId/conversations/:conversationId'
const isHad = async (wish: Wish): Promise<boolean> => (await make(servers.origins[0] ?? '', wish)).status === 200

/** What routing does at this moment is done a moment later: only what stays wrong is. */
async function everyConversationIsWhereTheRulesSay(): Promise<void> {
  const params = { organisationId: house.id }
  for (const deadline = performance.now() + 30_000; ; await pause(200)) {
    const { blocked } = await ada.screen.api.call('GET /organisations/:organisationId/queue', { params })
    const still = await readStillness(tables, servers.now())
    const faults = whereRulesSay({ ...still, blocked, advises: house.advises })
    if (faults.length === 0) return
    if (performance.now() > deadline) assert.deepEqual(faults, [])
  }
}
