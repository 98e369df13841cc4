import { sql } from 'kysely'
import type { ConversationId, OrganisationId } from '#contract/ids.ts'
import type { Clock } from '../clock.ts'
import type { Database, OrganisationTransaction } from '../database/database.ts'
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

export type Listener = (event: NumberedEvent) => void

export interface Events {
  /** Identifies the history cursors belong to; changed by a restore. */
  readonly epoch: string
  /** Writes what happened beside the rows it tells of. After the commit it is numbered and told to listeners. */
  append(tx: OrganisationTransaction, event: NewEvent): void
  /** Events after `since`, in order, at most `limit`. Never skips: only committed events have numbers, and numbers are dense. */
  read(tx: OrganisationTransaction, stream: Stream, since: number, limit: number): Promise<NumberedEvent[]>
  /** Where streams stand. */
  heads(tx: OrganisationTransaction, streams: readonly Stream[]): Promise<Map<Stream, number>>
  /** Told of events as they are numbered: a hint, which may come late, twice or out of order. Returns how to stop. */
  listen(organisationId: OrganisationId, stream: Stream, listener: Listener): () => void
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
  const listeners = new Map<string, Set<Listener>>()
  const tell = (organisationId: OrganisationId, stream: Stream, event: NumberedEvent) => {
    for (const listener of listeners.get(`${organisationId} ${stream}`) ?? []) listener(event)
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
          tell(tx.organisationId, `conversation:${conversation.id}`, {
            number: conversation.version,
            type,
            payload: JSON.parse(payload),
          })
        relay.wake(tx.organisationId, event.stream)
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
            .where('conversation_version', '>', since)
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

    async heads(tx, streams) {
      const heads = new Map<Stream, number>(streams.map((stream) => [stream, 0]))
      const numbered = streams.filter((stream) => !conversationOf(stream))
      if (numbered.length > 0) {
        const rows = await tx.db
          .selectFrom('streams')
          .select(['name', 'head'])
          .where('organisation_id', '=', tx.organisationId)
          .where('name', '=', sql<string>`any(${numbered})`)
          .execute()
        // The names are those asked for.
        for (const row of rows) heads.set(row.name as Stream, row.head)
      }
      for (const stream of streams) {
        const conversationId = conversationOf(stream)
        if (!conversationId) continue
        const row = await tx.db
          .selectFrom('conversations')
          .select('version')
          .where('organisation_id', '=', tx.organisationId)
          .where('id', '=', conversationId)
          .executeTakeFirst()
        heads.set(stream, row?.version ?? 0)
      }
      return heads
    },

    listen(organisationId, stream, listener) {
      const key = `${organisationId} ${stream}`
      const its = listeners.get(key) ?? new Set()
      listeners.set(key, its.add(listener))
      return () => {
        its.delete(listener)
        if (its.size === 0 && listeners.get(key) === its) listeners.delete(key)
      }
    },

    settle: relay.settle,
    stop: relay.stop,
  }
}

// The name carries the id; what has another form is no conversation's stream.
const conversationOf = (stream: Stream): ConversationId | undefined =>
  stream.startsWith('conversation:') ? (stream.slice('conversation:'.length) as ConversationId) : undefined
