import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { uuid7 } from '#client/uuid7.ts'
import type { ConversationId } from '#contract/ids.ts'
import { createDatabase } from '../../platform/database/database.ts'
import { createEvents } from '../../platform/events/events.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { openDatabaseWire, setStage } from './rig/stage.ts'

// What is lost here is lost between PostgreSQL and the server: the word that a transaction was committed.
const databaseWire = await openDatabaseWire()
const stage = await setStage({ databaseWire, heartbeatMs: 300 })
const { comptoir, lyon } = stage
const { platform } = comptoir
const ben = await stage.hire('Ben Delacroix', { role: 'agent', subAccountId: lyon.id })

/** Ben's screen and Vera's, in the middle of a talk. */
async function talk() {
  databaseWire.heal()
  const screen = stage.agentScreen(ben)
  const browser = stage.newVisitor()
  const vera = stage.visitorScreen(browser)
  const { conversation } = await browser.say('Bonjour')
  await ben.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
    params: { organisationId: stage.verdier.id, conversationId: conversation.id },
  })
  await platform.events.settle()
  screen.start()
  vera.start()
  await eventually(() => screen.connection.isFresh(), 'Ben is caught up')
  await screen.look(conversation.id)
  await eventually(() => vera.connection.isFresh(), 'both are caught up')
  await platform.events.settle()
  return { screen, vera, browser, id: conversation.id }
}

const wordsOf = (screen: Awaited<ReturnType<typeof talk>>['screen'], id: ConversationId) =>
  screen
    .shown()
    .threads.filter((thread) => thread.id === id)
    .flatMap(({ messages }) => messages.flatMap(({ kind, text }) => (kind === 'text' ? text : [])))

/** What PostgreSQL said of each connection's statements since its last commit. */
const said = new WeakMap<object, string[]>()

/** The statements of a transaction, when these bytes hold the word that it was committed. */
function committed(bytes: Buffer, connection: object): string | null {
  const tags = said.get(connection) ?? []
  said.set(connection, tags)
  for (const [, tag = ''] of bytes.toString('latin1').matchAll(/(INSERT 0|UPDATE|COMMIT|ROLLBACK)[ \d]*\0/g))
    tags.push(tag)
  if (tags.at(-1) !== 'COMMIT' && tags.at(-1) !== 'ROLLBACK') return null
  return tags.splice(0).join(', ')
}

/** The relay updates events and their stream, and writes nothing new. */
const relaysCommit = 'UPDATE, UPDATE, COMMIT'
/** The message, its conversation, its event. */
const messagesCommit = 'INSERT 0, UPDATE, INSERT 0, COMMIT'

test('[D5] [P1.1] events that were numbered without the relay ever hearing of it are shown by the next beat', async () => {
  const { screen, browser, id } = await talk()
  let torn = 0
  databaseWire.tearsAt = (...heard) => committed(...heard) === relaysCommit && torn++ === 0
  await browser.say('numéroté')
  await eventuallyEqual(
    () => wordsOf(screen, id),
    () => ['Bonjour', 'numéroté'],
    'by the beat',
  )
  assert.ok(torn > 0)
  assert.equal(screen.snapshots, 1)
})

test('[D1] [D2] [D5] words committed without the server hearing of it are there once, and reach the other side', async () => {
  const { screen, vera, id } = await talk()
  let torn = 0
  databaseWire.tearsAt = (...heard) => committed(...heard) === messagesCommit && torn++ === 0
  await screen.say(id, 'écrit sans réponse')
  await eventuallyEqual(
    () => vera.words(),
    () => ['Bonjour', 'écrit sans réponse'],
    "Vera's screen",
  )
  await eventually(() => screen.outbox.entries().length === 0, 'sent again, and answered')
  assert.ok(torn > 0)
  const rows = await stage.rows('select from messages where text = $1', ['écrit sans réponse'])
  assert.equal(rows.length, 1)
})

test('[D1] [D3] while every third word of PostgreSQL is lost, nothing is lost, doubled or out of order', async () => {
  const { screen, vera, id } = await talk()
  let answers = 0
  databaseWire.tearsAt = (...heard) => committed(...heard) !== null && ++answers % 3 === 0
  const words = Array.from({ length: 20 }, (_, index) => index)
  for (const word of words) {
    void screen.say(id, `Ben ${word}`)
    await vera.say(`Vera ${word}`)
  }
  const waiting = () => screen.outbox.entries().length + vera.outbox.entries().length
  await eventually(() => waiting() === 0, 'all were answered', 60_000)
  databaseWire.heal()
  await eventuallyEqual(
    () => screen.shown(),
    () => screen.fresh(),
    "Ben's screen is as a fresh load",
  )
  await eventuallyEqual(
    () => vera.shown(),
    () => vera.fresh(),
    "Vera's too",
  )
  for (const author of ['Ben', 'Vera'])
    assert.deepEqual(
      vera.words().filter((word) => word.startsWith(`${author} `)),
      words.map((word) => `${author} ${word}`),
    )
  assert.ok(answers > 20)
})

test('[P2.4] [P2.5] an event whose process died between commit and numbering is numbered by another process', async () => {
  const { screen, id } = await talk()
  // A process that commits and dies: it never wakes its relay.
  const dying = createDatabase({ connectionString: comptoir.connectionString })
  const clientMessageId = uuid7()
  await dying.transaction(stage.verdier.id, async (tx) => {
    const orphan = sql`insert into events (organisation_id, id, stream, type, payload, created_at)
      select organisation_id, ${clientMessageId}, stream, type, payload, created_at from events
      where conversation_id = ${id} order by conversation_version desc limit 1`
    await orphan.execute(tx.db)
  })
  await dying.close()
  const numberOf = async () =>
    (await stage.rows<{ number: number | null }>('select number from events where id = $1', [clientMessageId]))[0]
      ?.number
  assert.equal(await numberOf(), null, 'nobody numbered it with its commit')
  await eventually(async () => (await numberOf()) !== null, 'the sweep found it')
  const cursor = (frame: string) => Number(/"prev":\d+,"seq":(\d+)/.exec(frame)?.[1] ?? 0)
  const isNews = (frame: string) => frame.startsWith(`{"type":"events","stream":"sub-account:${lyon.id}"`)
  const number = Number(await numberOf())
  await eventually(() => cursor(screen.device.frames.findLast(isNews) ?? '') >= number, 'and told it')
})

test('[D5] [P2.4] what another process writes and numbers is shown here by the next beat', async () => {
  const { screen, id } = await talk()
  const database = createDatabase({ connectionString: comptoir.connectionString })
  const elsewhere = await createEvents({ database, clock: platform.clock, log: platform.log })
  const written = Array.from({ length: 5 }, (_, index) => `ailleurs ${index}`)
  for (const list of written)
    await database.transaction(stage.verdier.id, async (tx) => {
      elsewhere.append(tx, {
        stream: 'organisation',
        type: 'settings.changed',
        payload: { list: 'organisation', list2: list },
      })
    })
  await elsewhere.settle()
  const told = () => screen.device.frames.join().split('"list":"organisation"').length - 1
  await eventually(() => told() >= written.length, 'told here')
  assert.equal(screen.snapshots, 1)
  assert.deepEqual(wordsOf(screen, id), ['Bonjour'])
  await elsewhere.stop()
  await database.close()
})
