import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RouteKey } from '#contract/routes.ts'
import type { Cast } from '#server/testing/cast.ts'
import type { Ear } from '#server/testing/ear.ts'
import type { Rows } from '#server/testing/rows.ts'
import type { Scene } from '#server/testing/scene.ts'
import type { Knocker, Wish, WishOf } from '#server/testing/wish.ts'
import { loadWithoutChecks } from '#server/testing/without-checks.ts'

// What is imported from here on has no third wall: `decide` allows everything.
loadWithoutChecks()
const { routes } = await import('#contract/routes.ts')
const { openCast } = await import('#server/testing/cast.ts')
const { allRoutes } = await import('#server/testing/contract-fields.ts')
const { listen } = await import('#server/testing/ear.ts')
const { columnsOf, organisationsTouched, watchRows } = await import('#server/testing/rows.ts')
const { createScene } = await import('#server/testing/scene.ts')
const { specimens } = await import('#server/testing/specimens/index.ts')
const { engage } = await import('#server/testing/staff.ts')
const { openConsole, ticketOf } = await import('#server/testing/talking.ts')
const { grant, make, verdictOf } = await import('#server/testing/wish.ts')

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

const ofOrganisations = allRoutes.filter((route) => routes[route].who === 'agent')

test('[A7] control: the third wall is down; an agent reads the letters, the journal and everybody, and runs the house', async () => {
  const { ben, verdier, lou, ada } = cast
  const params = { organisationId: verdier.id }
  for (const what of ['letters', 'journal', 'agents', 'invitations'] as const)
    assert.equal(
      verdictOf(await make(cast.origin, { route: `GET /organisations/:organisationId/${what}`, by: ben, params })),
      '200',
    )
  const { agents } = await grant(cast.origin, { route: 'GET /organisations/:organisationId/agents', by: ben, params })
  for (const { agentId } of [lou, ada]) assert.ok(agents.some(({ id }) => id === agentId))
  await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/name',
    by: ben,
    params,
    body: { name: 'Maison de Ben' },
  })
  const { conversationId } = await scene.talk(cast.lille, lou, 'open')
  await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by: ben,
    params: { ...params, conversationId },
  })
})

test('[A7] with the application’s checks off, no door shows or changes another organisation’s row', async () => {
  const wishes: Wish[] = []
  for (const route of ofOrganisations) wishes.push(await specimenOf(route))
  await scene.invite(cast.oscar, { subAccountId: cast.nice.id })
  await scene.talk(cast.nice, cast.olga, 'open')
  const untouched = await rows.read()
  const theirs = wordsOf(untouched, cast.verdier.id)
  assert.ok(theirs.size > 100, `control: ${theirs.size} words tell of the house of Verdier`)

  let granted = 0
  let sent = ''
  for (const wish of wishes)
    for (const by of await intruders(wish.route)) {
      const ofTheirs = { ...wish, by, params: { ...wish.params, organisationId: cast.verdier.id } }
      assert.equal(verdictOf(await make(cast.origin, ofTheirs)), '404 request.not-found', wish.route)
      const params = { ...wish.params, organisationId: cast.elsewhere.id }
      const answer = await make(cast.origin, { ...wish, by, params })
      granted += answer.status < 300 ? 1 : 0
      const brought = JSON.stringify([wish.params, wish.query, wish.body])
      sent += brought
      // Their own journal tells what they tried.
      const echoed = wish.route.includes('/journal') ? sent : brought
      const shown = [...theirs].filter((word) => answer.text.includes(word) && !echoed.includes(word))
      assert.deepEqual(shown, [], `${wish.route}: ${answer.text.slice(0, 500)}`)
    }
  assert.ok(granted > 20, `control: ${granted} of them were granted in their own house`)
  const touched = organisationsTouched(untouched, await rows.read())
  assert.ok(touched.includes(cast.elsewhere.id), 'control: their own house was written to')
  assert.ok(!touched.includes(cast.verdier.id), 'the other house was not')
})

test('[A7] with the application’s checks off, no stream tells of another organisation', async () => {
  const { olga, elsewhere, lyon, nice, verdier, comptoir, origin } = cast
  const talk = await scene.talk(lyon, cast.ada, 'open')
  const ear = await everythingOf(talk.conversationId)
  const own = await openConsole(cast, olga)
  await scene.talk(lyon, cast.ada, 'closed')
  const hers = await scene.talk(nice, olga)
  await comptoir.platform.events.settle()
  await own.hears(({ type }) => type === 'events')
  await Promise.all([ear.catchUp(), own.catchUp()])

  const { epoch } = comptoir.platform.events
  const polled = await grant(origin, {
    route: 'POST /organisations/:organisationId/poll',
    by: olga,
    params: { organisationId: elsewhere.id },
    body: {
      cursors: streamsAt(talk.conversationId).map((stream) => ({ stream, epoch, since: 0 })),
      waitMs: 0,
    },
  })
  const theirs = wordsOf(await rows.read(), verdier.id)
  const asked = new Set(streamsAt(talk.conversationId).flatMap((stream) => stream.split(':')))
  for (const heard of [...ear.heard, ...own.heard, ...polled.frames]) {
    const text = JSON.stringify(heard)
    assert.deepEqual(
      [...theirs].filter((word) => text.includes(word) && !asked.has(word)),
      [],
      text,
    )
  }
  assert.ok(JSON.stringify(own.heard).includes(hers.conversationId), 'control: she hears of her own house')
  for (const one of [ear, own]) one.close()
})

/** Two of the other house; where one leaves it, somebody who is not needed afterwards. */
const intruders = async (route: RouteKey): Promise<Knocker[]> =>
  route === 'DELETE /organisations/:organisationId/me'
    ? [await engage(cast.comptoir, cast.elsewhere.id, 'Otto Outside', { role: 'administrator' })]
    : [cast.oscar, cast.olga]

const streamsAt = (conversationId: string) => [
  `sub-account:${cast.lyon.id}` as const,
  `sub-account:${cast.lille.id}` as const,
  `conversation:${conversationId}` as const,
  'organisation' as const,
]

/** A socket of Olga's, attached to every stream of the other house. */
async function everythingOf(conversationId: string): Promise<Ear> {
  const ear = await listen(cast.origin, { ticket: await ticketOf(cast, cast.olga) })
  const { epoch } = cast.comptoir.platform.events
  for (const stream of streamsAt(conversationId)) ear.send({ type: 'attach', cursors: [{ stream, epoch, since: 0 }] })
  await ear.catchUp()
  return ear
}

/** Ids and addresses that stand in an organisation's rows and in nobody else's. */
function wordsOf(snapshot: Awaited<ReturnType<Rows['read']>>, organisationId: string): Set<string> {
  const [theirs, others] = [new Set<string>(), new Set<string>([organisationId])]
  for (const table of snapshot.values())
    for (const row of table.values()) {
      const words = row.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w.+-]+@[\w.-]+/g) ?? []
      const { organisation_id: owner } = columnsOf(row)
      const into = owner === organisationId ? theirs : owner ? others : null
      for (const word of words) into?.add(word)
    }
  return theirs.difference(others)
}

async function specimenOf<K extends RouteKey>(route: K): Promise<Wish> {
  // A wish of one door is a wish.
  return (await specimens[route]({ cast, scene })) as WishOf<K> as Wish
}
