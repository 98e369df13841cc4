import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web server on this machine, with calendars or whatever else a test puts on it. */
export interface CalendarServer {
  origin: string
  /** At an address of its own: a file, or something that answers. */
  put(answer: string | RequestListener): CalendarPage
  close(): void
}

export interface CalendarPage {
  url: string
  /** How often it was asked for. */
  readonly asked: number
  /** What stands there from now on. */
  replace(answer: string | RequestListener): void
}

/** However slow the machine is, what is no fault of a calendar is none. */
export const patient = { fetchMs: 600_000, readMs: 600_000 }

export async function startCalendarServer(): Promise<CalendarServer> {
  const pages = new Map<string, RequestListener>()
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    if (page) page(request, response)
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Listening on a port, not on a pipe.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    close() {
      server.close()
      server.closeAllConnections()
    },
    put(first) {
      const path = `/private-${pages.size}/basic.ics`
      let answer = first
      let asked = 0
      pages.set(path, (request, response) => {
        asked += 1
        if (typeof answer === 'function') answer(request, response)
        else response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(answer)
      })
      return {
        url: origin + path,
        get asked() {
          return asked
        },
        replace: (next) => {
          answer = next
        },
      }
    },
  }
}

/** A calendar with these entries, each given by its lines. */
export const calendarOf = (entries: readonly (readonly string[])[], head: readonly string[] = []): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Elsewhere//EN', ...head],
    ...entries.flatMap((lines, at) => [
      ...['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z'],
      ...(lines.some((line) => line.startsWith('UID:')) ? lines : [`UID:entry-${at}@elsewhere.example`, ...lines]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/** An instant as calendars write it. */
export const stampOf = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')
