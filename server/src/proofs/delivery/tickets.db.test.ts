import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { WebSocket } from 'ws'
import { socketPath } from '#contract/addresses.ts'
import { limits, times } from '#contract/limits.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { subprotocol, ticketPrefix } from '#contract/socket/version.ts'
import { newToken } from '../../platform/secrets.ts'
import { fakeClock } from '../../testing/fake-clock.ts'
import { setStage } from './rig/stage.ts'

const clock = fakeClock()
const stage = await setStage({ clock })
const { comptoir, lyon, verdier } = stage
const ben = await stage.hire('Ben Delacroix', { role: 'agent', subAccountId: lyon.id })
const ownPage = comptoir.url.origin
const shop = 'https://shop.example'

const ticketOf = async (agent = ben) =>
  (await agent.call('POST /organisations/:organisationId/socket-tickets', { params: { organisationId: verdier.id } }))
    .ticket

async function visitorsTicket() {
  const vera = stage.newVisitor()
  await vera.say('Bonjour')
  const { ticket } = await vera.call('POST /widget/:channelKey/socket-tickets', {
    params: { channelKey: vera.channelKey },
  })
  return ticket
}

/** What becomes of a handshake: the socket, or the status of the refusal. */
async function knock(protocols: string[], origin = ownPage): Promise<WebSocket | number> {
  const socket = new WebSocket(`${ownPage.replace('http', 'ws')}${socketPath}`, protocols, { origin })
  const { promise, resolve } = Promise.withResolvers<WebSocket | number>()
  socket.on('open', () => resolve(socket))
  socket.on('unexpected-response', (request, response) => {
    request.destroy()
    resolve(response.statusCode ?? 0)
  })
  // What the client will not have counts as never opened.
  socket.on('error', () => resolve(0))
  return promise
}

const withTicket = (ticket: string) => [subprotocol, ticketPrefix + ticket]

async function opens(protocols: string[], origin = ownPage): Promise<WebSocket> {
  const socket = await knock(protocols, origin)
  assert.ok(socket instanceof WebSocket, `opened, not refused with ${socket}`)
  return socket
}

test('[P4.1] a ticket opens one socket, once', async () => {
  const ticket = await ticketOf()
  const socket = await opens(withTicket(ticket))
  assert.equal(await knock(withTicket(ticket)), 401)
  socket.terminate()
})

test('[P4.1] of twenty who bring one ticket at once, one gets in', async () => {
  const ticket = await ticketOf()
  const all = await Promise.all(Array.from({ length: 20 }, () => knock(withTicket(ticket))))
  const sockets = all.filter((one) => one instanceof WebSocket)
  assert.equal(sockets.length, 1)
  for (const socket of sockets) socket.terminate()
})

test('[P4.1] a ticket lasts thirty seconds', async () => {
  const [early, late] = [await ticketOf(), await ticketOf()]
  clock.advance(times.ticketLifetimeMs - 1)
  const socket = await opens(withTicket(early))
  clock.advance(1)
  assert.equal(await knock(withTicket(late)), 401)
  socket.terminate()
})

test('[P4.1] no ticket, an unknown one and a malformed one are refused alike', async () => {
  for (const protocols of [[subprotocol], withTicket(newToken()), withTicket('x'), [subprotocol, ticketPrefix]])
    assert.equal(await knock(protocols), 401)
})

test('[P4.1] the page must be ours for an agent, and on a site of the channel for a visitor', async () => {
  assert.equal(await knock(withTicket(await ticketOf()), 'https://evil.example'), 403)
  assert.equal(await knock(withTicket(await ticketOf()), shop), 403)
  assert.equal(await knock(withTicket(await visitorsTicket()), 'https://evil.example'), 403)
  const sockets = [
    await opens(withTicket(await ticketOf()), ownPage),
    await opens(withTicket(await visitorsTicket()), shop),
  ]
  for (const socket of sockets) socket.terminate()
})

test('[P4.1] a ticket of somebody whose session has ended since opens nothing', async () => {
  const nina = await stage.hire('Nina Sage', { role: 'agent', subAccountId: lyon.id })
  const ticket = await ticketOf(nina)
  await nina.call('DELETE /session')
  assert.equal(await knock(withTicket(ticket)), 401)
})

test('[P4.1] a client of an older protocol is told to load the page anew', async () => {
  const socket = await knock(['comptoir.0', ticketPrefix + (await ticketOf())])
  if (socket instanceof WebSocket) assert.equal((await once(socket, 'close'))[0], closeCodes.outdated)
  else assert.fail(`refused with ${socket}`)
})

test('frames that are none, too large or too many end the socket, and nobody else’s', async () => {
  const beside = await opens(withTicket(await ticketOf()))
  const flood = Array.from({ length: 101 }, () => '{"type":"beat"}')
  for (const frames of [['{'], ['{"type":"nothing"}'], [Buffer.from('{"type":"beat"}')], flood]) {
    const socket = await opens(withTicket(await ticketOf()))
    for (const frame of frames) socket.send(frame)
    assert.equal((await once(socket, 'close'))[0], closeCodes.malformed)
  }
  const socket = await opens(withTicket(await ticketOf()))
  socket.send('x'.repeat(limits.frameBytes + 1))
  assert.equal((await once(socket, 'close'))[0], 1009)
  assert.equal(beside.readyState, WebSocket.OPEN)
  beside.terminate()
})
