import { setTimeout as pause } from 'node:timers/promises'
import type { OrganisationId } from '#contract/ids.ts'
import type { Database, OrganisationTransaction } from '../database/database.ts'
import type { Log } from '../log.ts'
import type { Events, NumberedEvent, Stream } from './events.ts'

/** Why a place in a stream cannot be gone on from: numbers not reached yet, pruned ones, too many. */
export type Lost = 'epoch' | 'too-old' | 'too-far'

interface Wish {
  organisationId: OrganisationId
  stream: Stream
  /** The number of the last event known. */
  since: number
  /** Further behind than this, the follower is lost. */
  mostBehind: number
  /** Asks, in the transaction that has read them, what must be known of events of the past before they are taken. */
  lookUp?(tx: OrganisationTransaction, events: readonly NumberedEvent[]): Promise<void>
  /** Takes the next events, in order and without a gap. */
  take(events: readonly NumberedEvent[]): void
  /** Waits until the taker has room for more of what is read from the database. */
  drained?(): Promise<void>
  /** Everything until now was taken; from here on events come as they happen. Once. */
  caughtUp(at: number): void
  /** Nothing more comes. */
  lost(why: Lost): void
}

export interface Followed {
  /** The number of the last event taken; null until everything until now was. */
  at(): number | null
  stop(): void
}

/** Rows read from the database in one go while catching up: few, so that a slow taker holds up little. */
const pageSize = 25
/** While the database is away. */
const retry = { baseMs: 100, capMs: 3_000 }

/**
 * Follows one stream from a place in it: subscribes first, then reads what is after that place, then goes on with what
 * happens. Hints may come late, twice, or never; numbers are dense, so whatever is not the next one sends us to the
 * database. Nothing is skipped.
 */
export function followStream(
  wish: Wish,
  { database, events, log }: { database: Database; events: Events; log: Log },
): Followed {
  const { organisationId, stream } = wish
  /** The number of the last event taken. */
  let at = wish.since
  let stopped = false
  let live = false
  let reading = false
  let again = false

  const stopListening = events.listen(organisationId, stream, {
    hear(told) {
      const first = told.find(({ number }) => number > at)
      if (stopped || !first) return
      if (live && !reading && first.number === at + 1) take(told.slice(told.indexOf(first)))
      else void catchUp()
    },
    stands(head) {
      if (live && head > at) void catchUp()
    },
  })
  void catchUp()

  /** One at a time; what comes meanwhile makes it look once more. */
  async function catchUp(): Promise<void> {
    again = true
    if (reading) return
    reading = true
    for (let failures = 0; again && !stopped; ) {
      again = false
      try {
        await readOn()
        failures = 0
      } catch (error) {
        again = true
        log.warn({ err: error, stream }, 'following: the database does not answer, will ask again')
        await pause(Math.min(retry.capMs, retry.baseMs * 2 ** failures++), undefined, { ref: false })
      }
    }
    reading = false
    if (live || stopped) return
    live = true
    wish.caughtUp(at)
  }

  async function readOn(): Promise<void> {
    for (let more = true; more && !stopped; ) {
      await wish.drained?.()
      const from = at
      const { rows, head } = await database.transaction(organisationId, async (tx) => {
        // In this order: what the head counts is in the rows.
        const [heads, rows] = await Promise.all([
          live ? undefined : events.heads(tx, [stream]),
          events.read(tx, stream, from, pageSize),
        ])
        if (rows.length > 0) await wish.lookUp?.(tx, rows)
        return { rows, head: heads?.get(stream) ?? 0 }
      })
      const why = stopped ? undefined : whyLost(rows, head)
      if (why) {
        stop()
        wish.lost(why)
      } else if (rows.length > 0) take(rows)
      more = rows.length === pageSize
    }
  }

  function whyLost(rows: readonly NumberedEvent[], head: number): Lost | undefined {
    if (!live && at > head) return 'epoch'
    if (!live && head - at > wish.mostBehind) return 'too-far'
    // Numbers are dense: a missing one was pruned.
    const last = rows.at(-1)?.number ?? at
    return last - at > rows.length || (!live && rows.length === 0 && head > at) ? 'too-old' : undefined
  }

  function take(told: readonly NumberedEvent[]): void {
    if (stopped) return
    at = told.at(-1)?.number ?? at
    wish.take(told)
  }

  function stop(): void {
    stopped = true
    stopListening()
  }

  return { at: () => (live && !stopped ? at : null), stop }
}
