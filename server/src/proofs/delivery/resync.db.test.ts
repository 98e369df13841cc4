import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { limits } from '#contract/limits.ts'
import type { Cursor } from '#contract/streams.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { setStage } from './rig/stage.ts'

const stage = await setStage({ heartbeatMs: 300 })
const { comptoir, lyon, paris, verdier } = stage
const { database, events } = comptoir.platform
const ben = await stage.hire('Ben Delacroix', { role: 'agent', subAccountId: lyon.id })
const own = `sub-account:${lyon.id}`

async function cursorOf(stream: string): Promise<Cursor> {
  const { cursors } = await ben.call('GET /organisations/:organisationId/inbox', {
    params: { organisationId: verdier.id },
  })
  const cursor = cursors.find((one) => one.stream === stream)
  assert.ok(cursor)
  return cursor
}

const ask = async (cursor: Cursor) => {
  const { frames } = await ben.call('POST /organisations/:organisationId/poll', {
    params: { organisationId: verdier.id },
    body: { cursors: [cursor], waitMs: 0 },
  })
  return frames.map((frame) => (frame.type === 'resync' ? frame.reason : frame.type))
}

/** That many events on Ben's stream, none of which says anything to him. */
const fill = (count: number) =>
  database.transaction(verdier.id, async (tx) => {
    for (let index = 0; index < count; index++)
      events.append(tx, { stream: `sub-account:${lyon.id}`, type: 'settings.changed', payload: { list: 'letters' } })
  })

const forget = (numbers: number[]) =>
  stage.rows('delete from events where stream = $1 and number = any($2)', [own, numbers])

test('[P4.6] [P2.6] a cursor of another epoch is answered with resync', async () => {
  const cursor = await cursorOf(own)
  assert.deepEqual(await ask(cursor), ['live'], 'control: its own epoch is served')
  assert.deepEqual(await ask({ ...cursor, epoch: 'another' }), ['epoch'])
})

test('[P4.6] a cursor ahead of the stream, as after a history that was put back, is answered with resync', async () => {
  const cursor = await cursorOf(own)
  assert.deepEqual(await ask({ ...cursor, since: cursor.since + 1 }), ['epoch'])
})

test('[P4.6] [P5.1] a stream that is not the reader’s is answered with resync, as one that does not exist', async () => {
  const cursor = await cursorOf(own)
  assert.deepEqual(await ask({ ...cursor, stream: `sub-account:${paris.id}` }), ['unknown-stream'])
  assert.deepEqual(await ask({ ...cursor, stream: `sub-account:${crypto.randomUUID()}` }), ['unknown-stream'])
})

test('[P4.6] more than a thousand events behind is too far; exactly a thousand is served', async () => {
  const cursor = await cursorOf(own)
  await fill(limits.eventsPerReplay)
  await events.settle()
  assert.deepEqual(await ask(cursor), ['live'])
  await fill(1)
  await events.settle()
  assert.deepEqual(await ask(cursor), ['too-far'])
})

test('[P4.6] history pruned after the cursor is answered with resync, also when the hole is in the middle', async () => {
  const cursor = await cursorOf(own)
  await fill(6)
  await events.settle()
  assert.deepEqual(await ask(cursor), ['live'], 'control: nothing is missing')
  await forget([cursor.since + 3])
  assert.deepEqual(await ask(cursor), ['too-old'], 'in the middle of a page')
  assert.deepEqual(await ask({ ...cursor, since: cursor.since + 3 }), ['live'], 'after the hole all is there')
  await forget([cursor.since + 1])
  assert.deepEqual(await ask(cursor), ['too-old'], 'at its front')
  await forget(Array.from({ length: 6 }, (_, index) => cursor.since + 1 + index))
  assert.deepEqual(await ask(cursor), ['too-old'], 'all of it')
})

test('[P4.6] [D4] whatever the reason, a screen that was sent for a snapshot ends as a fresh load shows it', async () => {
  const screen = stage.agentScreen(ben)
  screen.start()
  await eventually(() => screen.connection.isFresh(), 'live')
  const { since } = await cursorOf(own)
  stage.wire.isUp = false
  stage.wire.cut()
  await stage.newVisitor().say('pendant la panne')
  await events.settle()
  await forget([since + 1])
  stage.wire.heal()
  await eventually(() => screen.snapshots === 2, 'sent for a snapshot')
  await eventuallyEqual(
    () => screen.shown(),
    () => screen.fresh(),
    'as a fresh load',
  )
  assert.ok(screen.shown().pending.some(({ lastMessage }) => lastMessage?.text === 'pendant la panne'))
})

test('[P4.6] [P4.4] while the database is away nobody is sent for a snapshot, and following goes on after', async () => {
  const screen = stage.agentScreen(ben)
  const browser = stage.newVisitor()
  screen.start()
  await eventually(() => screen.connection.isFresh(), 'live')
  // The table cannot be read for a moment, longer than a statement waits.
  const { promise: over, resolve: release } = Promise.withResolvers<void>()
  const away = database.asOwner(async (tx) => {
    await sql`lock table events in access exclusive mode`.execute(tx.db)
    await over
  })
  const said = browser.say('entre-temps')
  stage.wire.cut('sockets')
  await eventually(() => screen.connectionStates.at(-1) !== 'live', 'torn')
  release()
  await away
  await said
  await eventuallyEqual(
    () => screen.shown(),
    () => screen.fresh(),
    'as a fresh load',
  )
  assert.equal(screen.snapshots, 1)
})
