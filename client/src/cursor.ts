import type { Cursor } from '#contract/streams.ts'
import type { Frame } from './frames.ts'

/** Where a reader stands in one stream. */
export interface Place {
  readonly epoch: string
  /** Everything up to and including this number is known. */
  readonly at: number
  /** Caught up: what comes next comes as it happens. */
  readonly live: boolean
  /** Since when the server has been asked to go on from here, while it has not said "live"; null when it need not be asked. */
  readonly askedAtMs: number | null
}

export type Places = ReadonlyMap<string, Place>

/** What a frame means to a reader: where they stand after it, and what to do. */
export interface Step {
  places: Places
  /** The frame's events are new, in order, and none is missing before them. */
  apply: boolean
  /** Something is missing here: attach again from where the reader stands. */
  attach: string[]
  /** The numbers mean nothing any more: only a snapshot helps. */
  resync: string[]
}

/** An attachment the server has not answered for so long is asked for again when a heartbeat passes. */
export const answerPatienceMs = 5_000

export function placesFrom(cursors: readonly Cursor[]): Places {
  return new Map(
    cursors.map(({ stream, epoch, since }) => [stream, { epoch, at: since, live: false, askedAtMs: null }]),
  )
}

export function cursorsOf(places: Places): Cursor[] {
  return [...places].map(([stream, { epoch, at }]) => ({ stream, epoch, since: at }))
}

export function areLive(places: Places): boolean {
  for (const { live } of places.values()) if (!live) return false
  return true
}

/** The server has been asked to go on from where the reader stands in these streams (all of them, when none is named). */
export function asked(places: Places, nowMs: number, streams: Iterable<string> = places.keys()): Places {
  const next = new Map(places)
  for (const stream of streams) {
    const place = places.get(stream)
    if (place) next.set(stream, { ...place, live: false, askedAtMs: nowMs })
  }
  return next
}

/** The line is gone: nothing is being answered, and nothing is live. */
export function unasked(places: Places): Places {
  return new Map([...places].map(([stream, place]) => [stream, { ...place, live: false, askedAtMs: null }]))
}

/**
 * Reads one frame. A frame fits when nothing lies between the reader and its `prev`; one that begins earlier overlaps
 * with what is known, which loses nothing, for applying is idempotent.
 */
export function receive<Event>(places: Places, frame: Frame<Event>, nowMs: number): Step {
  const step: Step = { places, apply: false, attach: [], resync: [] }
  if (frame.type === 'beat') return receiveBeat(step, frame.heads, nowMs)
  if (frame.type !== 'events' && frame.type !== 'live' && frame.type !== 'resync') return step

  const place = places.get(frame.stream)
  if (!place) return step
  if (frame.type === 'resync' || frame.epoch !== place.epoch) return { ...step, resync: [frame.stream] }
  if (frame.type === 'live') {
    // An answer that starts beyond the question would do so again: asking once more would go in circles.
    if (frame.prev > place.at) return { ...step, resync: [frame.stream] }
    return { ...step, places: moved(places, frame.stream, { ...place, at: frame.seq, live: true, askedAtMs: null }) }
  }
  if (frame.seq <= place.at) return step
  if (frame.prev > place.at) {
    // While an answer to an attachment is on its way, frames from before it are expected, and useless.
    return place.askedAtMs === null ? { ...step, attach: [frame.stream] } : step
  }
  return { ...step, apply: true, places: moved(places, frame.stream, { ...place, at: frame.seq }) }
}

type Head = { stream: string; epoch: string; prev: number; seq: number }

function receiveBeat(step: Step, heads: Head[], nowMs: number): Step {
  const byStream = new Map(heads.map((head) => [head.stream, head]))
  const places = new Map(step.places)
  for (const [stream, place] of step.places) {
    const head = byStream.get(stream)
    if (head && head.epoch !== place.epoch) step.resync.push(stream)
    else if (place.askedAtMs !== null) {
      // The answer itself may have been lost. Until it has come, a head says nothing of what is still to be replayed.
      if (nowMs - place.askedAtMs >= answerPatienceMs) step.attach.push(stream)
    } else if (!head || head.prev > place.at) step.attach.push(stream)
    else if (head.seq > place.at) places.set(stream, { ...place, at: head.seq })
  }
  return { ...step, places }
}

function moved(places: Places, stream: string, place: Place): Places {
  const at = Math.max(place.at, places.get(stream)?.at ?? 0)
  return new Map(places).set(stream, { ...place, at })
}
