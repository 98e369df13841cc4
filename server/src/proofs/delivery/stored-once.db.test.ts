import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuid7 } from '#client/uuid7.ts'
import { newToken } from '../../platform/secrets.ts'
import { newVisitor } from '../../testing/visitor.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { setStage } from './rig/stage.ts'

let daysLater = 0
const dayMs = 24 * 60 * 60 * 1000
const stage = await setStage({ clock: { now: () => new Date(Date.now() + daysLater * dayMs) } })
const { comptoir, verdier, lyon } = stage
const ben = await stage.hire('Ben Delacroix', { role: 'agent', subAccountId: lyon.id })
const milo = await stage.hire('Milo Garnier', { role: 'moderator' })

const rowsOf = (clientMessageId: string) =>
  stage.rows('select author_id, seq from messages where client_message_id = $1', [clientMessageId])

const inOrganisation = { organisationId: verdier.id }
const say = (agent: typeof ben, conversationId: string, clientMessageId: string, text: string, kind: 'text' | 'note') =>
  agent.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
    params: { ...inOrganisation, conversationId, clientMessageId },
    body: { text, kind },
  })
const pickUp = (conversationId: string) =>
  ben.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
    params: { ...inOrganisation, conversationId },
  })

test('[D2] [P1.3] twenty tries of one client id at once are one row, one seq and one answer', async () => {
  const vera = stage.newVisitor()
  await vera.say('Bonjour')
  const id = uuid7()
  const answers = await Promise.all(Array.from({ length: 20 }, () => vera.say('une fois', { id })))
  assert.equal(new Set(answers.map(({ message }) => JSON.stringify(message))).size, 1)
  assert.equal((await rowsOf(id)).length, 1)
  // Control: as many tries under ids of their own are as many rows.
  await Promise.all(Array.from({ length: 5 }, () => vera.say('cinq fois')))
  const { messages } = await vera.thread()
  assert.deepEqual(
    messages.map(({ seq }) => seq),
    [1, 2, 3, 4, 5, 6, 7],
  )
})

test('[D2] [P3.4] a retry an hour and three days later, after closing and reopening, is the same answer', async () => {
  const vera = stage.newVisitor()
  const [hers, his] = [uuid7(), uuid7()]
  const { message, conversation } = await vera.say('la question', { id: hers })
  await pickUp(conversation.id)
  const reply = await say(ben, conversation.id, his, 'la réponse', 'text')
  await ben.call('POST /organisations/:organisationId/conversations/:conversationId/closure', {
    params: { ...inOrganisation, conversationId: conversation.id },
  })
  for (const later of [1 / 24, 3]) {
    daysLater = later
    assert.deepEqual((await vera.say('la question', { id: hers })).message, message)
    assert.deepEqual((await say(ben, conversation.id, his, 'la réponse', 'text')).message, reply.message)
  }
  daysLater = 0
  assert.equal((await vera.thread()).conversation?.state, 'closed', 'a retry reopens nothing')
  assert.equal((await rowsOf(hers)).length, 1)
  assert.equal((await rowsOf(his)).length, 1)
})

test('[D2] [P1.3] ids are per author: the same id of two people is two messages', async () => {
  const vera = stage.newVisitor()
  const id = uuid7()
  const { conversation } = await vera.say('bonjour', { id })
  await pickUp(conversation.id)
  await say(ben, conversation.id, id, 'bonjour', 'text')
  await say(milo, conversation.id, id, 'bonjour', 'note')
  assert.equal((await rowsOf(id)).length, 3)
  await assert.rejects(say(milo, conversation.id, id, 'autre', 'note'), { code: 'messages.id-reused' })
})

test('[D11] [P3.6] three tabs, ten first messages at once: one visitor, one conversation, ten messages', async () => {
  const screen = stage.agentScreen(ben)
  screen.start()
  for (let round = 0; round < 8; round++) {
    const browser = newVisitor(comptoir.url.origin, lyon.channelKey, newToken())
    const tabs = [1, 2, 3].map(() => stage.visitorScreen(browser))
    for (const tab of tabs) tab.start()
    await eventually(() => tabs.every((tab) => tab.connection.isFresh()), 'three tabs are open')
    const words = Array.from({ length: 10 }, (_, index) => `mot ${index}`)
    await Promise.all(words.map((word, index) => tabs[index % 3]?.say(word)))

    await eventually(() => tabs.every((tab) => tab.words().length === 10), 'ten in each tab')
    const [one, ...others] = tabs.map((tab) => tab.shown())
    for (const other of others) assert.deepEqual(other, one)
    assert.deepEqual(one?.messages.map(({ text }) => text).toSorted(), words.toSorted())
    assert.deepEqual(
      one?.messages.map(({ seq }) => seq),
      words.map((_, index) => index + 1),
    )
    for (const tab of tabs) {
      await eventuallyEqual(
        () => tab.shown(),
        () => tab.fresh(),
        'as a fresh load',
      )
      tab.stop()
    }
  }
  const [made] = await stage.rows<{ visitors: string; conversations: string }>(
    'select count(*) as visitors, (select count(*) from conversations) as conversations from visitors',
  )
  assert.equal(made?.visitors, made?.conversations)
  await eventuallyEqual(
    () => screen.shown().pending,
    async () => (await screen.fresh()).pending,
    'and Ben sees each once',
  )
})

test('[D4] [P3.6] first words whose answer is lost bring, when sent again, what was said since', async () => {
  const browser = newVisitor(comptoir.url.origin, lyon.channelKey, newToken())
  const tab = stage.visitorScreen(browser)
  let lost = 0
  stage.wire.losesAnswerTo = (request) => request.startsWith('PUT') && lost++ === 0
  stage.wire.losesRequest = (request) => request.startsWith('PUT') && lost === 1
  tab.start()
  await tab.say('un')
  await eventually(() => lost === 1, 'the answer was lost')
  await browser.say('deux')
  await browser.say('trois')
  stage.wire.heal()
  await eventuallyEqual(
    () => tab.words(),
    () => ['un', 'deux', 'trois'],
    'all three',
  )
})
