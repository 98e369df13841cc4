import type { Cursor } from '#contract/streams.ts'
import { type Backoff, backoffMs } from './backoff.ts'
import { areLive, asked, cursorsOf, type Places, placesFrom, receive, unasked } from './cursor.ts'
import type { Frame, LookingFrame, TypingFrame } from './frames.ts'
import type { Line } from './line.ts'
import type { World } from './world.ts'

export interface ReaderSettings<Event> {
  /** Fetches everything anew and shows it. Answers with the cursors it is stamped with; none: nothing to follow yet. */
  snapshot(): Promise<Cursor[]>
  /** New events of one stream, in order. Some may be known already: applying is idempotent. */
  onEvents(events: Event[], stream: string): void
  onTyping?(frame: TypingFrame): void
  onLooking?(frame: LookingFrame): void
  onChange(): void
  /** Snapshots that did not help are taken again this slowly. */
  retry: Backoff
  signal: AbortSignal
  world: Pick<World, 'nowMs' | 'random'>
}

/** Knows where it stands in each stream, whatever lines come and go, and asks for what is missing. */
export interface Reader<Event> {
  isLive(): boolean
  /** Nothing to follow. */
  isEmpty(): boolean
  cursors(): Cursor[]
  take(frame: Frame<Event>): void
  /** Speaks through this line from now on. */
  use(line: Line | null): void
  /** Asks the line to go on from where the reader stands. */
  attach(streams?: Iterable<string>): void
  follow(cursors: readonly Cursor[]): void
  /** What is shown can no longer be trusted. */
  distrust(): void
  /** Takes a snapshot, if what is shown is not trusted. */
  refresh(): Promise<void>
}

/** Keeps an attach frame below the limit of a frame's size. */
const cursorsPerFrame = 100

export function createReader<Event>(settings: ReaderSettings<Event>): Reader<Event> {
  const { world, signal, onChange } = settings
  let places: Places = new Map()
  let line: Line | null = null
  let stale = true
  let refreshing: Promise<void> | null = null
  let snapshotsInVain = 0

  const reader: Reader<Event> = {
    isLive: () => !stale && !refreshing && areLive(places),
    isEmpty: () => places.size === 0,
    cursors: () => cursorsOf(places),

    take(frame) {
      const step = receive(places, frame, world.nowMs())
      if (frame.type === 'looking') settings.onLooking?.(frame)
      if (frame.type === 'typing') settings.onTyping?.(frame)
      // Applied first: should that fail, the cursor has not moved, and the events come again.
      if (frame.type === 'events' && step.apply) settings.onEvents(frame.events, frame.stream)
      places = step.places
      if (step.resync.length > 0) reader.distrust()
      else if (step.attach.length > 0) reader.attach(step.attach)
      if (reader.isLive()) snapshotsInVain = 0
    },

    use(next) {
      line = next
      if (line) reader.attach()
      else places = unasked(places)
    },

    attach(streams = places.keys()) {
      if (!line) return
      const wanted = new Set(streams)
      places = asked(places, world.nowMs(), wanted)
      const cursors = cursorsOf(places).filter(({ stream }) => wanted.has(stream))
      for (let from = 0; from < cursors.length; from += cursorsPerFrame) {
        line.send({ type: 'attach', cursors: cursors.slice(from, from + cursorsPerFrame) })
      }
    },

    follow(cursors) {
      const unknown = cursors.filter(({ stream }) => !places.has(stream))
      if (unknown.length === 0) return
      // A snapshot that is being fetched was perhaps read before these began: it must not be the last one.
      if (refreshing) stale = true
      places = new Map([...places, ...placesFrom(unknown)])
      reader.attach(unknown.map(({ stream }) => stream))
    },

    distrust() {
      stale = true
      // Without a line somebody is about to open one, and refreshes first.
      if (line) reader.refresh().catch(() => line?.drop())
    },

    refresh() {
      refreshing ??= takeSnapshots().finally(() => {
        refreshing = null
        onChange()
      })
      return refreshing
    },
  }

  async function takeSnapshots() {
    while (stale) {
      if (snapshotsInVain > 0) await sleep(backoffMs(snapshotsInVain, settings.retry, world.random))
      signal.throwIfAborted()
      stale = false
      try {
        places = placesFrom(await settings.snapshot())
      } catch (error) {
        stale = true
        throw error
      }
      snapshotsInVain += 1
      reader.attach()
    }
  }

  return reader
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
