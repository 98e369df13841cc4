import assert from 'node:assert/strict'
import { test } from 'node:test'
import { socketPath } from '#contract/addresses.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { setStage } from './rig/stage.ts'

const stage = await setStage()
const { wire, lyon, verdier } = stage
const ben = await stage.hire('Ben Delacroix', { role: 'agent', subAccountId: lyon.id })
const noSockets = (request: string) => request.startsWith(`GET ${socketPath}`)

/** Ben and Vera where no socket gets through. */
async function talk() {
  wire.heal()
  wire.losesRequest = noSockets
  const screen = stage.agentScreen(ben)
  const browser = stage.newVisitor()
  const vera = stage.visitorScreen(browser)
  const { conversation } = await browser.say('Bonjour')
  await ben.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
    params: { organisationId: verdier.id, conversationId: conversation.id },
  })
  screen.start()
  vera.start()
  await eventually(() => screen.connection.isFresh() && vera.connection.isFresh(), 'both are live by polls')
  await screen.look(conversation.id)
  return { screen, vera, browser, id: conversation.id }
}

const wordsOf = ({ screen, id }: Awaited<ReturnType<typeof talk>>) =>
  screen
    .shown()
    .threads.filter((thread) => thread.id === id)
    .flatMap(({ messages }) => messages.flatMap(({ kind, text }) => (kind === 'text' ? text : [])))

test('[P4.11] [D3] [D6] where sockets are blocked two people talk by polls, each word once, in order', async () => {
  const both = await talk()
  const words = Array.from({ length: 8 }, (_, index) => `mot ${index}`)
  for (const word of words) await both.vera.say(word)
  await both.screen.say(both.id, 'réponse')
  await eventually(() => wordsOf(both).length === 10 && both.vera.words().length === 10, 'ten words on each side')
  assert.deepEqual(wordsOf(both), both.vera.words())
  assert.deepEqual(
    both.vera.words().filter((word) => word.startsWith('mot')),
    words,
  )
  assert.deepEqual([...both.screen.device.frames, ...both.vera.device.frames], [], 'nothing came by a socket')
})

test('[P4.11] [D4] after a torn line a poll says live only once everything is there', async () => {
  const both = await talk()
  wire.isUp = false
  wire.cut()
  await both.browser.say('un')
  await both.browser.say('deux')
  let shownWhenFresh: unknown
  both.screen.onFresh = () => {
    shownWhenFresh ??= both.screen.shown()
  }
  wire.isUp = true
  await eventually(() => shownWhenFresh !== undefined, 'caught up')
  assert.deepEqual(shownWhenFresh, await both.screen.fresh())
  assert.deepEqual(wordsOf(both), ['Bonjour', 'un', 'deux'])
})

test('[P4.11] [D2] [D3] with polls and answers torn at random, every word arrives once, in order', async () => {
  const both = await talk()
  let answers = 0
  wire.losesAnswerTo = (request) => /poll|PUT/.test(request) && ++answers % 3 === 0
  const words = Array.from({ length: 15 }, (_, index) => index)
  for (const word of words) {
    await both.vera.say(`Vera ${word}`)
    await both.screen.say(both.id, `Ben ${word}`)
  }
  const waiting = () => both.screen.outbox.entries().length + both.vera.outbox.entries().length
  await eventually(() => waiting() === 0, 'all were answered', 60_000)
  wire.losesAnswerTo = () => false
  await eventuallyEqual(
    () => both.screen.shown(),
    () => both.screen.fresh(),
    "Ben's screen",
  )
  await eventuallyEqual(
    () => both.vera.shown(),
    () => both.vera.fresh(),
    "Vera's",
  )
  for (const author of ['Ben', 'Vera'])
    assert.deepEqual(
      both.vera.words().filter((word) => word.startsWith(`${author} `)),
      words.map((word) => `${author} ${word}`),
    )
  assert.ok(answers > 30, 'answers were lost')
})

test('[P4.11] once sockets get through, one takes the place of the polls', async () => {
  const both = await talk()
  wire.losesRequest = () => false
  await eventually(() => both.screen.device.frames.length > 0, 'a socket was tried beside the polls')
  await both.browser.say('par le fil')
  await eventually(() => both.screen.device.frames.join().includes('par le fil'), 'it is what brings the news')
  await eventuallyEqual(
    () => both.screen.shown(),
    () => both.screen.fresh(),
    'complete',
  )
})
