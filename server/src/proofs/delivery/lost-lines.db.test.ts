import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { uuid7 } from '#client/uuid7.ts'
import type { Visitor } from '../../testing/visitor.ts'
import type { AgentScreen } from './rig/agent-screen.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { setStage } from './rig/stage.ts'
import type { VisitorScreen } from './rig/visitor-screen.ts'

// Sockets beat several times a second here instead of every fifteen seconds.
const stage = await setStage({ heartbeatMs: 250 })
const { wire } = stage
const ben = await stage.hire('Ben Delacroix', { role: 'agent', subAccountId: stage.lyon.id })

let screen: AgentScreen
/** Vera's browser: the widget's screen in one tab, and another tab whose line nothing befalls. */
let vera: VisitorScreen
let otherTab: Visitor

/** Ben and Vera talk, both caught up. */
beforeEach(async () => {
  screen?.stop()
  vera?.stop()
  wire.heal()
  screen = stage.agentScreen(ben)
  otherTab = stage.newVisitor()
  vera = stage.visitorScreen(otherTab)
  screen.start()
  vera.start()
  await vera.say('Bonjour')
  await eventually(() => vera.outbox.entries().length === 0, 'she was answered')
  await eventually(() => screen.state?.conversations.has(conversationId()) === true, 'she waits')
  await screen.look(conversationId())
  await screen.api.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
    params: { organisationId: stage.verdier.id, conversationId: conversationId() },
  })
  await eventually(() => vera.state.conversation?.state === 'open', 'she sees that Ben took it')
})

function conversationId() {
  const id = vera.state.conversation?.id
  assert.ok(id, 'Vera was answered')
  return id
}

const bensWords = () =>
  screen.shown().threads.flatMap(({ messages }) => messages.flatMap(({ kind, text }) => (kind === 'text' ? text : [])))

async function bothRead(...words: string[]) {
  await eventuallyEqual(bensWords, () => words, "Ben's screen")
  await eventuallyEqual(
    () => vera.words(),
    () => words,
    "Vera's screen",
  )
}

const isEvents = (frame: string) => frame.startsWith('{"type":"events"')
const isBeat = (frame: string) => frame.startsWith('{"type":"beat"')

test('[D5] [P4.4] a lost last frame is missed at the very next beat, by agent and visitor', async () => {
  let beats = 0
  wire.fateOf = (frame) => {
    if (isEvents(frame) && frame.includes('perdu')) {
      // From here on one beat a person gets through: what it does not repair stays broken.
      wire.fateOf = (next) => (isBeat(next) && ++beats > 2 * 2 ? 'lose' : 'pass')
    }
    return isEvents(frame) ? 'lose' : 'pass'
  }
  await otherTab.say('perdu')
  await bothRead('Bonjour', 'perdu')
})

test('[D5] control: without beats, a lost last frame stays unnoticed', async () => {
  const beats = { ben: 0, vera: 0 }
  let isLosing = false
  wire.fateOf = (frame) => {
    if (isBeat(frame)) beats[frame.includes('"organisation"') ? 'ben' : 'vera'] += 1
    return isLosing && (isBeat(frame) || isEvents(frame)) ? 'lose' : 'pass'
  }
  const eachBeat = (times: number) =>
    eventually(() => beats.ben >= times && beats.vera >= times, `${times} beats of each`)
  // Whoever was slow to connect asks for news until they have.
  await eachBeat(1)
  isLosing = true
  const before = Math.max(beats.ben, beats.vera)
  await otherTab.say('perdu')
  await eachBeat(before + 3)
  assert.deepEqual(bensWords(), ['Bonjour'])
  assert.deepEqual(vera.words(), ['Bonjour'])
})

test('[D5] [P4.3] a lost frame is missed at the next frame, without any beat', async () => {
  wire.fateOf = (frame) => (isBeat(frame) || frame.includes('perdu') ? 'lose' : 'pass')
  await otherTab.say('perdu')
  wire.fateOf = (frame) => (isBeat(frame) ? 'lose' : 'pass')
  await otherTab.say('suivant')
  await bothRead('Bonjour', 'perdu', 'suivant')
})

test('[D3] [D6] doubled and swapped frames are shown once, in order', async () => {
  const fates = ['hold', 'double', 'hold', 'pass', 'double'] as const
  let frames = 0
  wire.fateOf = (frame) => (isEvents(frame) ? (fates[frames++ % fates.length] ?? 'pass') : 'pass')
  const words = Array.from({ length: 12 }, (_, index) => `mot ${index}`)
  for (const word of words) await otherTab.say(word)
  await bothRead('Bonjour', ...words)
  assert.ok(frames >= 12, 'frames were doubled and swapped')
})

test('[D2] [D3] [P3.4] words whose answer is lost after the commit are sent again and shown once', async () => {
  const lost = { Ben: 0, Vera: 0 }
  wire.losesAnswerTo = (request) => {
    if (!request.startsWith('PUT')) return false
    const author = request.includes('/widget/') ? 'Vera' : 'Ben'
    lost[author] += 1
    return lost[author] <= 3
  }
  await Promise.all([screen.say(conversationId(), 'réponse'), vera.say('question')])
  await eventually(() => screen.outbox.entries().length + vera.outbox.entries().length === 0, 'both were answered')
  assert.deepEqual(lost, { Ben: 4, Vera: 4 }, 'three answers of each were lost')
  await eventuallyEqual(bensWords, () => vera.words(), 'one order for both')
  assert.deepEqual(bensWords().toSorted(), ['Bonjour', 'question', 'réponse'])
})

test("[P5.3] one's own words come back as an event before the answer, and are shown once", async () => {
  const id = conversationId()
  wire.losesAnswerTo = (request) => request.startsWith('PUT')
  const clientMessageId = await screen.say(id, 'entendu')
  await bothRead('Bonjour', 'entendu')
  const [waiting] = screen.outbox.entries()
  assert.equal(waiting?.id, clientMessageId, 'it still waits for its answer')
  const [thread] = screen.shown().threads
  assert.ok(
    thread?.messages.some((message) => message.clientMessageId === clientMessageId),
    'by this id the pending bubble is known to be the message',
  )
  wire.heal()
  await eventually(() => screen.outbox.entries().length === 0, 'answered')
  assert.deepEqual(bensWords(), ['Bonjour', 'entendu'])
})

test('[D4] [P5.4] after a torn line everything is as a fresh load shows it, before a word may leave', async () => {
  const requests: string[] = []
  wire.isUp = false
  wire.cut()
  await screen.say(conversationId(), 'écrit hors ligne')
  await otherTab.say('un')
  await otherTab.say('deux')
  await stage.newVisitor().say('quelqu’un d’autre')

  let shownWhenFresh: ReturnType<AgentScreen['shown']> | undefined
  screen.onFresh = () => {
    shownWhenFresh = screen.shown()
    requests.push('caught up')
    // Nothing leaves until the comparison is done.
    wire.losesRequest = (request) => request.startsWith('PUT')
  }
  wire.losesRequest = (request) => {
    requests.push(request)
    return false
  }
  wire.isUp = true
  await eventually(() => shownWhenFresh !== undefined, 'caught up')
  assert.deepEqual(shownWhenFresh, await screen.fresh())
  assert.deepEqual(bensWords(), ['Bonjour', 'un', 'deux'])
  assert.ok(!requests.slice(0, requests.indexOf('caught up')).some((request) => request.startsWith('PUT')))
  assert.equal(screen.snapshots, 1, 'from the cursors, without a snapshot')
  wire.heal()
  await bothRead('Bonjour', 'un', 'deux', 'écrit hors ligne')
})

test('[P4.5] a server that falls silent is left, and nothing is missing afterwards', async () => {
  const impatient = stage.agentScreen(ben, { silenceMs: 1_500 })
  impatient.start()
  await eventually(() => impatient.connection.state() === 'live', 'live')
  wire.fateOf = () => 'lose'
  await otherTab.say('dans le vide')
  await eventually(() => impatient.connectionStates.includes('connecting'), 'the line is given up')
  wire.heal()
  await eventuallyEqual(
    () => impatient.shown(),
    () => impatient.fresh(),
    'complete',
  )
  assert.equal(impatient.shown().open.find(({ id }) => id === conversationId())?.lastMessage?.text, 'dans le vide')
})

test('[P4.10] a page that wakes from sleep attaches before it sends, and at once', async () => {
  wire.fateOf = () => 'lose'
  await otherTab.say('pendant le sommeil')
  screen.device.page.clockAheadMs += 60_000
  assert.equal(screen.connection.isFresh(), false, 'known before any timer has noticed')
  await screen.say(conversationId(), 'bien dormi')
  // Awake: everything passes again, but beats, which are not to be needed.
  wire.fateOf = (frame) => (isBeat(frame) ? 'lose' : 'pass')
  screen.device.page.wake()
  await eventuallyEqual(bensWords, () => ['Bonjour', 'pendant le sommeil', 'bien dormi'], 'in this order')
})

test('[D2] [P3.4] a client id that comes back with other words is refused, and nothing is written', async () => {
  const id = uuid7()
  await otherTab.say('un', { id })
  await assert.rejects(otherTab.say('autre chose', { id }), { code: 'messages.id-reused' })
  await bothRead('Bonjour', 'un')
})
