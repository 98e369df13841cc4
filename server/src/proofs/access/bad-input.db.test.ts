import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { apiRoot } from '#contract/addresses.ts'
import { limits } from '#contract/limits.ts'
import type { Route } from '#contract/route.ts'
import { type RouteKey, routes } from '#contract/routes.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { allRoutes, type Field, fieldsOf, nameOf, placeOf, withValue } from '#server/testing/contract-fields.ts'
import { type Answer, knock } from '#server/testing/knock.ts'
import { invisible, misfitsOf } from '#server/testing/misfits.ts'
import { changesBetween, columnsOf, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { specimens } from '#server/testing/specimens/index.ts'
import { engage, signUp, taking } from '#server/testing/staff.ts'
import { make, methodOf, pathOf, verdictOf, type Wish, type WishOf } from '#server/testing/wish.ts'
import { sentenceOf } from '#words/refusals.ts'

let cast: Cast
let scene: Scene
let rows: Rows
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  rows = await watchRows(cast.comptoir)
})
after(async () => {
  await rows.close()
  await cast.comptoir.stop()
})

const bodyFields = (route: RouteKey) => fieldsOf(route).filter(({ part }) => part === 'body')
/** A visitor's answer may be of several kinds: which fits is for its question to say (domains/answers/answers.db.test.ts). */
const isOfItsQuestion = ({ path }: Field) => path[0] === 'answer'
const longestBody = (route: RouteKey) => {
  const { bodyBytes = limits.bodyBytes }: Route = routes[route]
  return bodyBytes
}
const farTooMuch = Buffer.alloc(10 * 1024 * 1024, 0x20)
const withBody = allRoutes.filter((route) => bodyFields(route).length > 0)
const withQuery = allRoutes.filter((route) => fieldsOf(route).some(({ part }) => part === 'query'))

for (const route of withBody)
  test(`${route}: what does not fit its field is refused by its name, in the reader's language, and nothing is written`, async () => {
    const wish = await tirelessly(route)
    const was = await rows.read()
    for (const field of bodyFields(route).filter((one) => nameOf(one) !== 'token' && !isOfItsQuestion(one)))
      for (const { what, value } of misfitsOf(field)) {
        const answer = await make(cast.origin, tampered(wish, field, value))
        refusesField(answer, field, `${placeOf(field)}: ${what}`)
      }
    assert.deepEqual(changesBetween(was, await rows.read()), [])
    await stillAnswers()
  })

for (const route of withBody)
  test(`${route}: a field that is missing is named, one that nobody asked for too`, async () => {
    const wish = await tirelessly(route)
    const was = await rows.read()
    for (const field of bodyFields(route)) {
      if (field.isRequired && field.path.length > 0 && field.path.at(-1) !== '*' && nameOf(field) !== 'token')
        refusesField(
          await make(cast.origin, tampered(wish, field, undefined)),
          field,
          `${placeOf(field)} missing`,
          'missing',
        )
      if (!field.shape.properties) continue
      const more = { ...field, path: [...field.path, 'nickname'] }
      refusesField(await make(cast.origin, tampered(wish, more, 'Lulu')), more, `${placeOf(field)}: more`, 'unknown')
    }
    assert.deepEqual(changesBetween(was, await rows.read()), [])
  })

for (const route of withBody)
  test(`${route}: half a body, none, another kind, or far too much is refused, and the server lives on`, async () => {
    const wish = await tirelessly(route)
    const was = await rows.read()
    const whole = Buffer.from(JSON.stringify(wish.body))
    const json = { 'content-type': 'application/json' }
    const refusedAs = async (verdict: string, body: unknown, headers: Record<string, string> = json) => {
      const answer = await send(wish, body, headers)
      assert.equal(verdictOf(answer), verdict, `${String(body).slice(0, 40)} ${JSON.stringify(headers)}`)
      saysNothingMore(answer)
    }
    const invalid = '422 request.invalid'
    for (const cut of [1, Math.floor(whole.length / 2), whole.length - 1])
      await refusedAs(invalid, whole.subarray(0, cut))
    for (const text of ['{"a":}', '{a:1}', 'undefined', '{} {}', 'NaN', '\ufeff\ufeff{}', `${whole},`])
      await refusedAs(invalid, Buffer.from(text))
    for (const value of [[], [wish.body], 'x', 7, true, null]) await refusedAs(invalid, value)
    await refusedAs(invalid, Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]))
    await refusedAs(invalid, Buffer.from('['.repeat(60_000)))
    await refusedAs(invalid, Buffer.from(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`))
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString'])
      await refusedAs(invalid, Buffer.from(`{"${key}":{"role":"administrator"},${whole.subarray(1)}`))
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/html',
      'x',
    ])
      await refusedAs(invalid, whole, { 'content-type': type })
    await refusedAs('413 request.too-large', farTooMuch)
    await refusedAs('413 request.too-large', Buffer.from(`${' '.repeat(longestBody(route))}${whole}`))
    assert.deepEqual(changesBetween(was, await rows.read()), [])
    await stillAnswers()
  })

for (const route of withQuery)
  test(`${route}: a question that does not fit is refused by its name`, async () => {
    const wish = await tirelessly(route)
    const ask = async (question: string) =>
      knock(cast.origin, {
        method: methodOf(route),
        path: `${pathOf({ ...wish, query: {} })}?${question}`,
        headers: { ...(wish.file && { 'content-type': 'application/octet-stream' }), ...wish.by.headers() },
        body: wish.file,
      })
    for (const { path, shape } of fieldsOf(route).filter((field) => field.part === 'query' && field.path.length > 0)) {
      const name = path.join('.')
      const bad = ['', '%00', 'x', '%E0%A4%A', '1e999', '-1', '1.5', '9007199254740993', '[]', 'a'.repeat(5_000)]
      const isFree = shape.type === 'string' && !shape.enum && !shape.pattern && !shape.format
      for (const value of isFree ? ['%00', 'a'.repeat(5_000)] : bad) {
        const answer = await ask(`${name}=${value}`)
        if (answer.status !== 200 || value !== '')
          assert.equal(verdictOf(answer), '422 request.invalid', `${name}=${value}`)
      }
      assert.equal(verdictOf(await ask(`${name}=1&${name}=2`)), '422 request.invalid', 'twice')
    }
    const own = pathOf(wish).split('?')[1] ?? ''
    assert.equal(Object((await ask(`${own}&nickname=Lulu`)).body).field, 'nickname')
    for (const largest of [2 ** 31, 2 ** 53 - 1])
      assert.ok((await ask(`before=${largest}&after=${largest}`)).status < 500, `${largest}`)
    assert.equal((await make(cast.origin, wish)).status, 200, 'control: the question it was made for is answered')
  })

test('numbers that fit the contract and no column are refused or do nothing: they are nobody’s fault', async () => {
  for (const route of withBody) {
    const wish = await tirelessly(route)
    for (const field of bodyFields(route).filter(({ shape }) => shape.type === 'integer'))
      for (const value of [2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, -(2 ** 31), -(2 ** 53 - 1)]) {
        const answer = await make(cast.origin, tampered(wish, field, value))
        assert.ok(answer.status < 500, `${route} ${placeOf(field)} ${value}: ${answer.text}`)
      }
  }
})

test('an address of a page that holds what is not to be seen is refused or made plain', async () => {
  const wish = await specimenOf('PUT /widget/:channelKey/messages/:clientMessageId')
  for (const [what, text] of Object.entries(invisible))
    for (const url of [
      `https://shop.example/${text}`,
      `https://shop.example/?q=${text}`,
      `https://shop.example/#${text}`,
    ]) {
      const by = newPasser(cast.lyon)
      const answer = await make(cast.origin, { ...wish, by, body: withValue(wish.body, ['page', 'url'], url) })
      assert.ok(answer.status === 422 || answer.status === 200, `${what}: ${answer.text}`)
    }
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'shop.example',
    '//shop.example',
    'https://',
  ])
    assert.equal(
      verdictOf(await make(cast.origin, { ...wish, body: withValue(wish.body, ['page', 'url'], url) })),
      '422 request.invalid',
      url,
    )
  const conversations = (await rows.read()).get('conversations')?.values() ?? []
  const kept = [...conversations].map((row) => columnsOf(row).page_url)
  assert.notEqual(kept.length, 0, 'control: there are conversations')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  for (const url of kept) assert.doesNotMatch(String(url), /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/u)
  assert.equal((await make(cast.origin, wish)).status, 200, 'control: a plain address is kept')
})

test('a request that is none gets a short answer, and the server lives on', async () => {
  for (const raw of [
    'GET\r\n\r\n',
    'HELO shop.example\r\n\r\n',
    '\u0000\u0001\u0002\u0003',
    `GET ${apiRoot}/session HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(100_000)}\r\n\r\n`,
    `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `POST ${apiRoot}/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}`,
    `POST ${apiRoot}/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `GET ${apiRoot}/session HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n`,
  ])
    assert.match(await sendRaw(raw), /^(HTTP\/1\.1 4\d\d |$)/, JSON.stringify(raw.slice(0, 60)))
  await stillAnswers()
})

test('an address below /api that is nobody’s is not found, however it is spelled', async () => {
  for (const path of [
    '/api',
    '/api/',
    '/api/session',
    '/api/v0/session',
    apiRoot,
    `${apiRoot}/`,
    `${apiRoot}/nothing`,
    `${apiRoot}/session/`,
    `${apiRoot}/%2e%2e/session`,
    `${apiRoot}/organisations/%00/me`,
    `${apiRoot}/%zz`,
    `${apiRoot}/organisations/${'a'.repeat(5_000)}/me`,
    `${apiRoot}/__proto__`,
    `${apiRoot}/session/constructor`,
  ])
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])
      assert.equal(verdictOf(await knock(cast.origin, { method, path })), '404 request.not-found', `${method} ${path}`)
})

test('headers of any content neither stop an answer nor enter it', async () => {
  const wish = await specimenOf('GET /session')
  for (const [name, value] of [
    ['accept-language', ';;;q=,,*'],
    ['accept-language', 'a'.repeat(8_000)],
    ['user-agent', '<script>'.repeat(500)],
    ['origin', 'not an origin'],
    ['authorization', 'Visitor'],
    ['authorization', `Visitor ${'A'.repeat(5_000)}`],
    ['x-forwarded-for', 'not, an, address'],
    ['cookie', 'comptoir_session=%E0%A4%A; comptoir_session='],
  ] as const) {
    const answer = await knock(cast.origin, {
      method: 'GET',
      path: `${apiRoot}/session`,
      headers: { ...wish.by.headers(), [name]: value },
    })
    assert.ok(answer.status === 200 || answer.status === 401, `${name}: ${answer.status}`)
    assert.ok(!answer.text.includes('<script>'))
  }
})

/** A wish by somebody who may, of whom there are so many that no limit on one of them is met. */
async function tirelessly(route: RouteKey): Promise<Wish> {
  const { comptoir, verdier, lyon } = cast
  const wish = await specimenOf(route)
  if (/\/(invitations|api-keys|subscription|sales-requests|agents|journal|push-subscriptions)/.test(route))
    return {
      ...wish,
      by: taking(await manyTimes(30, () => engage(comptoir, verdier.id, 'Anne Aide', { role: 'administrator' }))),
    }
  if (['PUT /password', 'POST /email-changes', 'POST /organisations'].includes(route))
    return { ...wish, by: taking(await manyTimes(40, () => signUp(comptoir, 'Paul Pareil'))) }
  const doorsOfWords = ['PUT /widget/:channelKey/messages/:clientMessageId', 'POST /widget/:channelKey/pages']
  const doorsOfFew = ['PUT /widget/:channelKey/rating', 'POST /widget/:channelKey/transcript']
  if ([...doorsOfWords, ...doorsOfFew, 'PUT /widget/:channelKey/bookings/:bookingId'].includes(route))
    return { ...wish, by: taking(Array.from({ length: 20 }, () => newPasser(lyon))) }
  return wish
}

const manyTimes = <T>(times: number, act: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, act))

const specimenOf = async <K extends RouteKey>(route: K): Promise<Wish> =>
  // A wish of one door is a wish.
  (await specimens[route]({ cast, scene })) as WishOf<K> as Wish

const tampered = (wish: Wish, { part, path }: Field, value: unknown): Wish => ({
  ...wish,
  [part]: withValue(wish[part], path, value),
})

function refusesField(answer: Answer, { path }: Field, what: string, problem?: string): void {
  assert.equal(verdictOf(answer), '422 request.invalid', `${what}: ${answer.text}`)
  const said = Object(answer.body)
  const place = path.map((step) => (step === '*' ? '0' : step)).join('.')
  // What is inside of a thing that is no thing at all is missing: the first of it is named.
  assert.ok(said.field === place || String(said.field).startsWith(place && `${place}.`), `${what}: names ${said.field}`)
  if (problem)
    assert.ok(
      said.details.fields.some((one: unknown) => Object(one).problem === problem),
      `${what}: ${answer.text}`,
    )
  saysNothingMore(answer)
}

/** A code, a sentence, which fields: nothing of the inside, and nothing of what was sent. */
function saysNothingMore({ body, text }: Answer): void {
  const said = Object(body)
  assert.deepEqual(
    Object.keys(said).filter((key) => !['code', 'message', 'field', 'details'].includes(key)),
    [],
  )
  assert.deepEqual(
    Object.keys(said.details ?? {}).filter((key) => key !== 'fields'),
    [],
  )
  assert.equal(said.message, sentenceOf(said.code, said.details ?? {}, 'en'))
  assert.ok(text.length < 5_000, `an answer of ${text.length} characters`)
  assert.doesNotMatch(text, /node_modules|\bat \w+ \(|SyntaxError|postgres|select /i)
}

async function stillAnswers(): Promise<void> {
  const { verdier, ben } = cast
  const me = await make(cast.origin, {
    route: 'GET /organisations/:organisationId/me',
    by: ben,
    params: { organisationId: verdier.id },
  })
  assert.equal(me.status, 200)
}

const send = (wish: Wish, body: unknown, headers: Record<string, string>): Promise<Answer> =>
  knock(cast.origin, {
    method: methodOf(wish.route),
    path: pathOf(wish),
    headers: { 'accept-language': 'en', ...wish.by.headers(), ...headers },
    body,
  })

/** Everything the server says to bytes that may be no request. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(cast.origin).port), '127.0.0.1')
    let said = ''
    socket.setTimeout(5_000, () => reject(new Error('no answer, and not closed')))
    socket.on('data', (chunk) => {
      said += chunk
    })
    // A connection that is cut while it is written to says so in either way.
    socket.on('error', () => resolve(said))
    socket.on('close', () => resolve(said))
    socket.write(bytes)
  })
}

test('every sentence is another in French', async () => {
  const wish = await specimenOf('PUT /organisations/:organisationId/name')
  const inLanguage = async (language: string) =>
    knock(cast.origin, {
      method: 'PUT',
      path: pathOf(wish),
      headers: { ...wish.by.headers(), 'accept-language': language },
      body: {},
    })
  const [french, english] = [await inLanguage('fr-CA,fr;q=0.9'), await inLanguage('en')]
  assert.equal(Object(french.body).message, sentenceOf('request.invalid', {}, 'fr'))
  assert.equal(Object(english.body).message, sentenceOf('request.invalid', {}, 'en'))
  assert.notEqual(Object(french.body).message, Object(english.body).message)
})
