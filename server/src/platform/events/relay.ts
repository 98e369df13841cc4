import { sql } from 'kysely'
import type { OrganisationId } from '#contract/ids.ts'
import type { Database, OrganisationTransaction } from '../database/database.ts'
import type { Log } from '../log.ts'
import type { NumberedEvent, Stream } from './events.ts'

/** How often committed events that nobody numbered are looked for: those of a process that died right after its commit. */
const sweepEveryMs = 2_000

interface Needs {
  database: Database
  log: Log
  tell(organisationId: OrganisationId, stream: Stream, events: readonly NumberedEvent[]): void
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
        const told = Map.groupBy(await number(database, organisationId, [...streams]), ({ stream }) => stream)
        for (const [stream, events] of told) tell(organisationId, stream, events)
      } catch (error) {
        // The events are committed: the next wake or sweep numbers them. If that is done already, and only the word of it was
        // lost, followers learn it when they next ask where the stream stands.
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
function number(database: Database, organisationId: OrganisationId, streams: Stream[]): Promise<Told[]> {
  return database.transaction(organisationId, async (tx) => {
    const names = [...streams].sort()
    let { heads, fresh } = await lockAndRead(tx, names)
    const unknown = names.filter((name) => !heads.has(name))
    if (unknown.length > 0) {
      await sql`insert into streams (organisation_id, name) select ${organisationId}::uuid, unnest(${unknown}::text[])
        on conflict do nothing`.execute(tx.db)
      ;({ heads, fresh } = await lockAndRead(tx, names))
    }
    const told = fresh.map((event) => {
      const next = (heads.get(event.stream) ?? 0) + 1
      heads.set(event.stream, next)
      return { ...event, number: next }
    })
    if (told.length > 0) writeNumbers(tx, told, heads)
    return told
  })
}

type Unnumbered = Omit<NumberedEvent, 'number'> & { id: string; stream: Stream }
type Told = NumberedEvent & Unnumbered

async function lockAndRead(tx: OrganisationTransaction, names: Stream[]) {
  const locked = sql<{ name: Stream; head: number }>`
    select name, head from streams
    where organisation_id = ${tx.organisationId} and name = any(${names}::text[]) order by name for update
  `.execute(tx.db)
  // A statement of its own, sent along: it takes its snapshot once the lock is held. Within the locking statement it would
  // find events that another process has just numbered.
  const unnumbered = sql<Unnumbered>`
    select id, stream, type, payload from events
    where organisation_id = ${tx.organisationId} and stream = any(${names}::text[]) and number is null order by appended
  `.execute(tx.db)
  // Awaited together: of two that fail, the second would otherwise be a failure that nobody looks at, and end the process.
  const [streams, events] = await Promise.all([locked, unnumbered])
  return { heads: new Map(streams.rows.map(({ name, head }) => [name, head])), fresh: events.rows }
}

function writeNumbers(tx: OrganisationTransaction, told: Told[], heads: Map<Stream, number>): void {
  const ids = told.map(({ id }) => id)
  const numbers = told.map((event) => event.number)
  tx.last(
    sql`update events set number = given.number
      from unnest(${ids}::uuid[], ${numbers}::bigint[]) given (id, number)
      where organisation_id = ${tx.organisationId} and events.id = given.id`.compile(tx.db),
  )
  tx.last(
    sql`update streams set head = given.head
      from unnest(${[...heads.keys()]}::text[], ${[...heads.values()]}::bigint[]) given (name, head)
      where organisation_id = ${tx.organisationId} and streams.name = given.name`.compile(tx.db),
  )
}
