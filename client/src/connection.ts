import { closeCodes } from '#contract/socket/close-codes.ts'
import type { Cursor } from '#contract/streams.ts'
import { backoffMs } from './backoff.ts'
import { type ConnectionSettings, type ConnectionState, usualTimes } from './connection-settings.ts'
import type { Frame, UpFrame } from './frames.ts'
import type { Line, LineEnd } from './line.ts'
import { holdLine } from './lines.ts'
import { createPause } from './pause.ts'
import { createReader, type Reader } from './reader.ts'
import { askedWaitMs, endsAccess, Refused } from './refused.ts'
import { browserWorld } from './world.ts'

export type { ConnectionSettings, ConnectionState }

export interface Connection {
  /** Takes a snapshot and follows from it, until stopped. Also how to try again after `ended`. */
  start(): void
  stop(): void
  state(): ConnectionState
  /** Caught up, and heard from lately enough to know it: after a sleep this is false before any timer has noticed. */
  isFresh(): boolean
  /** Follows further streams from these cursors. One already followed stays where it is. */
  follow(cursors: readonly Cursor[]): void
  /** Takes a snapshot again. */
  refresh(): void
  /** Tries now: reconnects without waiting, or asks an open line whether anything was missed. */
  wake(): void
  /** Says something that may be lost; only over an open socket. */
  send(frame: UpFrame): void
}

/** Opens of a socket, one after the other, that never brought a word; then sockets count as blocked here. */
const muteOpensAllowed = 2

/**
 * Keeps a reader complete: snapshot, socket, attach, live; and again from the cursors after every loss
 * (docs/protocol.md). Where sockets are blocked it polls, with the same guarantee.
 */
export function createConnection<Event>(settings: ConnectionSettings<Event>): Connection {
  const world = settings.world ?? browserWorld()
  const times = { ...usualTimes, ...settings.times }
  const pause = createPause()

  let running: AbortController | null = null
  let reader: Reader<Event> | null = null
  let line: Line | null = null
  let shown: ConnectionState = 'connecting'
  let final: 'ended' | 'outdated' | null = null
  let muteOpens = 0
  /** Since the last good line, or the last wake: how long to wait. */
  let failures = 0
  /** Since the last word heard: what to say. */
  let triesInVain = 0
  let liveSinceMs: number | null = null
  let heardAtMs = Number.NEGATIVE_INFINITY
  let offlineAtMs = 0
  let away = false

  async function run(reader: Reader<Event>, signal: AbortSignal) {
    while (!signal.aborted && !final) {
      let waitMs: number | undefined
      try {
        await reader.refresh()
        show()
        if (!reader.isEmpty()) waitMs = waitAfter(await hold(reader, signal))
      } catch (error) {
        if (signal.aborted) return
        waitMs = waitAfterError(error)
      }
      if (signal.aborted) return
      show()
      if (!final) await pause.for(away ? undefined : waitMs)
    }
  }

  function hold(reader: Reader<Event>, signal: AbortSignal): Promise<LineEnd> {
    return holdLine(muteOpens >= muteOpensAllowed ? 'poll' : 'socket', {
      ...settings,
      reader,
      world,
      times,
      signal,
      onFrame(frame: Frame<Event>) {
        heard()
        reader.take(frame)
        show()
      },
      onLine(next) {
        line = next
        reader.use(next)
        show()
      },
    })
  }

  function waitAfter({ code, spoke, error }: LineEnd): number {
    if (liveSinceMs !== null && world.nowMs() - liveSinceMs >= times.steadyMs) failures = 0
    liveSinceMs = null
    if (error !== undefined) {
      // A poll that breaks says nothing about sockets any more: the next try is one.
      muteOpens = muteOpensAllowed - 1
      return waitAfterError(error)
    }
    muteOpens = spoke ? 0 : muteOpens + 1
    triesInVain += spoke ? 0 : 1
    if (code === closeCodes.accessEnded) final = 'ended'
    if (code === closeCodes.outdated) final = 'outdated'
    if (code === closeCodes.accessChanged) {
      reader?.distrust()
      settings.onAccessChanged?.()
    }
    // The fault is ours: coming back at once would only repeat it.
    if (code === closeCodes.malformed) return times.retry.capMs
    return backoffMs(failures++, times.retry, world.random)
  }

  function waitAfterError(error: unknown): number {
    triesInVain += 1
    const waitMs = backoffMs(failures++, times.retry, world.random)
    if (!(error instanceof Refused)) return waitMs
    if (error.code === 'streams.unknown') reader?.distrust()
    else if (endsAccess(error)) {
      final = 'ended'
      settings.onEnded?.(error)
    }
    return waitMs + askedWaitMs(error)
  }

  function heard() {
    heardAtMs = world.nowMs()
    triesInVain = 0
  }

  function stateNow(): ConnectionState {
    if (final) return final
    // The browser may be wrong (a server on this machine needs no network): a word heard since counts more.
    if (world.signals.saysOffline() && heardAtMs < offlineAtMs) return 'offline'
    if (reader?.isLive() && (line || reader.isEmpty())) return 'live'
    if (line) return 'catching-up'
    return triesInVain > 1 ? 'offline' : 'connecting'
  }

  function show() {
    const state = stateNow()
    if (state === 'live') liveSinceMs ??= world.nowMs()
    if (state === shown) return
    shown = state
    settings.onState?.(state)
  }

  const connection: Connection = {
    start() {
      if (running && !final) return
      connection.stop()
      running = new AbortController()
      final = null
      offlineAtMs = world.nowMs()
      const { signal } = running
      const stops = [
        world.signals.onWake(connection.wake),
        world.signals.onOffline(() => {
          offlineAtMs = world.nowMs()
          connection.wake()
        }),
        world.signals.onLeave(() => {
          away = true
          line?.drop()
        }),
      ]
      signal.addEventListener('abort', () => {
        for (const stop of stops) stop()
      })
      const snapshot = async () => {
        const cursors = await settings.snapshot(signal)
        heard()
        return cursors
      }
      reader = createReader<Event>({ ...settings, snapshot, world, signal, retry: times.retry, onChange: show })
      void run(reader, signal)
      show()
    },
    stop() {
      running?.abort()
      running = null
      pause.wake()
    },
    state: () => shown,
    isFresh: () => shown === 'live' && (reader?.isEmpty() === true || world.nowMs() - heardAtMs <= times.silenceMs),
    follow(cursors) {
      reader?.follow(cursors)
      pause.wake()
      show()
    },
    refresh() {
      reader?.distrust()
      pause.wake()
      show()
    },
    wake() {
      away = false
      failures = 0
      if (line) {
        reader?.attach()
        line.expectWord(times.wakeAnswerMs)
      } else pause.wake()
      show()
    },
    send: (frame) => line?.send(frame),
  }
  return connection
}
