import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { newVisitor } from '../../testing/visitor.ts'
import { AgentScreen } from './rig/agent-screen.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { KillableComptoir } from './rig/killable-comptoir.ts'
import { setUp } from './rig/set-up.ts'
import { VisitorScreen } from './rig/visitor-screen.ts'
import { Wire } from './rig/wire.ts'

// Its own PostgreSQL, as it is shipped: fsync on, and a commit answers when it is on disk.
const folder = mkdtempSync(join(tmpdir(), 'comptoir-killed-'))
const comptoir = await KillableComptoir.start(folder)
const wire = await Wire.to(() => ({ host: '127.0.0.1', port: comptoir.port }))
const { ada, channelKey } = await setUp(comptoir.url)
const screen = new AgentScreen(ada, { origin: wire.origin, pageOrigin: comptoir.url })
screen.start()
after(async () => {
  screen.stop()
  await wire.close()
  await comptoir.end()
  rmSync(folder, { recursive: true, force: true })
})

const visitors = 6
const wordsEach = 12

/** What visitors wrote, and when each of their words was answered. */
class Crowd {
  readonly screens = Array.from(
    { length: visitors },
    () =>
      new VisitorScreen(newVisitor(wire.origin, channelKey), {
        origin: wire.origin,
        pageOrigin: 'https://shop.example',
      }),
  )
  readonly said = new Map<string, string>()

  async begin(): Promise<void> {
    for (const [index, visitor] of this.screens.entries()) {
      visitor.start()
      for (let word = 0; word < wordsEach; word++) {
        const text = `visiteur ${index} mot ${word}`
        this.said.set(await visitor.say(text), text)
      }
    }
  }

  /** The client ids of all that the server has answered for. */
  acknowledged(): string[] {
    const waiting = new Set(this.screens.flatMap(({ outbox }) => outbox.entries().map(({ id }) => id)))
    return [...this.said.keys()].filter((id) => !waiting.has(id))
  }

  stop(): void {
    for (const visitor of this.screens) visitor.stop()
  }
}

async function storedIds(): Promise<string[]> {
  const client = new pg.Client({ ...comptoir.database, connectionTimeoutMillis: 20_000, query_timeout: 20_000 })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    'select client_message_id as id from messages where client_message_id is not null',
  )
  await client.end()
  return rows.map(({ id }) => id)
}

/** Lets a crowd write, kills in the middle, and looks at what is there after the next start. */
async function killWhileWriting(kill: () => Promise<void>) {
  const crowd = new Crowd()
  await crowd.begin()
  const all = visitors * wordsEach
  await eventually(() => crowd.acknowledged().length > all / 4, 'the crowd is writing')
  const acknowledged = crowd.acknowledged()
  assert.ok(acknowledged.length < all, 'and is not done')
  await kill()
  return { crowd, acknowledged }
}

async function everythingArrives(crowd: Crowd) {
  await eventually(() => crowd.acknowledged().length === crowd.said.size, 'every word is answered', 60_000)
  const stored = (await storedIds()).filter((id) => crowd.said.has(id))
  assert.equal(stored.length, crowd.said.size, 'each is stored once')
  for (const visitor of crowd.screens) {
    await eventuallyEqual(
      () => visitor.shown(),
      () => visitor.fresh(),
      'as a fresh load',
    )
    const [first = ''] = visitor.words()
    const own = first.replace(/\d+$/, '')
    assert.deepEqual(
      visitor.words(),
      Array.from({ length: wordsEach }, (_, word) => `${own}${word}`),
    )
  }
  await eventuallyEqual(
    () => screen.shown(),
    () => screen.fresh(),
    "Ada's screen",
  )
  crowd.stop()
}

const kills: Record<string, () => Promise<void>> = {
  'the server': async () => {
    await comptoir.killServer()
    await comptoir.startAgain()
  },
  'every process of PostgreSQL': async () => {
    await comptoir.killPostgres()
    await comptoir.untilPostgresIsBack()
  },
  'everything at once': async () => {
    await comptoir.killEverything()
    await comptoir.startAgain()
  },
}

for (const [what, kill] of Object.entries(kills))
  test(`[D1] [D2] [D6] kill -9 of ${what}: what was acknowledged is there, and the rest arrives once, in order`, async () => {
    const { crowd, acknowledged } = await killWhileWriting(kill)
    const stored = new Set(await storedIds())
    assert.deepEqual(
      acknowledged.filter((id) => !stored.has(id)),
      [],
      'acknowledged before the kill, and gone after it',
    )
    await everythingArrives(crowd)
  })

test('[D1] control: were a commit not waited for, the same kill would lose acknowledged words', async () => {
  // What the log's writer happens to have written by then is luck: a few kills, of which one loses something.
  for (let kill = 0; kill < 8; kill++) {
    await comptoir.killServer()
    await comptoir.startAgain({ synchronous_commit: 'off', wal_writer_delay: '10s' })
    const { crowd } = await killWhileWriting(() => comptoir.killEverything())
    const acknowledged = crowd.acknowledged()
    await comptoir.startAgain()
    crowd.stop()
    const stored = new Set(await storedIds())
    if (acknowledged.some((id) => !stored.has(id))) return
  }
  assert.fail('no acknowledged word was lost')
})
