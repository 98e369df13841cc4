import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { answerPatienceMs } from './cursor.ts'
import { Refused } from './refused.ts'
import { ContractServer } from './testing/contract-server.ts'
import { eventually, Follower, impatient } from './testing/follower.ts'

const shop = 'sub-account:00000000-0000-4000-8000-000000000001'
const house = 'organisation'
const typing = {
  type: 'typing',
  conversationId: '00000000-0000-7000-8000-000000000002',
  by: { kind: 'visitor' },
  typing: true,
} as Parameters<ContractServer['typing']>[0]

let server: ContractServer
let ben: Follower

beforeEach(async () => {
  server = await ContractServer.start()
  server.say(shop, 'one')
  server.streams.set(house, [])
  ben = new Follower(server)
})
afterEach(() => {
  ben.connection.stop()
  server.stop()
})

const heard = (stream = shop) => (ben.words.get(stream) ?? []).join(' ')
const hears = (words: string, stream = shop) =>
  eventually(() => heard(stream) === words, `"${words}", is "${heard(stream)}"`)

async function startLive() {
  ben.connection.start()
  await ben.until('live')
}

test('a reader takes a snapshot, attaches from its cursors, and hears what comes', async () => {
  await startLive()
  assert.equal(heard(), 'one')
  server.say(shop, 'two')
  server.say(house, 'news')
  await hears('one two')
  await hears('news', house)
  assert.deepEqual(ben.states, ['catching-up', 'live'])
})

test('[D4] it says live only once every stream has caught up', async () => {
  server.faults.push('double', 'lose') // The second stream's answer is lost.
  ben.connection.start()
  await eventually(() => server.counts.attaches === 1, 'attached')
  // Frames keep their order: once this one is here, so is all that was not lost.
  server.typing(typing)
  await eventually(() => ben.typing.length === 1, 'what was sent since')
  assert.equal(ben.connection.state(), 'catching-up')
  assert.equal(ben.connection.isFresh(), false)
})

test('an answer to an attachment that is lost is asked for again', async () => {
  server.faults.push('lose', 'lose')
  ben.connection.start()
  await eventually(() => server.counts.attaches === 1, 'attached')
  ben.page.clockAheadMs += 6_000
  await ben.until('live')
})

test('[D4] what was said while a torn socket came back is there before it says live', async () => {
  await startLive()
  let atLive = ''
  server.tear()
  server.say(shop, 'two')
  server.say(shop, 'three')
  await eventually(() => {
    if (ben.connection.state() === 'live' && heard() !== 'one') atLive ||= heard()
    return atLive !== ''
  }, 'live again')
  assert.equal(atLive, 'one two three')
  assert.equal(server.counts.snapshots, 1, 'from the cursor, without a snapshot')
})

test('[D5] a lost frame shows by the next one', async () => {
  await startLive()
  server.faults.push('lose')
  server.say(shop, 'two')
  server.say(shop, 'three')
  await hears('one two three')
})

test('[D5] a lost last frame shows by the next heartbeat', async () => {
  await startLive()
  server.faults.push('lose')
  server.say(shop, 'two')
  await hears('one two')
})

test('[D3] [D6] doubled and swapped frames are shown once, in order', async () => {
  await startLive()
  server.faults.push('double', 'hold', 'double')
  for (const word of ['two', 'three', 'four', 'five']) server.say(shop, word)
  await hears('one two three four five')
})

test('[D3] [D4] [D5] in a storm of torn sockets and lost, doubled and late frames, every word arrives once, in order', async () => {
  await startLive()
  const said = ['one']
  const kinds = ['lose', 'double', 'hold'] as const
  for (let round = 0; round < 60; round++) {
    const fault = kinds[Math.floor(Math.random() * 5)]
    if (fault) server.faults.push(fault)
    if (Math.random() < 0.15) server.tear()
    server.say(shop, `w${round}`)
    said.push(`w${round}`)
    await sleep(Math.random() * 8)
  }
  server.faults.length = 0
  // An answer that was lost is asked for again when a heartbeat passes after the patience.
  await eventually(() => heard() === said.join(' '), 'every word', answerPatienceMs + 20_000)
})

test('a server that falls silent is left for a new line', async () => {
  ben = new Follower(server, impatient)
  await startLive()
  server.speaks = false
  await eventually(() => ben.connection.state() !== 'live', 'not live')
  server.speaks = true
  server.say(shop, 'two')
  await hears('one two')
  await ben.until('live')
})

test('a server that is away is told as offline, and found again', async () => {
  await startLive()
  server.isUp = false
  server.tear()
  await ben.until('offline')
  server.isUp = true
  server.say(shop, 'two')
  await ben.until('live')
  assert.equal(heard(), 'one two')
  assert.ok(!ben.states.includes('ended'))
})

test('a page that starts without a network waits for it', async () => {
  server.isUp = false
  ben.connection.start()
  await ben.until('offline')
  server.isUp = true
  await ben.until('live')
  assert.equal(heard(), 'one')
})

test('[D13] another epoch ends in a fresh snapshot', async () => {
  await startLive()
  server.epoch = 'e2'
  server.streams.set(shop, ['restored'])
  server.tear()
  await hears('restored')
  await ben.until('live')
})

test('a cursor too old ends in a fresh snapshot', async () => {
  await startLive()
  server.kept = 2
  server.isUp = false
  server.tear()
  for (const word of ['two', 'three', 'four', 'five']) server.say(shop, word)
  server.isUp = true
  await hears('one two three four five')
  assert.equal(server.counts.snapshots, 2)
})

test('[D10] a reader closed for being slow comes back complete', async () => {
  await startLive()
  server.close(closeCodes.overflow)
  server.say(shop, 'two')
  await ben.until('live')
  await hears('one two')
})

test('a restarting server is found again from the cursors', async () => {
  await startLive()
  server.close(closeCodes.restarting)
  server.say(shop, 'two')
  await hears('one two')
  assert.equal(server.counts.snapshots, 1)
})

test('when access has ended, it stays away, until started again', async () => {
  await startLive()
  server.close(closeCodes.accessEnded)
  await ben.until('ended')
  const { sockets } = server.counts
  await sleep(150)
  assert.equal(server.counts.sockets, sockets)
  ben.connection.start()
  await ben.until('live')
})

test('when rights change, everything is fetched anew', async () => {
  await startLive()
  server.close(closeCodes.accessChanged)
  await eventually(() => server.counts.snapshots === 2, 'a second snapshot')
  await ben.until('live')
  assert.equal(ben.accessChanges, 1)
})

test('an outdated page says so, and stops', async () => {
  await startLive()
  server.close(closeCodes.outdated)
  await ben.until('outdated')
  ben.page.wake()
  await sleep(100)
  assert.equal(ben.connection.state(), 'outdated')
})

test('a refusal of the ticket ends it, and is told', async () => {
  server.refusal = new Refused(401, { code: 'accounts.sign-in-required', message: 'Sign in.' })
  ben.connection.start()
  await ben.until('ended')
  assert.equal(ben.endedBy?.code, 'accounts.sign-in-required')
})

test('"too many" is no end: it waits as long as it was asked', async () => {
  server.refusal = new Refused(429, {
    code: 'request.too-many',
    message: 'Wait.',
    details: { retryAfterSeconds: 0.05 },
  })
  ben.connection.start()
  await sleep(20)
  server.refusal = null
  await ben.until('live')
})

test('where sockets are blocked it polls, with the same words', async () => {
  server.acceptsSockets = false
  await startLive()
  server.say(shop, 'two')
  server.say(house, 'news')
  await hears('one two')
  await hears('news', house)
  assert.equal(server.counts.sockets, 0)
  assert.ok(server.counts.polls > 0)
  assert.equal(ben.connection.state(), 'live')
})

test('a proxy that swallows sockets is treated as one that blocks them', async () => {
  ben = new Follower(server, impatient)
  server.speaks = false
  await startLive()
  server.say(shop, 'two')
  await hears('one two')
  assert.ok(server.counts.polls > 0)
})

test('where a page forbids sockets outright it polls too', async () => {
  ben.page.world.WebSocket = class {
    constructor() {
      throw new Error('forbidden')
    }
  } as unknown as typeof WebSocket
  await startLive()
  server.say(shop, 'two')
  await hears('one two')
})

test('a quiet poll is not repeated in a rush', async () => {
  server.acceptsSockets = false
  await startLive()
  const { polls } = server.counts
  await sleep(300)
  assert.ok(server.counts.polls - polls <= 4, `${server.counts.polls - polls} polls in two waits`)
})

test('once sockets work again, one takes the polls’ place without a gap', async () => {
  server.acceptsSockets = false
  await startLive()
  server.acceptsSockets = true
  let said = 'one'
  for (let round = 0; round < 40; round++) {
    server.say(shop, `w${round}`)
    said += ` w${round}`
    await sleep(5)
  }
  await eventually(() => server.counts.sockets > 0, 'a socket')
  await hears(said)
  await sleep(60)
  const { polls } = server.counts
  await sleep(200)
  assert.equal(server.counts.polls, polls, 'no poll beside the socket')
  server.say(shop, 'last')
  await hears(`${said} last`)
  assert.equal(server.counts.snapshots, 1)
})

test('a restored epoch is noticed by polls too', async () => {
  server.acceptsSockets = false
  await startLive()
  server.epoch = 'e2'
  server.streams.set(shop, ['restored'])
  server.say(shop, 'two')
  await hears('restored two')
  await ben.until('live')
})

test('after a sleep nothing counts as fresh until the server has been asked', async () => {
  await startLive()
  assert.ok(ben.connection.isFresh())
  ben.page.clockAheadMs += 3_600_000
  assert.equal(ben.connection.state(), 'live', 'no timer has noticed yet')
  assert.equal(ben.connection.isFresh(), false)
  ben.connection.wake()
  assert.equal(ben.connection.state(), 'catching-up')
  await ben.until('live')
  assert.ok(ben.connection.isFresh())
})

test('a page that becomes visible asks at once whether anything was missed', async () => {
  server.stop()
  // Nothing else would ask: no heartbeat tells of what was lost.
  server = await ContractServer.start({ beatMs: 600_000 })
  server.say(shop, 'one')
  ben = new Follower(server)
  await startLive()
  server.faults.push('lose')
  server.say(shop, 'two')
  ben.page.wake()
  await hears('one two')
})

test('a network that comes back is used at once, not after the wait', async () => {
  ben = new Follower(server, { retry: { baseMs: 60_000, capMs: 60_000 } })
  await startLive()
  server.isUp = false
  server.tear()
  // Later than the server's last word, also on a clock of whole milliseconds.
  ben.page.clockAheadMs += 5
  ben.page.goOffline()
  await ben.until('offline')
  await sleep(20)
  server.isUp = true
  ben.page.goOnline()
  await ben.until('live')
})

test('a browser that wrongly believes to be offline is overruled by the server’s word', async () => {
  await startLive()
  // Later than the server's last word, also on a clock of whole milliseconds.
  ben.page.clockAheadMs += 5
  ben.page.goOffline()
  assert.equal(ben.connection.state(), 'offline')
  await ben.until('live')
})

test('a page put aside drops its line, and takes it up when it is shown again', async () => {
  await startLive()
  ben.page.leave()
  const { tickets } = server.counts
  server.say(shop, 'two')
  await sleep(100)
  assert.equal(server.counts.tickets, tickets)
  ben.page.wake()
  await hears('one two')
})

test('with nothing to follow it needs no line, until there is something', async () => {
  server.streams.clear()
  await startLive()
  assert.equal(server.counts.tickets, 0)
  server.say(shop, 'first')
  ben.connection.follow([{ stream: shop, epoch: 'e1', since: 0 }])
  await hears('first')
  await ben.until('live')
})

test('[D11] a stream that begins while a snapshot is being fetched is followed, though the snapshot does not know it', async () => {
  server.streams.clear()
  const delay = Promise.withResolvers<void>()
  server.snapshotDelay = delay.promise
  ben.connection.start()
  await eventually(() => server.counts.snapshots === 1, 'a snapshot under way')
  server.say(shop, 'first')
  ben.connection.follow([{ stream: shop, epoch: 'e1', since: 0 }])
  delay.resolve()
  await hears('first')
  await ben.until('live')
  server.say(shop, 'second')
  await hears('first second')
})

test('following a stream twice does not move its cursor', async () => {
  await startLive()
  server.say(shop, 'two')
  await hears('one two')
  ben.connection.follow([{ stream: shop, epoch: 'e1', since: 0 }])
  server.say(shop, 'three')
  await hears('one two three')
})

test('typing goes both ways, and is forgotten where there is no socket', async () => {
  ben.connection.send({ type: 'typing', conversationId: typing.conversationId, typing: true })
  await startLive()
  ben.connection.send({ type: 'typing', conversationId: typing.conversationId, typing: true })
  server.typing(typing)
  await eventually(() => ben.typing.length === 1, 'typing')
  await eventually(() => server.heard.filter(({ type }) => type === 'typing').length === 1, 'typing at the server')
})

test('many streams are attached in frames the server accepts', async () => {
  for (let n = 0; n < 190; n++)
    server.say(`sub-account:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, `hello ${n}`)
  await startLive()
  const frames = server.heard.map((frame) => JSON.stringify(frame))
  assert.ok(frames.length > 1 && frames.every(({ length }) => length < 16 * 1024))
})

test('a stopped connection lets go of page and server', async () => {
  await startLive()
  ben.connection.stop()
  assert.equal(ben.page.listeners(), 0)
  const { tickets } = server.counts
  await sleep(100)
  assert.equal(server.counts.tickets, tickets)
})
