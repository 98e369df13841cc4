import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { socketPath } from '#contract/addresses.ts'
import type { ConversationId } from '#contract/ids.ts'
import { limits, times } from '#contract/limits.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { subprotocol, ticketPrefix } from '#contract/socket/version.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { newToken } from '#server/platform/secrets.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { type Ear, type Handshake, listen, NotAdmitted } from '#server/testing/ear.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { grant } from '#server/testing/wish.ts'

let clock: FakeClock
let cast: Cast
let scene: Scene
before(async () => {
  clock = fakeClock()
  cast = await openCast({ clock })
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

const ticketOf = async (by: Engaged) =>
  (
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/socket-tickets',
      by,
      params: { organisationId: by.organisationId },
    })
  ).ticket

const refusedWith = async (handshake: Handshake): Promise<number> => {
  try {
    const ear = await listen(cast.origin, handshake)
    ear.close()
  } catch (error) {
    if (error instanceof NotAdmitted) return error.status
    throw error
  }
  throw new Error('admitted')
}

test('a socket opens with one fresh ticket, and with nothing else', async () => {
  const ticket = await ticketOf(cast.ben)
  assert.equal(await refusedWith({}), 401)
  assert.equal(await refusedWith({ ticket: newToken() }), 401)
  assert.equal(await refusedWith({ ticket: ticket.slice(0, -1) }), 401)
  assert.equal(await refusedWith({ ticket: 'a'.repeat(5_000) }), 401)
  assert.equal(await refusedWith({ ticket, path: `${socketPath}s` }), 404)
  const ear = await listen(cast.origin, { ticket })
  assert.equal(await refusedWith({ ticket }), 401, 'a ticket opens one socket')
  ear.close()

  const late = await ticketOf(cast.ben)
  clock.advance(times.ticketLifetimeMs)
  assert.equal(await refusedWith({ ticket: late }), 401, 'thirty seconds later it opens none')
})

test('a page of another site opens no socket with an agent’s ticket, nor with a visitor’s of a channel that is not its own', async () => {
  const { visitor } = await scene.talk(cast.lyon, cast.ben)
  const visitorTicket = async () => {
    const params = { channelKey: cast.lyon.channelKey }
    return (await grant(cast.origin, { route: 'POST /widget/:channelKey/socket-tickets', by: visitor, params })).ticket
  }
  for (const origin of ['https://evil.example', 'null', `${cast.origin}.evil.example`, 'https://shop.example'])
    assert.equal(await refusedWith({ ticket: await ticketOf(cast.ben), origin }), 403, origin)
  for (const origin of ['https://evil.example', 'null', 'https://shop.example.evil.example'])
    assert.equal(await refusedWith({ ticket: await visitorTicket(), origin }), 403, origin)
  for (const handshake of [
    { ticket: await ticketOf(cast.ben), origin: cast.origin },
    { ticket: await visitorTicket(), origin: 'https://shop.example' },
  ])
    (await listen(cast.origin, handshake)).close()
})

test('a client that speaks another protocol is told to load anew', async () => {
  const protocols = ['comptoir.0', `${ticketPrefix}${await ticketOf(cast.ben)}`]
  // ws refuses an answer without any of its protocols; a browser reads the close that follows.
  const failed = await listen(cast.origin, { protocols }).then(
    (ear) => ear.end,
    (error: Error) => error.message,
  )
  assert.ok(failed === closeCodes.outdated || /subprotocol/i.test(String(failed)), String(failed))
  assert.notEqual(subprotocol, 'comptoir.0')
})

const attach = (cursors: unknown) => ({ type: 'attach', cursors })
const cursor = (over: object = {}) => ({ stream: 'organisation', epoch: 'x', since: 0, ...over })

const misshapen: Record<string, unknown> = {
  'no JSON': '{"type":',
  nothing: '',
  'a word': '"beat"',
  null: 'null',
  'a list': '[{"type":"beat"}]',
  'no type': {},
  'an unknown type': { type: 'subscribe' },
  'a field nobody asked for': { type: 'beat', role: 'administrator' },
  'a prototype': '{"type":"beat","__proto__":{"role":"administrator"}}',
  'no cursors': attach([]),
  'too many cursors': attach(Array.from({ length: limits.streamsPerAttachment + 1 }, () => 0)),
  'a cursor that is none': attach([7]),
  'a stream of no form': attach([cursor({ stream: 'conversations' })]),
  'a stream of every one': attach([cursor({ stream: 'sub-account:*' })]),
  'a stream with a tail': attach([cursor({ stream: `sub-account:${uuid7()}'; drop table agents; --` })]),
  'an epoch too long': attach([cursor({ epoch: 'x'.repeat(41) })]),
  'less than nothing': attach([cursor({ since: -1 })]),
  'a fraction': attach([cursor({ since: 0.5 })]),
  'beyond counting': attach([cursor({ since: 2 ** 53 })]),
  'typing nowhere': { type: 'typing', conversationId: 'all', typing: true },
  'typing half': { type: 'typing', conversationId: uuid7(), typing: 'yes' },
}

for (const [what, frame] of Object.entries(misshapen))
  test(`a frame that does not fit the contract (${what}) ends its socket, and no other`, async () => {
    const neighbour = await listen(cast.origin, { ticket: await ticketOf(cast.chloe) })
    const ear = await listen(cast.origin, { ticket: await ticketOf(cast.ben) })
    ear.sendRaw(typeof frame === 'string' ? frame : JSON.stringify(frame))
    assert.equal(await ear.end, closeCodes.malformed)
    await neighbour.catchUp()
    assert.equal(neighbour.endedWith, null)
    neighbour.close()
  })

test('a frame of ten megabytes, or of bytes, ends its socket before it is read', async () => {
  for (const [data, code] of [
    [' '.repeat(10 * 1024 * 1024), 1009],
    [' '.repeat(limits.frameBytes + 1), 1009],
    [Buffer.from('{"type":"beat"}'), closeCodes.malformed],
  ] as const) {
    const ear = await listen(cast.origin, { ticket: await ticketOf(cast.ben) })
    ear.sendRaw(data)
    const ended = await ear.end
    // The server may have cut the line before the last bytes were written.
    assert.ok(ended === code || ended === 1006, `${ended}`)
  }
  await works()
})

test('a flood of frames that fit ends its socket', async () => {
  const ear = await listen(cast.origin, { ticket: await ticketOf(cast.ben) })
  for (let sent = 0; sent < 1_000; sent++) ear.send({ type: 'beat' })
  assert.equal(await ear.end, closeCodes.malformed)
  await works()
})

test('typing in a conversation that is not theirs is told to nobody', async () => {
  const { ben, chloe, lou, lyon, origin } = cast
  const { conversationId, visitor } = await scene.talk(lyon, chloe, 'open')
  const params = { channelKey: lyon.channelKey }
  const { ticket } = await grant(origin, { route: 'POST /widget/:channelKey/socket-tickets', by: visitor, params })
  const vera = await listen(origin, { ticket })
  const [hisEar, herEar, lousEar] = [
    await listen(origin, { ticket: await ticketOf(ben) }),
    await listen(origin, { ticket: await ticketOf(chloe) }),
    await listen(origin, { ticket: await ticketOf(lou) }),
  ]
  for (const ear of [hisEar, lousEar]) ear.send({ type: 'typing', conversationId, typing: true })
  hisEar.send({ type: 'typing', conversationId: uuid7() as ConversationId, typing: true })
  herEar.send({ type: 'typing', conversationId, typing: true })
  const shown = await vera.hears(({ type }) => type === 'typing')
  assert.equal(Object(shown.by).agentId, chloe.agentId, 'control: she answers it, and is seen to type')
  for (const ear of [hisEar, lousEar]) await readSomething(ear)
  for (const ear of [vera, hisEar, herEar, lousEar]) await ear.catchUp()
  assert.equal(vera.heard.filter(({ type }) => type === 'typing').length, 1)
  for (const ear of [hisEar, herEar, lousEar])
    assert.deepEqual(
      ear.heard.filter(({ type }) => type === 'typing'),
      [],
    )
  for (const ear of [vera, hisEar, herEar, lousEar]) ear.close()
})

/** The server lives on: a socket opens and hears. */
async function works(): Promise<void> {
  const ear = await listen(cast.origin, { ticket: await ticketOf(cast.ben) })
  await readSomething(ear)
  ear.close()
}

/** What was sent before it has been asked of the database by then. */
async function readSomething(ear: Ear): Promise<void> {
  const { epoch } = cast.comptoir.platform.events
  ear.send({ type: 'attach', cursors: [{ stream: 'organisation', epoch, since: 0 }] })
  await ear.hears(({ type }) => type === 'live')
}
