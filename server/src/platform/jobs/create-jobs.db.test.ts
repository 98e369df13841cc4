import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type FreshDatabase, freshDatabase } from '#server/testing/cluster.ts'
import { createDatabase, type Database } from '../database/database.ts'
import { createLog } from '../log.ts'
import { createJobs } from './create-jobs.ts'
import type { Jobs } from './jobs.ts'

const log = createLog('silent')
let fresh: FreshDatabase
let database: Database

before(async () => {
  fresh = await freshDatabase()
  database = createDatabase(fresh.config)
})
after(async () => {
  await database.close()
  await fresh.drop()
})

const newJobs = (): Jobs => createJobs({ connection: fresh.config, log })

/** Collects what a worker was given, and tells when there are so many. */
function collector() {
  const payloads: unknown[] = []
  let told = Promise.withResolvers<void>()
  return {
    payloads,
    take: async (payload: unknown) => {
      payloads.push(payload)
      told.resolve()
      told = Promise.withResolvers()
    },
    async until(count: number) {
      while (payloads.length < count) await told.promise
    },
  }
}

test('a job is done if and only if its transaction commits', async () => {
  const jobs = newJobs()
  const done = collector()
  jobs.work('test.count', done.take)
  await jobs.start()
  const failed = database.directory(async (tx) => {
    await jobs.enqueue(tx, 'test.count', { number: 1 })
    throw new Error('no commit')
  })
  await assert.rejects(failed, /no commit/)
  await database.directory((tx) => jobs.enqueue(tx, 'test.count', { number: 2 }))
  await done.until(1)
  await jobs.stop()
  assert.deepEqual(done.payloads, [{ number: 2 }])
})

test('a job whose act throws is done again', async () => {
  const jobs = newJobs()
  const done = collector()
  let tries = 0
  jobs.work('test.again', async (payload) => {
    tries += 1
    if (tries === 1) throw new Error('not yet')
    await done.take(payload)
  })
  await jobs.start()
  await database.directory((tx) => jobs.enqueue(tx, 'test.again', { word: 'patience' }))
  await done.until(1)
  await jobs.stop()
  assert.equal(tries, 2)
  assert.deepEqual(done.payloads, [{ word: 'patience' }])
})

test('what nobody worked on is done after the next start', async () => {
  const first = newJobs()
  await first.start()
  await database.directory((tx) => first.enqueue(tx, 'test.later', { kept: true }))
  await first.stop()

  const second = newJobs()
  const done = collector()
  second.work('test.later', done.take)
  await second.start()
  await done.until(1)
  await second.stop()
  assert.deepEqual(done.payloads, [{ kept: true }])
})

test('a stop lets the job under way finish', async () => {
  const jobs = newJobs()
  const begun = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  let finished = false
  jobs.work('test.slow', async () => {
    begun.resolve()
    await release.promise
    finished = true
  })
  await jobs.start()
  await database.directory((tx) => jobs.enqueue(tx, 'test.slow', {}))
  await begun.promise
  const stopped = jobs.stop()
  release.resolve()
  await stopped
  assert.equal(finished, true)
  const left = await database.asOwner(async () => {
    const client = new pg.Client(fresh.config)
    await client.connect()
    const { rows } = await client.query(`select state from pgboss.job where name = 'test.slow'`)
    await client.end()
    return rows
  })
  assert.deepEqual(left, [{ state: 'completed' }])
})

test('the application’s role adds jobs, and reads none', async () => {
  const jobs = newJobs()
  await jobs.start()
  const client = new pg.Client(fresh.config)
  await client.connect()
  await client.query('begin; set local role comptoir_app')
  await assert.rejects(client.query('select data from pgboss.job_common'), /permission denied/)
  await client.query('rollback; begin; set local role comptoir_app')
  await assert.rejects(client.query('delete from pgboss.job_common'), /permission denied/)
  await client.query('rollback')
  await client.end()
  await database.directory((tx) => jobs.enqueue(tx, 'test.add', {}))
  await jobs.stop()
})

test('several processes may start at once on an empty database', async () => {
  const other = await freshDatabase()
  const several = [1, 2, 3].map(() => createJobs({ connection: other.config, log }))
  await Promise.all(several.map((jobs) => jobs.start()))
  await Promise.all(several.map((jobs) => jobs.stop()))
  await other.drop()
})
