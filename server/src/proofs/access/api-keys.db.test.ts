import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inspect } from 'node:util'
import { type KeyRight, keyRights } from '#contract/key-rights.ts'
import { limits, times } from '#contract/limits.ts'
import type { Route } from '#contract/route.ts'
import { type RouteKey, routes } from '#contract/routes.ts'
import { newSecret } from '#server/domains/accounts/api-keys/api-key.ts'
import { makeApiKey } from '#server/domains/accounts/api-keys/make-api-key.ts'
import { insertApiKey, listApiKeys } from '#server/domains/accounts/api-keys/store.ts'
import { findActor } from '#server/domains/agents/index.ts'
import { nowhere } from '#server/domains/callers.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { castPassword } from '#server/testing/comptoir.ts'
import { allRoutes } from '#server/testing/contract-fields.ts'
import { fakeClock } from '#server/testing/fake-clock.ts'
import { inAMonth, makeKey, programWith } from '#server/testing/keys.ts'
import type { Answer } from '#server/testing/knock.ts'
import { nextListening } from '#server/testing/next-listening.ts'
import { changesBetween, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { anotherPassword, specimens } from '#server/testing/specimens/index.ts'
import { type Engaged, engage, join } from '#server/testing/staff.ts'
import { codeOf, grant, type Knocker, make, verdictOf, type Wish, type WishOf } from '#server/testing/wish.ts'
import { promptlyMs } from '../../testing/promptly.ts'

const clock = fakeClock()

let cast: Cast
let scene: Scene
let rows: Rows
before(async () => {
  cast = await openCast({ clock })
  scene = createScene(cast)
  rows = await watchRows(cast.comptoir)
})
after(async () => {
  await rows.close()
  await cast.comptoir.stop()
})

const routeOf = (key: RouteKey): Route => routes[key]
const agentRoutes = allRoutes.filter((key) => routeOf(key).who === 'agent')
const keyOf = (key: RouteKey): KeyRight | 'never' => {
  const route = routeOf(key)
  return route.who === 'agent' ? route.key : 'never'
}
const forKeys = agentRoutes.filter((key) => keyOf(key) !== 'never')
const notForKeys = agentRoutes.filter((key) => keyOf(key) === 'never')

test('control: there are doors for keys and doors that are not, and each right opens one', () => {
  assert.ok(forKeys.length > 20 && notForKeys.length > 3, `${forKeys.length} and ${notForKeys.length}`)
  assert.deepEqual(new Set(forKeys.map(keyOf)), new Set<string>(keyRights))
})

for (const route of forKeys)
  test(`[A4] ${route}: a key with ${keyOf(route)} comes in, one with every other right does not`, async () => {
    const needed = keyOf(route)
    const wish = await specimenOf(route)
    const without = await keyWith(
      wish.by,
      keyRights.filter((right) => right !== needed),
    )
    const was = await rows.read()
    const refused = await make(cast.origin, { ...wish, by: without })
    assert.equal(verdictOf(refused), '403 api-keys.right-missing')
    assert.deepEqual(Object(refused.body).details, { right: needed })
    assert.deepEqual(changesBetween(was, await rows.read()), [])
    const right = keyRights.filter((one) => one === needed)
    const granted = await make(cast.origin, { ...wish, by: await keyWith(wish.by, right) })
    assert.equal(granted.status, 200, granted.text)
  })

for (const route of notForKeys)
  test(`[A4] ${route}: no key comes in, whatever its rights`, async () => {
    const wish = await specimenOf(route)
    const program = await keyWith(wish.by, keyRights)
    const was = await rows.read()
    assert.equal(verdictOf(await make(cast.origin, { ...wish, by: program })), '403 api-keys.not-here')
    assert.deepEqual(changesBetween(was, await rows.read()), [])
    assert.equal((await make(cast.origin, wish)).status, 200, 'control: the person does')
  })

for (const route of allRoutes.filter((key) => routeOf(key).who === 'user'))
  test(`[A4] ${route}: an account is its person's, and no key's`, async () => {
    const wish = await specimenOf(route)
    const program = await keyWith(cast.ada, keyRights)
    assert.equal(verdictOf(await make(cast.origin, { ...wish, by: program })), '401 accounts.sign-in-required')
  })

for (const route of forKeys)
  test(`[A4] ${route}: what a session is refused, a key with every right is refused in the same words`, async () => {
    const { ada, milo, marc, ben, chloe, iris, lou } = cast
    const wish = await specimenOf(route)
    for (const person of [ada, milo, marc, ben, chloe, iris, lou]) {
      if (person === wish.by) continue
      const bySession = await make(cast.origin, { ...wish, by: person })
      if (bySession.status < 400) return
      const byKey = await make(cast.origin, { ...wish, by: await keyWith(person, keyRights) })
      assert.equal(verdictOf(byKey), verdictOf(bySession), person.name)
      assert.equal(byKey.text, bySession.text, person.name)
    }
  })

test('[A4] a key is given no right that its owner does not hold, and says which they hold', async () => {
  const { ada, milo, ben, verdier, origin } = cast
  const params = { organisationId: verdier.id }
  const list = (by: Engaged) => grant(origin, { route: 'GET /organisations/:organisationId/api-keys', by, params })
  assert.deepEqual((await list(ada)).may, [...keyRights])
  assert.deepEqual((await list(ben)).may, ['conversations:read', 'conversations:write', 'organisation:read'])
  assert.ok(!(await list(milo)).may.includes('people:write'))
  for (const right of ['people:read', 'channels:write', 'journal:read'] as const) {
    const body = { name: 'Trop', rights: ['conversations:read', right] as KeyRight[], expiresAt: inAMonth(cast) }
    const answer = await make(origin, { route: 'POST /organisations/:organisationId/api-keys', by: ben, params, body })
    assert.equal(verdictOf(answer), '403 api-keys.beyond-you')
    assert.equal(Object(answer.body).field, 'rights')
  }
})

test('[A4] a right that its owner loses, their key loses in the same moment', async () => {
  const person = await newAgent()
  const { program } = await makeKey(cast, person, ['conversations:read', 'conversations:write'])
  const takes = async () => {
    const { organisationId, conversationId } = await scene.talk(cast.lyon, cast.ben)
    return make(cast.origin, {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/assignment',
      by: program,
      params: { organisationId, conversationId },
    })
  }
  assert.equal((await takes()).status, 200, 'control')
  await setActive(person, false)
  assert.equal(verdictOf(await takes()), '403 access.inactive')
  assert.equal((await meBy(program, 'inbox')).status, 200, 'what the matrix leaves them, the key keeps')
})

test('[A5] revoked, its owner removed, or their password another: a key opens nothing, and a poll that waits ends', async (context) => {
  const ends: Record<string, (person: Engaged, keyId: string) => Promise<Answer>> = {
    revoked: (by, apiKeyId) =>
      make(cast.origin, {
        route: 'DELETE /organisations/:organisationId/api-keys/:apiKeyId',
        by,
        params: { organisationId: by.organisationId, apiKeyId },
      }),
    'a new password': (by) =>
      make(cast.origin, { route: 'PUT /password', by, body: { current: castPassword, next: anotherPassword } }),
    removed: ({ agentId, organisationId }) =>
      make(cast.origin, {
        route: 'DELETE /organisations/:organisationId/agents/:agentId',
        by: cast.ada,
        params: { organisationId, agentId },
      }),
  }
  for (const [why, end] of Object.entries(ends)) {
    const person = await newAgent()
    const { key, program, secret } = await makeKey(cast, person, ['conversations:read'])
    assert.equal((await meBy(program, 'inbox')).status, 200, 'control')
    const poll = await waitingPollOf(program, 25_000)
    const done = await end(person, key.id)
    assert.equal(done.status, 200, done.text)
    const endedAt = performance.now()
    const answer = await poll.answer
    const took = performance.now() - endedAt
    context.diagnostic(`${why}: ${Math.round(took)} ms until the poll was answered`)
    assert.ok(took < promptlyMs, `${why}: ${took} ms`)
    if (answer.status === 200) assert.deepEqual(Object(answer.body).frames, [], why)
    else assert.equal(codeOf(answer), 'accounts.sign-in-required', why)
    assert.equal(verdictOf(await meBy(program, 'inbox')), '401 api-keys.unknown', why)
    assert.equal(await kept(secret), false, `${why}: the row is gone`)
  }
})

test('[A5] a key opens until its end, and from that instant nothing; a poll that waited past it brings nothing', async () => {
  const person = await newAgent()
  const expiresAt = new Date(clock.now().getTime() + 60_000)
  const { program } = await makeKey(cast, person, ['conversations:read'], expiresAt.toISOString())
  clock.advance(59_999)
  assert.equal((await meBy(program, 'inbox')).status, 200)
  const poll = await waitingPollOf(program, 1_500)
  clock.advance(1)
  assert.equal(verdictOf(await meBy(program, 'inbox')), '401 api-keys.unknown')
  assert.equal(verdictOf(await poll.answer), '401 accounts.sign-in-required')
  const { keys } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/api-keys',
    by: person,
    params: { organisationId: person.organisationId },
  })
  assert.deepEqual(
    keys.map(({ expired }) => expired),
    [true],
    'its owner still sees what it was',
  )
})

test('[A5] a key has an end within a year', async () => {
  const person = await newAgent()
  const from = clock.now().getTime()
  for (const [expiresAt, verdict] of [
    [from, '422 api-keys.end-refused'],
    [from - 1_000, '422 api-keys.end-refused'],
    [from + times.apiKeyLifetimeMs + 1, '422 api-keys.end-refused'],
    [from + times.apiKeyLifetimeMs, '200'],
  ] as const) {
    const answer = await make(cast.origin, {
      route: 'POST /organisations/:organisationId/api-keys',
      by: person,
      params: { organisationId: cast.verdier.id },
      body: { name: 'Fin', rights: ['conversations:read'], expiresAt: new Date(expiresAt).toISOString() },
    })
    assert.equal(verdictOf(answer), verdict)
  }
})

test('[A5] the secret is shown once and kept nowhere, only its hash', async () => {
  const person = await newAgent()
  const { key, secret } = await makeKey(cast, person, ['conversations:read'])
  assert.match(secret, /^ck_[A-Za-z0-9_-]{43}$/)
  assert.ok(secret.startsWith(key.start) && key.start.length <= 8)
  assert.equal(await kept(secret), true, 'control: its hash is there')
  assert.ok(
    !inspect(await rows.read(), { depth: null, maxArrayLength: null, maxStringLength: null }).includes(
      secret.slice(12),
    ),
    'in no row of any table',
  )
  const { keys } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/api-keys',
    by: person,
    params: { organisationId: cast.verdier.id },
  })
  assert.ok(keys.some(({ id }) => id === key.id))
  assert.ok(!JSON.stringify(keys).includes(secret.slice(12)))
})

test('[A4] a key opens its own organisation alone, even where its owner has another', async () => {
  const { comptoir, verdier, elsewhere, nice, origin } = cast
  const person = await newAgent()
  const there = await join(comptoir, elsewhere.id, person, { role: 'agent', subAccountId: nice.id })
  const { program } = await makeKey(cast, person, ['conversations:read', 'organisation:read'])
  const ask = (by: Knocker, organisationId: string) =>
    make(origin, { route: 'GET /organisations/:organisationId/me', by, params: { organisationId } })
  assert.equal((await ask(there, elsewhere.id)).status, 200, 'control: the person is in both')
  assert.equal((await ask(program, verdier.id)).status, 200, 'control: the key works at home')
  const foreign = await ask(program, elsewhere.id)
  assert.equal(verdictOf(foreign), '404 request.not-found')
  const missing = await ask(program, comptoir.platform.ids.organisation())
  assert.equal(foreign.text, missing.text)
})

test('[A5] what is no key is refused, and a cookie beside it does not help', async () => {
  const person = await newAgent()
  const { secret } = await makeKey(cast, person, ['organisation:read'])
  for (const wrong of [
    newSecret(),
    secret.slice(0, -1),
    `${secret}A`,
    secret.slice(3),
    secret.toUpperCase(),
    'ck_',
    newToken(),
    hashToken(secret).toString('base64url'),
  ]) {
    const by = { headers: () => ({ ...person.headers(), ...programWith(wrong).headers() }) }
    assert.equal(verdictOf(await meBy(by, 'me')), '401 api-keys.unknown', wrong)
  }
  assert.equal((await meBy(programWith(secret), 'me')).status, 200, 'control')
})

test('[A5] of sixty keys made at once fifty are', async () => {
  const person = await newAgent()
  const { platform } = cast.comptoir
  const { organisationId } = person
  const actor = await findActor({ ...person, origin: nowhere, limitKey: '' }, organisationId, platform)
  assert.ok(actor)
  const body = { name: 'Encore une', rights: ['conversations:read' as const], expiresAt: inAMonth(cast) }
  const results = await Promise.allSettled(Array.from({ length: 60 }, () => makeApiKey(actor, body, platform)))
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, limits.apiKeysPerAgent)
  for (const result of results)
    if (result.status === 'rejected') assert.equal(Object(result.reason).code, 'api-keys.too-many')
  assert.equal((await platform.database.directory((tx) => listApiKeys(tx, person))).length, limits.apiKeysPerAgent)
})

test('[A5] the owner sees when a key was last used', async () => {
  const person = await newAgent()
  const { program } = await makeKey(cast, person, ['organisation:read'])
  const lastUse = async () => {
    const { organisationId } = person
    const route = 'GET /organisations/:organisationId/api-keys'
    return (await grant(cast.origin, { route, by: person, params: { organisationId } })).keys[0]?.lastUsedAt
  }
  assert.equal(await lastUse(), null)
  await meBy(program, 'me')
  assert.equal(await lastUse(), clock.now().toISOString())
})

const newAgent = () =>
  engage(cast.comptoir, cast.verdier.id, 'Paula Programme', { role: 'agent', subAccountId: cast.lyon.id })

const setActive = (person: Engaged, active: boolean) =>
  grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: cast.ada,
    params: { organisationId: person.organisationId, agentId: person.agentId },
    body: { active },
  })

const meBy = (by: Knocker, what: 'me' | 'inbox') =>
  make(cast.origin, {
    route: `GET /organisations/:organisationId/${what}`,
    by,
    params: { organisationId: cast.verdier.id },
  })

/** A poll that waits for news of the organisation after what there is now; its answer comes in its own time. */
async function waitingPollOf(by: Knocker, waitMs: number): Promise<{ answer: Promise<Answer> }> {
  await cast.comptoir.platform.events.settle()
  const params = { organisationId: cast.verdier.id }
  const { cursors } = await grant(cast.origin, { route: 'GET /organisations/:organisationId/inbox', by, params })
  const listening = nextListening(cast.comptoir)
  const answer = make(cast.origin, {
    route: 'POST /organisations/:organisationId/poll',
    by,
    params,
    body: { cursors: cursors.filter(({ stream }) => stream === 'organisation'), waitMs },
  })
  // One that is refused never waits; its answer says so.
  await Promise.race([listening, answer])
  return { answer }
}

const kept = async (secret: string): Promise<boolean> => {
  const { database } = cast.comptoir.platform
  const found = await database.directory(({ db }) =>
    db.selectFrom('api_keys').select('id').where('token_hash', '=', hashToken(secret)).execute(),
  )
  return found.length > 0
}

/** A key of whoever makes a wish, past what they could give it: what it may is decided at each use. */
async function keyWith(by: Knocker, rights: readonly KeyRight[]): Promise<Knocker> {
  // In specimens of agents' doors it is one of the cast, or a newcomer.
  const owner = by as Engaged
  const secret = newSecret()
  const { database, ids } = cast.comptoir.platform
  const key = {
    id: ids.apiKey(),
    userId: owner.userId,
    organisationId: owner.organisationId,
    name: 'Tout',
    start: secret.slice(0, 8),
    rights: [...rights],
    createdAt: clock.now(),
    expiresAt: new Date(clock.now().getTime() + 1_000_000),
    lastUsedAt: null,
  }
  await database.directory((tx) => insertApiKey(tx, key, hashToken(secret)))
  return programWith(secret)
}

async function specimenOf<K extends RouteKey>(route: K): Promise<Wish> {
  // A wish of one door is a wish.
  return (await specimens[route]({ cast, scene })) as WishOf<K> as Wish
}
