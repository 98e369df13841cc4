import { subprotocol, ticketPrefix } from '#contract/socket/version.ts'
import type { ConnectionSettings, ConnectionTimes } from './connection-settings.ts'
import type { Frame } from './frames.ts'
import type { Line, LineEnd, LineListener } from './line.ts'
import { openPollLine } from './poll-line.ts'
import type { Reader } from './reader.ts'
import { openSocketLine } from './socket-line.ts'
import type { World } from './world.ts'

export interface LinesSettings<Event> extends Pick<ConnectionSettings<Event>, 'socketUrl' | 'ticket' | 'poll'> {
  reader: Reader<Event>
  world: World
  times: ConnectionTimes
  signal: AbortSignal
  onFrame(frame: Frame<Event>): void
  /** This line is the one from now on; null: there is none. */
  onLine(line: Line | null): void
}

/**
 * Holds a line until it ends. A poll is held with a socket tried beside it now and then; once one is heard, it takes the
 * poll's place, and its end is the end.
 */
export async function holdLine<Event>(kind: 'socket' | 'poll', settings: LinesSettings<Event>): Promise<LineEnd> {
  const { reader, world, times, signal } = settings
  const ticket = kind === 'socket' ? (await settings.ticket(signal)).ticket : ''
  signal.throwIfAborted()

  return new Promise((resolve) => {
    let held: Line | null = null
    let over = false
    let probes = 0
    let probeTimer: ReturnType<typeof setTimeout> | undefined

    function open(make: (listener: LineListener<Event>) => Line) {
      const drop = () => line.drop()
      const line = make({
        onOpen() {
          // Beside a poll it only asks; the first answer makes it the line.
          if (held) line.send({ type: 'attach', cursors: reader.cursors() })
          else hold(line)
        },
        onFrame(frame) {
          if (over) return line.drop()
          if (line !== held) hold(line)
          settings.onFrame(frame)
        },
        onEnd(end) {
          signal.removeEventListener('abort', drop)
          if (held && held !== line) return probeLater()
          if (over) return
          over = true
          clearTimeout(probeTimer)
          settings.onLine(null)
          resolve(end)
        },
      })
      signal.addEventListener('abort', drop)
    }

    function hold(line: Line) {
      const former = held
      held = line
      settings.onLine(line)
      if (!former) return
      kind = 'socket'
      former.drop()
    }

    function probeLater() {
      clearTimeout(probeTimer)
      if (kind === 'socket' || over) return
      const { baseMs, capMs } = times.probe
      probeTimer = setTimeout(probe, Math.min(capMs, baseMs * 2 ** probes++))
    }

    function probe() {
      settings.ticket(signal).then((reply) => !over && openSocket(reply.ticket), probeLater)
    }

    function openSocket(ticket: string) {
      const protocols = [subprotocol, ticketPrefix + ticket]
      open((listener) => openSocketLine({ url: settings.socketUrl, protocols, world, ...times }, listener))
    }

    function openPoll() {
      const { pollWaitMs: waitMs, pollRestMs: restMs } = times
      open((listener) =>
        openPollLine({ poll: settings.poll, cursors: reader.cursors, waitMs, restMs, world }, listener),
      )
    }

    if (kind === 'socket') return openSocket(ticket)
    openPoll()
    probeLater()
  })
}
