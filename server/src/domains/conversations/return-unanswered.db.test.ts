import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { ConversationId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import { startApp } from '#server/app.ts'
import { createLog } from '#server/platform/log.ts'
import { type Comptoir, openComptoir, type TestOrganisation, type TestSubAccount } from '#server/testing/comptoir.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import type { CastAgent } from '#server/testing/person.ts'
import { setPresent, setRouting } from '#server/testing/routing.ts'
import { markAbsent, markPresent, sweepPresence, tellGone } from '../agents/index.ts'
import { findConversation, returnUnanswered } from './index.ts'

let clock: FakeClock
let comptoir: Comptoir
let verdier: TestOrganisation
let lyon: TestSubAccount
let ben: CastAgent
let chloe: CastAgent

before(async () => {
  clock = fakeClock()
  comptoir = await openComptoir({ clock })
})
after(() => comptoir.stop())
beforeEach(async () => {
  verdier = await comptoir.makeOrganisation('Maison Verdier')
  lyon = await verdier.makeSubAccount('Lyon')
  ben = await verdier.hire('Ben Klein', { role: 'agent', subAccountId: lyon.id })
  chloe = await verdier.hire('Chloé Blanc', { role: 'agent', subAccountId: lyon.id })
  await markPresent(verdier.id, ben.agentId, comptoir.platform)
})

const ofOne = (conversationId: ConversationId) => ({ organisationId: verdier.id, conversationId })
const take = (by: CastAgent, id: ConversationId) =>
  by.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', { params: ofOne(id) })
const say = (by: CastAgent, id: ConversationId, text: string, kind: 'text' | 'note' = 'text') =>
  by.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
    params: { ...ofOne(id), clientMessageId: comptoir.platform.ids.message() as string as never },
    body: { text, kind },
  })
const arrive = async () => (await lyon.visitor().say('Bonjour, avez-vous du thé vert ?')).conversation.id
const now = async (id: ConversationId) => {
  const found = await comptoir.platform.database.transaction(verdier.id, (tx) => findConversation(tx, id))
  assert.ok(found)
  return found
}
const closeConsole = () => markAbsent(verdier.id, ben.agentId, comptoir.platform)
const openAgain = () => markPresent(verdier.id, ben.agentId, comptoir.platform)
const look = () => tellGone({ ...comptoir.platform, onGone: returnUnanswered(comptoir.platform, 'gone') })

/** One taken and never answered, one answered, one with a note alone, one whose visitor has not said another word. */
async function inHand() {
  const [never, answered, noted] = [await arrive(), await arrive(), await arrive()]
  for (const id of [never, answered, noted]) await take(ben, id)
  await say(ben, answered, 'Bonjour ! Lequel cherchez-vous ?')
  await say(ben, noted, 'Encore le thé vert.', 'note')
  return { never, answered, noted }
}

test('[S12] whoever closes the console and stays away gives back what they took and never answered, and keeps the rest', async () => {
  const { never, answered, noted } = await inHand()
  await closeConsole()
  clock.advance(times.goneAfterMs - 1)
  await look()
  assert.equal((await now(never)).state, 'open', 'not yet')
  clock.advance(1)
  await look()
  const states = await Promise.all([never, answered, noted].map(now))
  assert.deepEqual(
    states.map(({ state, assignee }) => [state, assignee?.id ?? null]),
    [
      ['pending', null],
      ['open', ben.agentId],
      ['pending', null],
    ],
    'a note answers nobody',
  )
  const { messages } = await chloe.call('GET /organisations/:organisationId/conversations/:conversationId', {
    params: ofOne(never),
  })
  assert.deepEqual([messages.at(-1)?.notice, messages.at(-1)?.author.kind], ['gone', 'agent'])
})

test('[S12] a page that loads anew, or a network that is back in time, loses nothing; the time begins anew', async () => {
  const { never } = await inHand()
  await closeConsole()
  clock.advance(times.goneAfterMs - 1_000)
  await openAgain()
  clock.advance(times.goneAfterMs)
  await look()
  assert.equal((await now(never)).assignee?.id, ben.agentId, 'he is here')
  await closeConsole()
  clock.advance(1_000)
  await look()
  assert.equal((await now(never)).assignee?.id, ben.agentId, 'gone for a second')
  clock.advance(times.goneAfterMs)
  await look()
  assert.equal((await now(never)).state, 'pending', 'control')
})

test('[S12] it is done once: what a colleague hands to somebody who is gone stays with them', async () => {
  await closeConsole()
  clock.advance(times.goneAfterMs)
  await look()
  const id = await arrive()
  await take(chloe, id)
  await chloe.call('POST /organisations/:organisationId/conversations/:conversationId/transfer', {
    params: ofOne(id),
    body: { agentId: ben.agentId },
  })
  clock.advance(times.goneAfterMs)
  await look()
  assert.equal((await now(id)).assignee?.id, ben.agentId)
})

test('[S12] [N7] what comes back is offered to somebody who is there at once, and its visitor is told', async () => {
  await setRouting(comptoir, verdier.id, { channelId: lyon.channelId, mode: 'round-robin' })
  await setPresent(comptoir, verdier.id, [chloe.agentId])
  const visitor = lyon.visitor()
  const { id } = (await visitor.say('Bonjour')).conversation
  await take(ben, id)
  await closeConsole()
  clock.advance(times.goneAfterMs)
  await look()
  await comptoir.routing.settle()
  assert.equal((await now(id)).offer?.agentId, chloe.agentId)
  const { messages } = await visitor.call('GET /widget/:channelKey/thread', {
    params: { channelKey: visitor.channelKey },
  })
  assert.equal(messages.at(-1)?.notice, 'gone')
})

test('[S12] [D1] a killed server forgets nobody: who was gone before is found after, who was there has the whole time to come back', async () => {
  const { never } = await inHand()
  const lola = await verdier.hire('Lola Sage', { role: 'agent', subAccountId: lyon.id })
  await markPresent(verdier.id, lola.agentId, comptoir.platform)
  const hers = await arrive()
  await take(lola, hers)
  await closeConsole()
  // Killed here: nothing is said of Lola, whose console was open.
  clock.advance(times.goneAfterMs)

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
    const lookAgain = () => tellGone({ ...again.platform, onGone: returnUnanswered(again.platform, 'gone') })
    await sweepPresence(again.platform)
    await lookAgain()
    assert.equal((await now(never)).state, 'pending')
    assert.equal((await now(hers)).assignee?.id, lola.agentId, 'her time begins when it is seen that she is not there')
    clock.advance(times.goneAfterMs)
    await lookAgain()
    assert.equal((await now(hers)).state, 'pending')
  } finally {
    await again.stop()
  }
})

test('[S12] whoever comes back while it is decided keeps it or finds it in the queue, never something between', async () => {
  const { never } = await inHand()
  await closeConsole()
  clock.advance(times.goneAfterMs)
  await Promise.all([look(), look(), openAgain(), say(ben, never, 'Me revoilà').catch(() => {})])
  const one = await now(never)
  const { messages } = await ben.call('GET /organisations/:organisationId/conversations/:conversationId', {
    params: ofOne(never),
  })
  const returned = messages.filter(({ notice }) => notice === 'gone').length
  assert.equal(returned, one.state === 'pending' ? 1 : 0)
  assert.equal(one.assignee?.id ?? null, one.state === 'pending' ? null : ben.agentId)
})
