import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { type JobResult, PgBoss } from 'pg-boss'
import type { Transaction } from '../database/database.ts'
import type { Log } from '../log.ts'
import { grantEnqueueing } from './grants.ts'
import type { Jobs } from './jobs.ts'

/** What is enqueued here wakes its worker at once; this finds what is due later, or comes from another process. */
const pollEverySeconds = 5
/** How long a stop waits for jobs under way; whatever is left runs again at the next start. */
const stopWithinMs = 2_000

/** A throw means again: after 2 s, 4 s … at most 5 min, for about a day. */
const queueOptions = {
  retryLimit: 300,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  /** A job whose process died is taken for lost after this. */
  expireInSeconds: 120,
  deleteAfterSeconds: 3_600,
}

type Act = (payload: unknown) => Promise<void>

/** Jobs on pg-boss, in the schema `pgboss` of the same database. `connection` signs in as the tables' owner. */
export function createJobs({ connection, log }: { connection: pg.PoolConfig; log: Log }): Jobs {
  const boss = new PgBoss({
    ...connection,
    max: 2,
    schedule: false,
    monitorVacuum: false,
    bamIntervalSeconds: 600,
    flowIntervalSeconds: 3_600, // flows are not used
  })
  boss.on('error', (error) => log.warn({ err: error }, 'jobs: will try again'))
  boss.on('warning', ({ message }) => log.warn(`jobs: ${message}`))

  const acts = new Map<string, Act>()
  const workers = new Map<string, string>()
  const queues = new Map<string, Promise<void>>()

  /** Makes the queue once; making it again changes nothing. */
  function queue(name: string): Promise<void> {
    const made = queues.get(name) ?? boss.createQueue(name, queueOptions)
    queues.set(name, made)
    made.catch(() => queues.delete(name))
    return made
  }

  async function startWorker(name: string, act: Act): Promise<void> {
    await queue(name)
    const worker = await boss.work(
      name,
      { batchSize: 10, burstWhenBatchFull: true, pollingIntervalSeconds: pollEverySeconds, perJobResults: true },
      (jobs) => Promise.all(jobs.map((job) => settle(job, act))),
    )
    workers.set(name, worker)
  }

  async function settle(job: { id: string; name: string; data: unknown }, act: Act): Promise<JobResult> {
    try {
      await act(job.data)
      return { id: job.id, status: 'completed' }
    } catch (error) {
      log.warn({ err: error, job: job.name }, 'jobs: a job failed and will run again')
      return { id: job.id, status: 'failed', output: { message: error instanceof Error ? error.message : 'failed' } }
    }
  }

  return {
    async enqueue(tx, name, payload, { startAfter } = {}) {
      await queue(name)
      await boss.insert(name, [{ data: payload, startAfter: startAfter?.toISOString() }], { db: over(tx) })
      if (startAfter && startAfter.getTime() > Date.now()) return
      tx.afterCommit(() => {
        const worker = workers.get(name)
        if (worker) boss.notifyWorker(worker)
      })
    },

    work(name, act) {
      acts.set(name, act)
    },

    async start() {
      await boss.start()
      await grantEnqueueing(connection)
      await Promise.all([...acts].map(([name, act]) => startWorker(name, act)))
    },

    async stop() {
      const finished = Promise.all([...workers.keys()].map((name) => boss.offWork(name)))
      const given = new Promise((resolve) => setTimeout(resolve, stopWithinMs).unref())
      await Promise.race([finished, given])
      await boss.stop({ graceful: false })
    },
  }
}

/** pg-boss's statements on the connection of our transaction, in its role. */
const over = ({ db }: Transaction) => ({
  async executeSql(text: string, values: unknown[] = []) {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
    return { rows }
  },
})
