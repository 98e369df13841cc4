import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { apiRoot } from '#contract/addresses.ts'
import { createApi } from './api.ts'
import { askedWaitMs, endsAccess, Refused, Unreachable } from './refused.ts'

let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  answer(request, response, body)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
after(() => {
  server.closeAllConnections()
  server.close()
})

const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const api = createApi({
  origin,
  locale: () => 'fr',
  credentials: 'omit',
  headers: () => ({ authorization: 'Visitor secret' }),
})
const channelKey = 'k'.repeat(22)
const greet = () => api.call('GET /widget/:channelKey/greeting', { params: { channelKey }, query: { languages: 'fr' } })

const answerWith = (status: number, body: unknown, type = 'application/json') => {
  answer = (_, response) => {
    response.writeHead(status, { 'content-type': type })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

test('a call is the route’s method, path, query, body and the reader’s language', async () => {
  const seen: unknown[] = []
  answer = ({ method, url, headers }, response, body) => {
    seen.push(method, url, headers['accept-language'], headers['content-type'], headers.authorization, body)
    response.end('{"visitorReadSeq":3}')
  }
  const reply = await api.call('PUT /widget/:channelKey/read', { params: { channelKey: 'a/b' }, body: { seq: 3 } })
  assert.deepEqual(reply, { visitorReadSeq: 3 })
  assert.deepEqual(seen, [
    'PUT',
    `${apiRoot}/widget/a%2Fb/read`,
    'fr',
    'application/json',
    'Visitor secret',
    '{"seq":3}',
  ])
})

test('a query leaves out what was not asked', async () => {
  let asked: string | undefined
  answer = ({ url }, response) => {
    asked = url
    response.end('{}')
  }
  const query = { before: 12, after: undefined }
  await api.call('GET /widget/:channelKey/messages', { params: { channelKey }, query })
  assert.equal(asked, `${apiRoot}/widget/${channelKey}/messages?before=12`)
})

test('a typed no is a Refused with everything it says', async () => {
  answerWith(403, { code: 'channels.site-refused', message: 'Pas ici.', field: 'site', details: { site: 'x' } })
  await assert.rejects(greet(), (error) => {
    assert.ok(error instanceof Refused)
    assert.deepEqual(
      [error.status, error.code, error.message, error.field, error.details],
      [403, 'channels.site-refused', 'Pas ici.', 'site', { site: 'x' }],
    )
    assert.ok(endsAccess(error))
    return true
  })
})

test('"too many" says how long to wait', async () => {
  answerWith(429, { code: 'request.too-many', message: 'Wait.', details: { retryAfterSeconds: 2 } })
  await assert.rejects(
    greet(),
    (error) => error instanceof Refused && askedWaitMs(error) === 2_000 && !endsAccess(error),
  )
})

test('a fault of the server’s is typed too', async () => {
  answerWith(500, { code: 'request.fault', message: 'Notre faute.' })
  await assert.rejects(greet(), Refused)
})

for (const [what, status, body] of [
  ['a stopping server', 503, { code: 'request.unavailable', message: 'Later.' }],
  ['a gateway’s page', 502, '<html>Bad gateway</html>'],
  ['a proxy’s no without our code', 403, '{"error":"blocked"}'],
  ['a captive portal', 200, '<html>Welcome to the hotel</html>'],
  ['half an answer', 200, '{"organisationName":'],
] as const) {
  test(`${what} is no answer of ours: worth trying again`, async () => {
    answerWith(status, body)
    await assert.rejects(greet(), Unreachable)
  })
}

test('a torn connection, and a server that is not there, are unreachable', async () => {
  answer = ({ socket }) => socket.destroy()
  await assert.rejects(greet(), Unreachable)
  const nobody = createApi({ origin: 'http://127.0.0.1:1', locale: () => 'fr', credentials: 'omit' })
  await assert.rejects(nobody.call('GET /session'), Unreachable)
})

test('an answer that does not come in time is unreachable', async () => {
  answer = () => {}
  const call = api.call('GET /session', { timeoutMs: 30 })
  await assert.rejects(call, Unreachable)
})

test('a caller who gives up gets their own reason', async () => {
  answer = () => {}
  const gone = new AbortController()
  const call = api.call('GET /session', { signal: gone.signal })
  setTimeout(() => gone.abort(new Error('left')), 20)
  await assert.rejects(call, /left/)
  await assert.rejects(api.call('GET /session', { signal: gone.signal }), /left/)
})
