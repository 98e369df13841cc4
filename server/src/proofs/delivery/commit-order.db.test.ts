import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Stream } from '../../platform/events/events.ts'
import { eventually } from './rig/eventually.ts'
import { setStage } from './rig/stage.ts'

const writers = 32
const eventsPerWriter = 12

const stage = await setStage({ connection: { max: writers + 8 } })
const { comptoir, verdier } = stage
const { database, events } = comptoir.platform
const ada = await stage.hire('Ada Verdier', { role: 'administrator' })

const stream: Stream = 'organisation'

/** One event, committed some milliseconds after it was written: others overtake it. */
const write = (writer: number, index: number) =>
  database.transaction(verdier.id, async (tx) => {
    events.append(tx, { stream, type: 'settings.changed', payload: { list: 'agents', writer, index } })
    tx.last(sql`select pg_sleep(random() * 0.03)`.compile(tx.db))
  })

interface Row {
  place: number
  payload: unknown
}

/** Reads "after my cursor" again and again until `isOver`, as a follower does; returns all it ever saw. */
async function readOn(readAfter: (cursor: number) => Promise<Row[]>, from: number, isOver: () => boolean) {
  const seen: Row[] = []
  let cursor = from
  for (let last = false; !last; ) {
    last = isOver()
    const rows = await readAfter(cursor)
    seen.push(...rows)
    cursor = rows.at(-1)?.place ?? cursor
  }
  return seen.map(({ payload }) => JSON.stringify(payload))
}

const byNumber = (cursor: number): Promise<Row[]> =>
  database.transaction(verdier.id, async (tx) =>
    (await events.read(tx, stream, cursor, 50)).map(({ number, payload }) => ({ place: number, payload })),
  )

/** The cursor that suggests itself, and skips the slower of two transactions for ever. */
async function byBareSequence(cursor: number): Promise<Row[]> {
  const rows = await stage.rows<{ place: string; payload: unknown }>(
    'select appended as place, payload from events where stream = $1 and appended > $2 order by appended limit 50',
    [stream, cursor],
  )
  return rows.map(({ place, payload }) => ({ place: Number(place), payload }))
}

test('[D9] [P2.2] [P2.4] while 32 write and pause before committing, a reader skips nothing; with a bare sequence it does', async () => {
  await events.settle()
  const screen = stage.agentScreen(ada)
  screen.start()
  await eventually(() => screen.connection.isFresh(), 'Ada follows over a socket')
  await events.settle()
  const [start] = await stage.rows<{ head: string; appended: string }>(
    `select (select head from streams where name = $1) as head, (select max(appended) from events) as appended`,
    [stream],
  )
  const [head, appended] = [Number(start?.head), Number(start?.appended)]

  let isOver = false
  const reading = Promise.all([readOn(byNumber, head, () => isOver), readOn(byBareSequence, appended, () => isOver)])
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let index = 0; index < eventsPerWriter; index++) await write(writer, index)
    }),
  )
  await events.settle()
  isOver = true
  const [numbered, bare] = await reading

  const isWriters = (payload: string) => payload.includes('"writer"')
  const all = writers * eventsPerWriter
  assert.equal(new Set(numbered.filter(isWriters)).size, all, 'nothing skipped')
  assert.equal(numbered.filter(isWriters).length, all, 'nothing twice')
  const skipped = all - new Set(bare.filter(isWriters)).size
  assert.ok(skipped > 0, 'the same reading with the bare sequence skips: this test can fail')

  const cursor = (seen: string) => Number(/"prev":(\d+),"seq":(\d+)/.exec(seen)?.[2] ?? 0)
  const isNews = (frame: string) => frame.startsWith('{"type":"events"') && frame.includes('"organisation"')
  await eventually(() => cursor(screen.device.frames.findLast(isNews) ?? '') >= head + all, 'Ada has all')
  const told = screen.device.frames.filter(isNews).flatMap((frame) => JSON.parse(frame).events)
  assert.equal(told.filter(({ list }) => list === 'agents').length, all, 'and each once')
  assert.equal(screen.snapshots, 1)
})

test('[P2.1] [P2.4] numbers are dense from 1, and each is given once, with two relays at work', async () => {
  const rows = await stage.rows<{ stream: string; numbers: string[] }>(
    'select stream, array_agg(number order by number) as numbers from events group by stream',
  )
  for (const { stream, numbers } of rows)
    assert.deepEqual(
      numbers.map(Number),
      numbers.map((_, index) => index + 1),
      stream,
    )
})
