import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { SubAccountId } from '#contract/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene } from '#server/testing/scene.ts'
import { signInBeside } from '#server/testing/staff.ts'
import { grant, type Knocker, make, verdictOf } from '#server/testing/wish.ts'

let cast: Cast
before(async () => {
  cast = await openCast()
})
after(() => cast.comptoir.stop())

const params = () => ({ organisationId: cast.verdier.id })
const shownFor = async (by: Knocker) =>
  (await grant(cast.origin, { route: 'GET /organisations/:organisationId/me/preferences', by, params: params() }))
    .shownSubAccountId
const show = (by: Knocker, shownSubAccountId: SubAccountId | null) =>
  make(cast.origin, {
    route: 'PUT /organisations/:organisationId/me/preferences',
    by,
    params: params(),
    body: { shownSubAccountId },
  })

test('the sub-account a person shows goes with them from browser to browser, and is theirs alone', async () => {
  const { ada, milo, lille, lyon, ben, comptoir } = cast
  assert.equal(await shownFor(ada), null, 'all, until they choose')
  await show(ada, lille.id)
  assert.equal(await shownFor(await signInBeside(comptoir, ada.userId)), lille.id)
  assert.equal(await shownFor(milo), null)
  assert.equal(verdictOf(await show(ben, lille.id)), '404 request.not-found')
  assert.equal((await show(ben, lyon.id)).status, 200)
  await show(ada, null)
  assert.equal(await shownFor(ada), null)
})

test('closed conversations of one sub-account are asked of the server, page by page', async () => {
  const { ada, ben, lou, lyon, lille } = cast
  const scene = createScene(cast)
  const [here, there] = [await scene.talk(lyon, ben, 'closed'), await scene.talk(lille, lou, 'closed')]
  const closedOf = async (subAccountId?: SubAccountId) =>
    (
      await grant(cast.origin, {
        route: 'GET /organisations/:organisationId/conversations',
        by: ada,
        params: params(),
        query: subAccountId ? { subAccountId } : {},
      })
    ).conversations.map(({ id }) => id)
  assert.deepEqual(await closedOf(lyon.id), [here.conversationId])
  assert.deepEqual(await closedOf(lille.id), [there.conversationId])
  assert.equal((await closedOf()).length, 2, 'control: both are there')
})
