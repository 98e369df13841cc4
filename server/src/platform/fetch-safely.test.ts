import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type CalendarServer, startCalendarServer } from '#server/testing/calendar-server.ts'
import { fetchSafely } from './fetch-safely.ts'

let server: CalendarServer
before(async () => {
  server = await startCalendarServer()
})
after(() => server.close())

/** From the test's own server, which is trusted although it is on this machine, unless a test says otherwise. */
const fetching = (url: string, bounds: Partial<Parameters<typeof fetchSafely>[1]> = {}) =>
  fetchSafely(new URL(url), {
    accept: 'text/calendar',
    mostBytes: 100_000,
    withinMs: 60_000,
    trusted: [server.origin],
    signal: new AbortController().signal,
    ...bounds,
  })
const textOf = async (url: string) => {
  const fetched = await fetching(url)
  return 'body' in fetched ? fetched.body.toString() : fetched
}
const redirecting =
  (location: string, status = 302): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location }).end()
const answering =
  (status: number): RequestListener =>
  (_, response) =>
    response.writeHead(status).end('no')

/** Whose names and numbers stand for this machine, its network, or the one its host keeps for itself. */
const privateAddresses = [
  'http://127.0.0.1/',
  'http://127.1.2.3/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://224.0.0.1/',
  'http://[::]/',
  'http://[::1]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[::ffff:127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'https://127.0.0.1/',
  'https://[::1]:8443/',
  'http://localhost/',
  'http://localhost:8080/',
  'https://localhost/',
]

test('what stands at an address is fetched, packed or not, and asked for as what it is', async () => {
  let accepted: string | undefined
  const plain = server.put((request, response) => {
    accepted = request.headers.accept
    response.end('déjà')
  })
  const packed = server.put((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('déjà')),
  )
  assert.equal(await textOf(plain.url), 'déjà')
  assert.equal(accepted, 'text/calendar')
  assert.equal(await textOf(packed.url), 'déjà')
})

test('nothing is fetched from a private address, by its number or by a name that stands for it', async () => {
  for (const address of privateAddresses)
    assert.deepEqual(await fetching(address, { trusted: [] }), { fault: 'private-address' }, address)
  assert.deepEqual(await fetching(server.put('here').url, { trusted: [] }), { fault: 'unreachable' }, 'of another port')
})

test('a redirect is looked at as the address before it was', async () => {
  for (const address of privateAddresses)
    assert.deepEqual(await fetching(server.put(redirecting(address)).url), { fault: 'private-address' }, address)
  for (const address of ['file:///etc/passwd', 'ftp://calendar.example/a', 'http://calendar.example:22/', 'http://['])
    assert.deepEqual(await fetching(server.put(redirecting(address)).url), { fault: 'unreachable' }, address)
})

test('three redirects are followed, a fourth is not', async () => {
  const page = server.put('here')
  const third = server.put(redirecting(page.url, 301))
  const second = server.put(redirecting(new URL(third.url).pathname, 307))
  const first = server.put(redirecting(second.url, 308))
  assert.equal(await textOf(first.url), 'here')
  const before = page.asked
  assert.deepEqual(await textOf(server.put(redirecting(first.url)).url), { fault: 'unreachable' })
  assert.equal(page.asked, before)
  const round = server.put('')
  round.replace(redirecting(round.url))
  assert.deepEqual(await textOf(round.url), { fault: 'unreachable' })
})

test('whoever sends without end is cut off where it is too much', async () => {
  const closed = Promise.withResolvers<void>()
  const endless = server.put((_, response) => {
    response.on('close', closed.resolve)
    pipeline(Readable.from(endlessly()), response, () => {})
  })
  assert.deepEqual(await fetching(endless.url), { fault: 'too-large' })
  await closed.promise
})

test('a small parcel that unpacks to a very large one is too large', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
  assert.ok(bomb.length < 100_000, 'control: as it is sent it is small')
  const page = server.put((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
  assert.deepEqual(await fetching(page.url), { fault: 'too-large' })
  const broken = server.put((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no parcel'))
  assert.deepEqual(await fetching(broken.url), { fault: 'unreachable' })
})

test('whoever does not answer, or never comes to an end, is too slow', async () => {
  const silent = server.put(() => {})
  const stuck = server.put((_, response) => void response.write('BEGIN'))
  for (const { url } of [silent, stuck]) assert.deepEqual(await fetching(url, { withinMs: 50 }), { fault: 'too-slow' })
})

test('an answer that is none is unreachable', async () => {
  for (const status of [204, 304, 401, 403, 404, 410, 500, 503])
    assert.deepEqual(await textOf(server.put(answering(status)).url), { fault: 'unreachable' }, String(status))
  const cut = server.put((request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half')
    request.socket.end()
  })
  assert.deepEqual(await textOf(cut.url), { fault: 'unreachable' })
  const gone = await startCalendarServer()
  gone.close()
  assert.deepEqual(await fetching(gone.origin, { trusted: [gone.origin] }), { fault: 'unreachable' })
})

test('what is to stop stops', async () => {
  const stopping = new AbortController()
  const silent = server.put(() => stopping.abort())
  await assert.rejects(fetching(silent.url, { signal: stopping.signal }), { name: 'AbortError' })
})

function* endlessly(): Generator<string> {
  for (;;) yield 'x'.repeat(16_384)
}
