import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { nextListening } from '#server/testing/next-listening.ts'
import { promptlyMs } from '../../testing/promptly.ts'
import type { AgentScreen } from './rig/agent-screen.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { type Colleague, setStage } from './rig/stage.ts'

const stage = await setStage()
const { lyon, verdier } = stage
const ada = await stage.hire('Ada Verdier', { role: 'administrator' })
const milo = await stage.hire('Milo Roy', { role: 'moderator' })
const params = { organisationId: verdier.id }

const hireBen = () => stage.hire('Ben Delacroix', { role: 'agent', subAccountId: lyon.id })

async function open(agent: Colleague): Promise<AgentScreen> {
  const screen = stage.agentScreen(agent)
  screen.start()
  await eventually(() => screen.connection.isFresh(), 'live')
  return screen
}

/** Milliseconds from the answer to the act until something holds. */
async function after(act: () => Promise<unknown>, holds: () => boolean, what: string): Promise<number> {
  await act()
  const startMs = performance.now()
  await eventually(holds, what)
  return performance.now() - startMs
}

const closedWith = (screen: AgentScreen, code: number) => () => screen.device.closings.includes(code)
const setActive = (agent: Colleague, active: boolean) =>
  ada.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
    params: { ...params, agentId: agent.agentId },
    body: { active },
  })
const remove = (agent: Colleague) =>
  ada.call('DELETE /organisations/:organisationId/agents/:agentId', { params: { ...params, agentId: agent.agentId } })

test('[P4.9] [S12] a deactivated agent’s socket ends within a second, and their screen is empty after', async () => {
  const ben = await hireBen()
  const [his, milos] = [await open(ben), await open(milo)]
  await stage.newVisitor().say('en attente')
  await eventually(() => his.shown().pending.length > 0, 'control: he sees who waits')
  const ms = await after(() => setActive(ben, false), closedWith(his, closeCodes.accessChanged), 'his socket ends')
  assert.ok(ms < promptlyMs, `after ${ms} ms`)
  await eventuallyEqual(
    () => his.shown().pending,
    () => [],
    'nothing is shown',
  )
  await stage.newVisitor().say('il ne doit pas le lire')
  await eventually(() => milos.device.received.join().includes('il ne doit pas le lire'), 'control: Milo reads it')
  await eventually(() => his.connection.isFresh(), 'he is caught up')
  assert.ok(!his.device.received.join().includes('il ne doit pas le lire'))
  assert.equal(milos.device.closings.length, 0, 'nobody else is sent away')
})

test('[P4.9] [A6] a removed agent’s sockets end within a second, and say that nothing is left', async () => {
  const ben = await hireBen()
  const tabs = [await open(ben), await open(ben)]
  const ms = await after(
    () => remove(ben),
    () => tabs.every((tab) => closedWith(tab, closeCodes.accessEnded)()),
    'both end',
  )
  assert.ok(ms < promptlyMs, `after ${ms} ms`)
  await eventually(() => tabs.every((tab) => tab.connection.state() === 'ended'), 'they do not come back')
})

test('[P4.9] [U5] signing out ends the sockets of that session within a second, and of no other', async () => {
  const ben = await hireBen()
  const [his, milos] = [await open(ben), await open(milo)]
  const ms = await after(() => ben.call('DELETE /session'), closedWith(his, closeCodes.accessEnded), 'it ends')
  assert.ok(ms < promptlyMs, `after ${ms} ms`)
  assert.equal(milos.device.closings.length, 0)
})

test('[P4.9] a waiting poll of a removed agent ends within a second; the next is refused', async () => {
  const ben = await hireBen()
  // His console is open already, and who left has left: nobody's coming and going is still to be told.
  await open(ben)
  await stage.comptoir.presence.settle()
  await stage.comptoir.platform.events.settle()
  const { cursors } = await ben.call('GET /organisations/:organisationId/inbox', { params })
  const poll = () => ben.call('POST /organisations/:organisationId/poll', { params, body: { cursors, waitMs: 25_000 } })
  let ended = false
  const listening = nextListening(stage.comptoir)
  const waiting = poll().finally(() => {
    ended = true
  })
  await Promise.race([listening, waiting])
  const ms = await after(
    () => remove(ben),
    () => ended,
    'it ends',
  )
  assert.ok(ms < promptlyMs, `after ${ms} ms`)
  assert.deepEqual((await waiting).frames, [])
  await assert.rejects(poll(), { status: 404 })
})

test('a console that goes leaves the typing signs of its colleagues alone', async () => {
  const ben = await hireBen()
  const browser = stage.newVisitor()
  const { conversation } = await browser.say('Bonjour')
  await ben.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
    params: { ...params, conversationId: conversation.id },
  })
  const gone = await open(ben)
  gone.stop()
  const his = await open(ben)
  const vera = stage.visitorScreen(browser)
  vera.start()
  await eventually(() => vera.connection.isFresh(), 'both are there')
  await eventually(() => gone.device.closings.length > 0, 'the first one has closed')
  await eventually(() => {
    vera.connection.send({ type: 'typing', conversationId: conversation.id, typing: true })
    return his.device.frames.some((frame) => frame.startsWith('{"type":"typing"'))
  }, 'Ben sees that she types')
})
