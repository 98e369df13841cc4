import { sql } from 'kysely'
import type { OrganisationId } from '#contract/ids.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import type { NumberedEvent, Stream } from './events.ts'

/** How often committed events that nobody numbered are looked for: those of a process that died right after its commit. */
const sweepEveryMs = 2_000

interface Needs {
  database: Database
  log: Log
  tell(organisationId: OrganisationId, stream: Stream, event: NumberedEvent): void
}

/**
 * Numbers committed events, per stream and densely, under the stream's row lock, then tells them.
 *
 * A sequence would not do: transactions commit in another order than they draw numbers, and whoever reads "after my
 * cursor" would skip the slower one for ever. Numbering in the writing transaction would do, but holds the stream's lock
 * through every commit. Any number of processes may relay the same stream: the lock orders them.
 */
export function createRelay({ database, log, tell }: Needs) {
  const waiting = new Map<OrganisationId, Set<Stream>>()
  const running = new Map<OrganisationId, Promise<void>>()
  let stopped = false

  function wake(organisationId: OrganisationId, stream: Stream): void {
    const streams = waiting.get(organisationId) ?? new Set()
    waiting.set(organisationId, streams.add(stream))
    if (!running.has(organisationId) && !stopped)
      running.set(
        organisationId,
        run(organisationId).finally(() => running.delete(organisationId)),
      )
  }

  async function run(organisationId: OrganisationId): Promise<void> {
    for (
      let streams = waiting.get(organisationId);
      streams && streams.size > 0;
      streams = waiting.get(organisationId)
    ) {
      waiting.delete(organisationId)
      try {
        for (const event of await number(database, organisationId, [...streams]))
          tell(organisationId, event.stream, event)
      } catch (error) {
        // The events are committed and will be numbered by the next wake or sweep; readers' heartbeats see no gap until then.
        log.warn({ err: error }, 'relay: will try again')
        return
      }
    }
  }

  const sweep = async () => {
    const left = await database.asOwner(({ db }) =>
      db
        .selectFrom('events')
        .select(['organisation_id', 'stream'])
        .distinct()
        .where('number', 'is', null)
        .limit(1_000)
        .execute(),
    )
    // Written by append, whose type is Stream.
    for (const { organisation_id, stream } of left) wake(organisation_id, stream as Stream)
  }
  const sweeping = setInterval(
    () => void sweep().catch((error) => log.warn({ err: error }, 'relay: sweep failed')),
    sweepEveryMs,
  )
  sweeping.unref()

  async function settle(): Promise<void> {
    while (running.size > 0) await Promise.all(running.values())
  }

  return {
    wake,
    settle,
    async stop() {
      clearInterval(sweeping)
      await settle()
      stopped = true
    },
  }
}

/** Numbers what is committed and unnumbered in these streams; returns it in order. */
function number(database: Database, organisationId: OrganisationId, streams: Stream[]) {
  return database.transaction(organisationId, async ({ db }) => {
    // Two statements on purpose: the second must take its snapshot after the lock is held, or it would count
    // events that another process has just numbered.
    const names = [...streams].sort()
    const lock = sql`
      with wanted as (
        insert into streams (organisation_id, name) select ${organisationId}::uuid, unnest(${names}::text[])
        on conflict do nothing
      )
      select 1 from streams where organisation_id = ${organisationId} and name = any(${names}) order by name for update
    `.execute(db)
    const numbering = sql<NumberedEvent & { stream: Stream }>`
      with fresh as (
        select e.id, s.head + row_number() over (partition by e.stream order by e.appended) as number
        from events e join streams s on s.organisation_id = e.organisation_id and s.name = e.stream
        where e.organisation_id = ${organisationId} and e.stream = any(${names}) and e.number is null
      ), numbered as (
        update events e set number = fresh.number from fresh
        where e.organisation_id = ${organisationId} and e.id = fresh.id
        returning e.stream, e.number, e.type, e.payload
      ), moved as (
        update streams s set head = s.head + n.added
        from (select stream, count(*) as added from numbered group by stream) n
        where s.organisation_id = ${organisationId} and s.name = n.stream
      )
      select stream, number, type, payload from numbered order by stream, number
    `.execute(db)
    const [, { rows }] = await Promise.all([lock, numbering])
    return rows
  })
}
