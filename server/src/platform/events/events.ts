import { sql } from 'kysely'
import type { ConversationId, OrganisationId } from '#contract/ids.ts'
import type { Clock } from '../clock.ts'
import type { Database, OrganisationTransaction, Transaction } from '../database/database.ts'
import { uuid7 } from '../ids.ts'
import type { Log } from '../log.ts'
import { createRelay } from './relay.ts'

/** `organisation` and `sub-account:<id>` are numbered by the relay; `conversation:<id>` by the conversation's own version. */
export type Stream = 'organisation' | `sub-account:${string}` | `conversation:${string}`

/** An event with its place in a stream. */
export interface NumberedEvent {
  number: number
  type: string
  payload: unknown
}

export interface NewEvent {
  /** The agents' stream that tells of it. */
  stream: Stream
  type: string
  /** Facts as JSON; each reader's view is made at reading. */
  payload: unknown
  /** Also an event of this conversation's own stream, at this version (dense, taken under the conversation's row lock). */
  conversation?: { id: ConversationId; version: number }
}

/** What is told to whoever listens to a stream. */
export interface Ear {
  /** Events as they were numbered, in order and without a gap between them: a hint, which may come late, twice, or never. */
  hear(events: readonly NumberedEvent[]): void
  /** Where the stream stands, says the database: whoever is not there yet has missed a hint. */
  stands(head: number): void
}

export interface Events {
  /** Identifies the history cursors belong to; changed by a restore. */
  readonly epoch: string
  /** Writes what happened beside the rows it tells of. After the commit it is numbered and told to listeners. */
  append(tx: OrganisationTransaction, event: NewEvent): void
  /** Events after `since`, in order, at most `limit`. Never skips: only committed events have numbers, and numbers are dense. */
  read(tx: OrganisationTransaction, stream: Stream, since: number, limit: number): Promise<NumberedEvent[]>
  /** Where streams stand. */
  heads(tx: OrganisationTransaction, streams: readonly Stream[]): Promise<Map<Stream, number>>
  /** Returns how to stop. To miss nothing, use `followStream`. */
  listen(organisationId: OrganisationId, stream: Stream, ear: Ear): () => void
  /** Everything that this process appended, once it is committed: a hint, lost with the process. Returns how to stop. */
  hearAll(hear: (organisationId: OrganisationId, event: NewEvent) => void): () => void
  /** Asks the database where these streams stand, and tells their ears. */
  check(streams: ReadonlyMap<OrganisationId, Iterable<Stream>>): Promise<void>
  /** Waits until everything committed so far is numbered and told. */
  settle(): Promise<void>
  stop(): Promise<void>
}

export async function createEvents({
  database,
  clock,
  log,
}: {
  database: Database
  clock: Clock
  log: Log
}): Promise<Events> {
  const ears = new Map<string, Set<Ear>>()
  const hearers = new Set<(organisationId: OrganisationId, event: NewEvent) => void>()
  const earsOf = (organisationId: OrganisationId, stream: Stream) => ears.get(`${organisationId} ${stream}`) ?? []
  const tell = (organisationId: OrganisationId, stream: Stream, told: readonly NumberedEvent[]) => {
    for (const ear of earsOf(organisationId, stream)) ear.hear(told)
  }
  const relay = createRelay({ database, log, tell })
  const installation = await database.directory(({ db }) =>
    db.selectFrom('installation').select('epoch').executeTakeFirstOrThrow(),
  )

  return {
    epoch: installation.epoch,

    append(tx, event) {
      const payload = JSON.stringify(event.payload)
      const write = tx.db.insertInto('events').values({
        organisation_id: tx.organisationId,
        id: uuid7(),
        stream: event.stream,
        conversation_id: event.conversation?.id ?? null,
        conversation_version: event.conversation?.version ?? null,
        type: event.type,
        payload,
        created_at: clock.now(),
      })
      tx.last(write.compile())
      const { conversation, type } = event
      tx.afterCommit(() => {
        if (conversation)
          tell(tx.organisationId, `conversation:${conversation.id}`, [
            { number: conversation.version, type, payload: JSON.parse(payload) },
          ])
        relay.wake(tx.organisationId, event.stream)
        for (const hear of hearers) hear(tx.organisationId, event)
      })
    },

    async read(tx, stream, since, limit) {
      const conversationId = conversationOf(stream)
      const rows = conversationId
        ? tx.db
            .selectFrom('events')
            .select(['conversation_version as number', 'type', 'payload'])
            .where('organisation_id', '=', tx.organisationId)
            .where('conversation_id', '=', conversationId)
            // Wider than the column: a cursor that no conversation reaches is lost, not a fault.
            .where('conversation_version', '>', sql<number>`${since}::bigint`)
            .orderBy('conversation_version')
        : tx.db
            .selectFrom('events')
            .select(['number', 'type', 'payload'])
            .where('organisation_id', '=', tx.organisationId)
            .where('stream', '=', stream)
            .where('number', '>', since)
            .orderBy('number')
      return (await rows.limit(limit).execute()).map(({ number, type, payload }) => ({
        number: number ?? 0,
        type,
        payload,
      }))
    },

    heads,

    listen(organisationId, stream, ear) {
      const key = `${organisationId} ${stream}`
      const its = ears.get(key) ?? new Set()
      ears.set(key, its.add(ear))
      return () => {
        its.delete(ear)
        if (its.size === 0 && ears.get(key) === its) ears.delete(key)
      }
    },

    hearAll(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },

    async check(streams) {
      const asked = [...streams].flatMap(([organisationId, names]) =>
        [...names].map((stream) => ({ organisationId, stream })),
      )
      for (const { organisationId, stream, head } of await database.asOwner((tx) => headsAnywhere(tx, asked)))
        for (const ear of earsOf(organisationId, stream)) ear.stands(head)
    },

    settle: relay.settle,
    stop: relay.stop,
  }
}

async function heads(tx: OrganisationTransaction, streams: readonly Stream[]): Promise<Map<Stream, number>> {
  const asked = streams.map((stream) => ({ organisationId: tx.organisationId, stream }))
  const found = new Map<Stream, number>(streams.map((stream) => [stream, 0]))
  for (const { stream, head } of await headsAnywhere(tx, asked)) found.set(stream, head)
  return found
}

interface Place {
  organisationId: OrganisationId
  stream: Stream
}

/** Where streams stand that have begun, of one organisation or, as the owner, of many. */
async function headsAnywhere({ db }: Transaction, asked: readonly Place[]): Promise<(Place & { head: number })[]> {
  const agents = asked.filter(({ stream }) => !conversationOf(stream))
  const visitors = asked.filter(({ stream }) => conversationOf(stream))
  const organisationsOf = (places: readonly Place[]) => places.map(({ organisationId }) => organisationId)
  const [numbered, own] = await Promise.all([
    agents.length === 0
      ? undefined
      : sql<Place & { head: number }>`
          select organisation_id as "organisationId", name as stream, head from streams
          join unnest(${organisationsOf(agents)}::uuid[], ${agents.map(({ stream }) => stream)}::text[]) asked (of, named)
            on organisation_id = asked.of and name = asked.named`.execute(db),
    visitors.length === 0
      ? undefined
      : sql<Place & { head: number }>`
          select organisation_id as "organisationId", 'conversation:' || id as stream, version as head from conversations
          join unnest(${organisationsOf(visitors)}::uuid[], ${visitors.map(({ stream }) => conversationOf(stream))}::uuid[])
            asked (of, named) on organisation_id = asked.of and id = asked.named`.execute(db),
  ])
  return [...(numbered?.rows ?? []), ...(own?.rows ?? [])]
}

// The name carries the id; what has another form is no conversation's stream.
const conversationOf = (stream: Stream): ConversationId | undefined =>
  stream.startsWith('conversation:') ? (stream.slice('conversation:'.length) as ConversationId) : undefined
