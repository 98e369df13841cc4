import { limits } from '#contract/limits.ts'
import type { AgentDownFrame, VisitorDownFrame } from '#contract/socket/frames.ts'
import type { NumberedEvent, Stream } from '#server/platform/events/events.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Reader } from './reader.ts'

export type DownFrame = AgentDownFrame | VisitorDownFrame

type Needs = Pick<Platform, 'database' | 'events' | 'log'>

export interface Following {
  /** Where the reader's cursor stands (`prev`), and up to where everything was considered (`seq`), for a heartbeat. */
  head(): { stream: Stream; epoch: string; prev: number; seq: number } | null
  /** The reader has learned by a heartbeat that nothing up to here was for them. */
  acknowledgeHead(): void
  stop(): void
}

/** The way to the reader. */
export interface Line {
  send(frame: DownFrame): void
  /** Resolves when there is room for more. */
  drained(): Promise<void>
}

/** Rows read from the database in one go while catching up. */
const pageSize = 200

/**
 * Follows one stream for one reader from a cursor: subscribes first, then reads what is after the cursor, says `live`, and goes
 * on with what happens. Hints may come late, twice or out of order; numbers are dense, so whatever is not the next one sends us
 * to the database. Nothing is skipped, and nothing that the reader may not see is sent.
 */
export function follow(
  reader: Reader,
  cursor: { stream: Stream; epoch: string; since: number },
  { send, drained }: Line,
  { database, events, log }: Needs,
): Following {
  const { stream } = cursor
  const { epoch } = events
  let stopped = false
  /** The number of the last event considered. */
  let at = cursor.since
  /** Where the client's cursor stands: behind `at` by what was not for them. */
  let told = cursor.since
  let reading = false
  let again = false
  let live = false

  const stopListening = events.listen(reader.organisationId, stream, (event) => {
    if (stopped || event.number <= at) return
    if (live && !reading && event.number === at + 1) deliver([event])
    else void catchUp()
  })
  void catchUp()

  async function catchUp(): Promise<void> {
    again = true
    if (reading) return
    reading = true
    try {
      while (again && !stopped) {
        again = false
        await readOn()
      }
      if (!stopped && !live) {
        live = true
        send({ type: 'live', stream, epoch, prev: told, seq: at })
        told = at
      }
    } catch (error) {
      // The client's heartbeat will show it that it is behind, and it attaches again.
      log.warn({ err: error, stream }, 'following failed')
      live = false
      resync('too-far')
    } finally {
      reading = false
      if (again && !stopped) void catchUp()
    }
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const { rows, head } = await database.transaction(reader.organisationId, async (tx) => {
        const after = await events.read(tx, stream, at, pageSize)
        return { rows: after, head: live ? 0 : ((await events.heads(tx, [stream])).get(stream) ?? 0) }
      })
      if (stopped) return
      if (!live && at > head) return resync('epoch')
      if (!live && head - at > limits.eventsPerReplay) return resync('too-far')
      const [first] = rows
      // A gap at the front is history that was pruned.
      if (first ? first.number !== at + 1 : !live && head > at) return resync('too-old')
      if (rows.length > 0) deliver(rows)
      await drained()
      if (rows.length < pageSize) return
    }
  }

  function deliver(rows: NumberedEvent[]): void {
    const seen = rows.map((row) => reader.view(row)).filter((event) => event !== null)
    at = rows.at(-1)?.number ?? at
    if (seen.length === 0) return
    // The reader is of one kind, and so are its views.
    send({ type: 'events', stream, epoch, prev: told, seq: at, events: seen } as DownFrame)
    told = at
  }

  function resync(reason: 'epoch' | 'too-old' | 'too-far'): void {
    stop()
    send({ type: 'resync', stream, reason })
  }

  function stop(): void {
    stopped = true
    stopListening()
  }

  return {
    head: () => (live && !stopped ? { stream, epoch, prev: told, seq: at } : null),
    acknowledgeHead: () => {
      told = at
    },
    stop,
  }
}
