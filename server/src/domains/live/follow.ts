import { limits } from '#contract/limits.ts'
import type { AgentDownFrame, VisitorDownFrame } from '#contract/socket/frames.ts'
import type { NumberedEvent, Stream } from '#server/platform/events/events.ts'
import { followStream } from '#server/platform/events/follow-stream.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Reader } from './reader.ts'

export type DownFrame = AgentDownFrame | VisitorDownFrame

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
  /** Resolves when there is room for more of what is read from the database. */
  drained(): Promise<void>
}

/** Follows one stream for one reader from a cursor. Nothing is skipped, and nothing that the reader may not see is sent. */
export function follow(
  reader: Reader,
  cursor: { stream: Stream; epoch: string; since: number },
  { send, drained }: Line,
  needs: Pick<Platform, 'database' | 'events' | 'log'>,
): Following {
  const { stream, since } = cursor
  const { epoch } = needs.events
  /** Where the client's cursor stands: behind the last event taken by what was not for them. */
  let told = since
  /** How events just read from the past are to be seen; what happens now is seen as it is told. */
  let asOfNow: Reader['view'] | null = null

  const followed = followStream(
    {
      organisationId: reader.organisationId,
      stream,
      since,
      mostBehind: limits.eventsPerReplay,
      lookUp: async (tx, rows) => {
        asOfNow = await reader.asOfNow(tx, rows)
      },
      take: (rows) => {
        const seen = viewAll(rows, asOfNow ?? reader.view)
        asOfNow = null
        const seq = rows.at(-1)?.number ?? told
        if (!seen || seen.length === 0) return
        // The reader is of one kind, and so are its views.
        send({ type: 'events', stream, epoch, prev: told, seq, events: seen } as DownFrame)
        told = seq
      },
      drained,
      caughtUp: (at) => {
        send({ type: 'live', stream, epoch, prev: told, seq: at })
        told = at
      },
      lost: (reason) => send({ type: 'resync', stream, reason }),
    },
    needs,
  )

  function viewAll(rows: readonly NumberedEvent[], view: Reader['view']) {
    try {
      return rows.map((row) => view(row)).filter((event) => event !== null)
    } catch (error) {
      // What cannot be shown as an event is in the snapshot.
      needs.log.error({ err: error, stream }, 'following: an event cannot be shown')
      followed.stop()
      send({ type: 'resync', stream, reason: 'too-far' })
      return null
    }
  }

  return {
    head: () => {
      const at = followed.at()
      return at === null ? null : { stream, epoch, prev: told, seq: at }
    },
    acknowledgeHead: () => {
      told = followed.at() ?? told
    },
    stop: followed.stop,
  }
}
