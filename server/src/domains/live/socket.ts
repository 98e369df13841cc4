import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { socketPath } from '#contract/addresses.ts'
import type { OrganisationId } from '#contract/ids.ts'
import { limits, times } from '#contract/limits.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { subprotocol, ticketPrefix } from '#contract/socket/version.ts'
import type { Stream } from '#server/platform/events/events.ts'
import { Connection, type ConnectionNeeds } from './connection.ts'
import { redeemTicket } from './tickets.ts'

/** Sockets are told in turn where their streams stand, so that thousands are not told in one moment. */
const turns = 15

/** The sockets' door at `socketPath`, on an HTTP server that is already made. */
export function openSockets(
  server: Server,
  needs: ConnectionNeeds,
  { heartbeatMs = times.heartbeatMs }: { heartbeatMs?: number } = {},
) {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    clientTracking: false,
    // A browser breaks off when none of its protocols is chosen, and would never read that it is outdated.
    handleProtocols: (offered) =>
      offered.has(subprotocol) ? subprotocol : ([...offered].find((name) => !name.startsWith(ticketPrefix)) ?? false),
  })
  const open = Array.from({ length: turns }, () => new Set<Connection>())
  let opened = 0
  let closing = false

  server.on('upgrade', (request, socket, head) => {
    void admit(request, socket, head).catch((error) => {
      needs.log.error({ err: error }, 'socket: handshake failed')
      refuse(socket, 503)
    })
  })

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname !== socketPath) return refuse(socket, 404)
    if (closing) return refuse(socket, 503)
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
    const ticket = offered.find((name) => name.startsWith(ticketPrefix))?.slice(ticketPrefix.length)
    const bearer = ticket && (await redeemTicket(ticket, needs))
    if (!bearer) return refuse(socket, 401)
    if (!(await needs.hearing.originAllowed(bearer, request.headers.origin ?? null))) return refuse(socket, 403)
    const connection = new Connection(bearer, socket, needs)
    if (!(await connection.prepare())) return refuse(socket, closing ? 503 : 401)
    sockets.handleUpgrade(request, socket, head, (ws) => {
      if (!offered.includes(subprotocol)) return ws.close(closeCodes.outdated)
      const turn = open[opened++ % turns]
      turn?.add(connection)
      ws.on('close', () => turn?.delete(connection))
      connection.attachTo(ws)
    })
  }

  /** What was lost between the database and here shows by this, as what is lost on the line shows by the beat. */
  async function beat(connections: ReadonlySet<Connection>): Promise<void> {
    if (connections.size === 0) return
    const followed = new Map<OrganisationId, Set<Stream>>()
    for (const { organisationId, streams } of connections) {
      const its = followed.get(organisationId) ?? new Set()
      followed.set(organisationId, its)
      for (const stream of streams) its.add(stream)
    }
    try {
      await needs.events.check(followed)
    } catch (error) {
      // The line itself is fine, and what cannot be asked now is asked at the next beat.
      needs.log.warn({ err: error }, 'socket: the database does not say where streams stand')
    }
    for (const connection of connections) connection.beat()
  }

  let turn = 0
  const beating = setInterval(() => void beat(open[turn++ % turns] ?? new Set()), heartbeatMs / turns)
  beating.unref()

  return {
    count: () => open.reduce((sum, { size }) => sum + size, 0),
    /** Sends everybody away to come back: their cursors go on elsewhere or later. */
    stop() {
      closing = true
      clearInterval(beating)
      needs.listeners.dismiss()
    },
    /** Cuts whoever has not left. */
    terminate() {
      for (const connections of open) for (const connection of connections) connection.terminate()
    },
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
