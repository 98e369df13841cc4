import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { apiRoot } from '#contract/addresses.ts'
import { times } from '#contract/limits.ts'
import { type Comptoir, castPassword, openComptoir, type TestOrganisation } from '#server/testing/comptoir.ts'
import { fakeClock } from '#server/testing/fake-clock.ts'
import { refusalOf } from '#server/testing/person.ts'

const clock = fakeClock()
let comptoir: Comptoir
let lumiere: TestOrganisation

before(async () => {
  comptoir = await openComptoir({ clock, trustProxy: true })
  lumiere = await comptoir.makeOrganisation('Boutique Lumière')
})
after(() => comptoir.stop())

const administrator = { role: 'administrator' } as const
let networks = 0
/** A browser in a place of its own, so that tests do not use up each other's tries. */
const stranger = (address = `198.51.100.${++networks}`) => comptoir.stranger({ 'x-forwarded-for': address })

async function rows<R extends pg.QueryResultRow>(query: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: comptoir.connectionString })
  await client.connect()
  try {
    return (await client.query<R>(query, values)).rows
  } finally {
    await client.end()
  }
}

/** The bare answer to a sign-in: what an attacker sees. */
async function knock(email: string, password: string, address: string) {
  const start = performance.now()
  const response = await fetch(new URL(`${apiRoot}/session`, comptoir.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email, password, remember: false }),
  })
  const body = await response.text()
  const ms = performance.now() - start
  const headers = [...response.headers].filter(([name]) => name !== 'date')
  return { status: response.status, headers, body, ms }
}

test('signing in says who one is and where one belongs; signing out ends it', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const there = await ada.call('GET /session')
  assert.equal(there.user.email, ada.email)
  assert.deepEqual(there.memberships, [
    {
      organisationId: lumiere.id,
      organisationName: 'Boutique Lumière',
      agentId: ada.agentId,
      role: 'administrator',
      isNews: false,
    },
  ])
  const cookies = new Map(ada.cookies)
  await ada.call('DELETE /session')
  assert.equal(await refusalOf(ada.call('GET /session')), 'accounts.sign-in-required')
  const withOldCookie = await fetch(new URL(`${apiRoot}/session`, comptoir.url), {
    headers: { cookie: `comptoir_session=${cookies.get('comptoir_session')}` },
  })
  assert.equal(withOldCookie.status, 401, 'the old cookie opens nothing')
})

test('the session’s cookie is out of reach of scripts, and only its hash is kept', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const response = await fetch(new URL(`${apiRoot}/session`, comptoir.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ada.email, password: castPassword, remember: true }),
  })
  const [cookie = ''] = response.headers.getSetCookie().filter((line) => line.startsWith('comptoir_session='))
  assert.match(cookie, /; HttpOnly/)
  assert.match(cookie, /; SameSite=Lax/)
  assert.match(cookie, /; Path=\//)
  const token = cookie.slice('comptoir_session='.length, cookie.indexOf(';'))
  assert.equal(token.length, 43)
  const kept = await rows<{ row: string }>('select row_to_json(s)::text as row from sessions s')
  assert.ok(kept.length > 0)
  assert.ok(kept.every(({ row }) => !row.includes(token) && !row.includes(Buffer.from(token).toString('hex'))))
})

test('[U6] an unknown address and a wrong password are answered alike: status, headers, body and time', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const known: number[] = []
  const unknown: number[] = []
  const answers = new Set<string>()
  for (let round = 0; round < 7; round++) {
    const right = await knock(ada.email, 'not the password at all', `203.0.113.${round}`)
    const nobody = await knock(`nobody${round}@verdier.example`, 'not the password at all', `203.0.113.${round}`)
    known.push(right.ms)
    unknown.push(nobody.ms)
    for (const { status, headers, body } of [right, nobody]) answers.add(JSON.stringify({ status, headers, body }))
  }
  assert.equal(answers.size, 1, [...answers].join('\n'))
  assert.match([...answers][0] ?? '', /401.*accounts\.sign-in-refused/)
  // The quickest of each: whatever else the machine does only adds to it.
  const ratio = Math.min(...unknown) / Math.min(...known)
  assert.ok(ratio > 0.5 && ratio < 2, `unknown takes ${ratio.toFixed(2)} of known`)
  const control = await knock(ada.email, castPassword, '203.0.113.99')
  assert.equal(control.status, 200, 'the control: the right password opens')
})

test('[U6] past the allowance unknown and known addresses are refused alike, and the right password too', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  for (const email of [ada.email, 'no.such.person@verdier.example']) {
    const place = stranger()
    const wrong = () => place.call('POST /session', { body: { email, password: 'a wrong password', remember: false } })
    for (let index = 0; index < 8; index++) assert.equal(await refusalOf(wrong()), 'accounts.sign-in-refused')
    assert.equal(await refusalOf(wrong()), 'request.too-many')
    const right = place.call('POST /session', { body: { email, password: castPassword, remember: false } })
    assert.equal(await refusalOf(right), 'request.too-many')
  }
})

test('[U6] guesses of a stranger in one’s own place lock nobody out of a browser they used before', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const body = { email: ada.email, password: castPassword, remember: false }
  const wrong = { ...body, password: 'a wrong password' }
  const office = '192.0.2.77'
  const browser = stranger(office)
  await browser.call('POST /session', { body })
  await browser.call('DELETE /session')
  for (let index = 0; index < 9; index++)
    await stranger(office)
      .call('POST /session', { body: wrong })
      .catch(() => {})
  assert.equal(await refusalOf(stranger(office).call('POST /session', { body })), 'request.too-many', 'the control')
  const there = await browser.call('POST /session', { body })
  assert.equal(there.user.email, ada.email)
})

test('a session not to be remembered ends after twelve hours of silence, another lives on while it is used', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const brief = stranger()
  await brief.call('POST /session', { body: { email: ada.email, password: castPassword, remember: false } })
  clock.advance(times.briefSessionLifetimeMs - 1)
  await brief.call('GET /session')
  clock.advance(times.briefSessionLifetimeMs - 1)
  await brief.call('GET /session')
  clock.advance(times.briefSessionLifetimeMs)
  assert.equal(await refusalOf(brief.call('GET /session')), 'accounts.sign-in-required')
  await ada.call('GET /session')
  clock.advance(times.sessionLifetimeMs)
  assert.equal(await refusalOf(ada.call('GET /session')), 'accounts.sign-in-required')
})

test('being seen is written at most once a minute', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const seen = async () => (await ada.call('GET /sessions')).sessions.find(({ current }) => current)?.lastSeenAt
  const first = await seen()
  clock.advance(59_000)
  assert.equal(await seen(), first)
  clock.advance(1_000)
  assert.equal(await seen(), clock.now().toISOString())
})

test('one’s sessions are listed with their browsers, and the others can be ended', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const phone = comptoir.stranger({ 'user-agent': 'Phone/1', 'x-forwarded-for': '2001:db8::7' })
  await phone.call('POST /session', { body: { email: ada.email, password: castPassword, remember: true } })
  const { sessions } = await ada.call('GET /sessions')
  assert.equal(sessions.length, 2)
  assert.deepEqual(
    sessions.filter(({ current }) => !current).map(({ userAgent, address }) => ({ userAgent, address })),
    [{ userAgent: 'Phone/1', address: '2001:db8::7' }],
  )
  const ended = nextEnd()
  await ada.call('DELETE /sessions/others')
  assert.deepEqual(
    (await ended).sessionIds,
    sessions.filter(({ current }) => !current).map(({ id }) => id),
  )
  assert.equal(await refusalOf(phone.call('GET /session')), 'accounts.sign-in-required')
  assert.equal((await ada.call('GET /sessions')).sessions.length, 1)
})

test('signing in again in the same browser leaves no second session behind', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  await ada.call('POST /session', { body: { email: ada.email, password: castPassword, remember: true } })
  assert.equal((await ada.call('GET /sessions')).sessions.length, 1)
})

test('[U5] a changed password ends the other sessions, and tells their sockets', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const other = stranger()
  await other.call('POST /session', { body: { email: ada.email, password: castPassword, remember: true } })
  const next = 'deux renards sous la pluie'
  const change = (current: string, to: string) => ada.call('PUT /password', { body: { current, next: to } })

  assert.equal(await refusalOf(change('not my password', next)), 'accounts.password-wrong')
  assert.equal(await refusalOf(change(castPassword, 'trop court')), 'accounts.password-too-short')
  assert.equal(await refusalOf(change(castPassword, 'Boutique Lumière 1')), 'accounts.password-too-common')
  await other.call('GET /session')

  const ended = nextEnd()
  await change(castPassword, next)
  assert.equal((await ended).sessionIds.length, 1)
  assert.equal(await refusalOf(other.call('GET /session')), 'accounts.sign-in-required')
  await ada.call('GET /session')
  const place = stranger()
  const signIn = (password: string) =>
    place.call('POST /session', { body: { email: ada.email, password, remember: false } })
  assert.equal(await refusalOf(signIn(castPassword)), 'accounts.sign-in-refused')
  await signIn(next)
})

test('a stolen session has ten guesses at the password it would change', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const guess = () =>
    refusalOf(ada.call('PUT /password', { body: { current: 'a guess', next: 'deux renards bleus ici' } }))
  for (let index = 0; index < 10; index++) assert.equal(await guess(), 'accounts.password-wrong')
  assert.equal(await guess(), 'request.too-many')
})

test('a changed name is what every organisation of the person shows', async () => {
  const ada = await lumiere.hire('Ada', administrator)
  const renamed = await ada.call('PUT /profile', { body: { firstName: 'Ada', lastName: 'Lovelace', locale: 'en' } })
  assert.deepEqual(renamed.user, {
    id: renamed.user.id,
    name: 'Ada Lovelace',
    email: ada.email,
    emailIsProven: true,
    nextEmail: null,
    firstName: 'Ada',
    lastName: 'Lovelace',
    locale: 'en',
  })
  const params = { organisationId: lumiere.id }
  for (;;) {
    const { name } = await ada.call('GET /organisations/:organisationId/me', { params })
    if (name === 'Ada Lovelace') break
  }
})

test('what does not fit is refused with its field, and signs nobody in', async () => {
  const place = stranger()
  const bad: [unknown, string][] = [
    [{ email: 'ada', password: 'x', remember: true }, 'email'],
    [{ email: 'ada@shop.example', password: '', remember: true }, 'password'],
    [{ email: 'ada@shop.example', password: 'x'.repeat(257), remember: true }, 'password'],
    [{ email: 'ada@shop.example', password: 'x' }, 'remember'],
    [{ email: 'ada@shop.example', password: 'x', remember: true, role: 'administrator' }, 'role'],
    [{ email: ['ada@shop.example'], password: 'x', remember: true }, 'email'],
    [{ email: 'ada\u202e@shop.example', password: 'x', remember: true }, 'email'],
  ]
  for (const [body, field] of bad) {
    const response = await fetch(new URL(`${apiRoot}/session`, comptoir.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    assert.equal(response.status, 422)
    assert.equal((await response.json()).field, field)
  }
  assert.equal(place.cookies.size, 0)
})

/** The next time sockets are told that sessions ended. */
const nextEnd = () =>
  new Promise<{ sessionIds: string[] }>((resolve) => comptoir.platform.signals.once('sessions-ended', resolve))
