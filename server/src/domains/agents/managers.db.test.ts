import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RouteKey } from '#contract/routes.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { allRoutes } from '#server/testing/contract-fields.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { specimens } from '#server/testing/specimens/index.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, inboxOf, openConsole } from '#server/testing/talking.ts'
import { grant, make, methodOf, verdictOf, type Wish, type WishOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
/** Whoever a manager of Lyon must not hear of, and whom they see. */
let others: Engaged[]
let theirs: Engaged[]
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  const { ada, milo, marc, ben, chloe, iris, lou, comptoir, verdier, lille, lyon } = cast
  const lise = await engage(comptoir, verdier.id, 'Lise Lille', { role: 'manager', subAccountId: lille.id })
  const lucie = await engage(comptoir, verdier.id, 'Lucie Lyon', { role: 'manager', subAccountId: lyon.id })
  others = [ada, milo, lou, lise]
  theirs = [marc, ben, chloe, iris, lucie]
})
after(() => cast.comptoir.stop())

const inHouse = () => ({ organisationId: cast.verdier.id })
const idsOf = (people: readonly { id: string }[]) => new Set(people.map(({ id }) => id))
const agentIds = (people: readonly Engaged[]) => new Set<string>(people.map(({ agentId }) => agentId))

test('[C7] a manager sees the managers and agents of their sub-account in the list, and nobody above or elsewhere', async () => {
  const list = (by: Engaged) =>
    grant(cast.origin, { route: 'GET /organisations/:organisationId/agents', by, params: inHouse() })
  assert.deepEqual(idsOf((await list(cast.marc)).agents), agentIds(theirs))
  assert.deepEqual(
    idsOf((await list(cast.ada)).agents),
    agentIds([...theirs, ...others]),
    '[C6] control: an administrator sees all',
  )
})

test('[C7] invitations a manager sees lead into their sub-account, and do not name an inviter whom they do not see', async () => {
  const { ada, marc, lyon, lille } = cast
  await scene.invite(ada, { subAccountId: lille.id })
  await scene.invite(ada, { role: 'administrator' })
  const [adas, own] = [
    await scene.invite(ada, { subAccountId: lyon.id }),
    await scene.invite(marc, { subAccountId: lyon.id }),
  ]
  const { invitations } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/invitations',
    by: marc,
    params: inHouse(),
  })
  assert.deepEqual(
    new Map(invitations.map(({ id, inviterName }) => [id, inviterName])),
    new Map([
      [adas.id, null],
      [own.id, marc.name],
    ]),
  )
})

test('[C7] of colleagues a manager and an agent are told those of their sub-account; a moderator all', async () => {
  for (const by of [cast.marc, cast.ben])
    assert.deepEqual(idsOf((await inboxOf(cast, by)).colleagues), agentIds(theirs), by.name)
  assert.deepEqual(idsOf((await inboxOf(cast, cast.milo)).colleagues), agentIds([...theirs, ...others]))
  const reaching = await engage(cast.comptoir, cast.verdier.id, 'Tina Tout', {
    role: 'agent',
    subAccountId: cast.lyon.id,
    reach: 'all',
  })
  theirs.push(reaching)
  const seen = idsOf((await inboxOf(cast, reaching)).colleagues)
  assert.deepEqual(
    [seen.has(cast.lou.agentId), seen.has(cast.ada.agentId), seen.has(cast.milo.agentId)],
    [true, false, false],
    'who reads every conversation knows who answers in them, not who stands above',
  )
})

test('[C7] the name of somebody above travels with the conversations they answer, and with no others', async () => {
  const { milo, marc, ben, lyon, lille, lou } = cast
  const { conversationId } = await scene.talk(lyon, milo, 'open')
  await scene.talk(lille, lou, 'open')
  const inbox = await inboxOf(cast, marc)
  assert.equal(inbox.open.find(({ id }) => id === conversationId)?.assigneeName, milo.name)
  assert.ok(!JSON.stringify(inbox.colleagues).includes(milo.name))
  assert.ok(!JSON.stringify(inbox).includes(lou.name), 'of Lille nothing')
  assert.ok(!JSON.stringify(await inboxOf(cast, ben)).includes(milo.name), 'whoever does not read it is not told')
})

test('[C7] over an open socket a manager hears of nobody above or elsewhere coming, going or changing', async () => {
  const { ada, milo, marc, lou, ben, comptoir, verdier, lille } = cast
  const [marcs, milos] = [await openConsole(cast, marc), await openConsole(cast, milo)]
  const leaver = await engage(comptoir, verdier.id, 'Paul Passager', { role: 'agent', subAccountId: lille.id })
  for (const by of [ada, lou, ben])
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/me/availability',
      by,
      params: inHouse(),
      body: { availability: 'away' },
    })
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: ada,
    params: { ...inHouse(), agentId: leaver.agentId },
  })
  const left = (frames: readonly unknown[]) => eventsIn(frames, 'colleague.left').map(({ agentId }) => agentId)
  await milos.hears((frame) => left([frame]).includes(leaver.agentId))
  const toldOf = (frames: readonly unknown[]) =>
    new Set(eventsIn(frames, 'colleague.changed').map(({ colleague }) => Object(colleague).id))
  await marcs.hears((frame) => toldOf([frame]).has(ben.agentId))
  await comptoir.platform.events.settle()
  await marcs.catchUp()
  for (const { agentId } of [ada, lou, leaver]) {
    assert.ok(toldOf(milos.heard).has(agentId), 'control: a moderator hears of them')
    assert.ok(!toldOf(marcs.heard).has(agentId))
  }
  assert.deepEqual(left(marcs.heard), [])
  for (const ear of [marcs, milos]) ear.close()
})

test('[C7] no list that opens to a manager names or numbers anybody above or elsewhere', async () => {
  const reads = allRoutes.filter(
    (route) => methodOf(route) === 'GET' && route.endsWith('s') && /organisationId\/\w/.test(route),
  )
  assert.ok(reads.length > 10, `control: ${reads.join(', ')}`)
  let granted = 0
  for (const route of reads) {
    const wish = await specimenOf(route)
    const answer = await make(cast.origin, { ...wish, by: cast.marc })
    if (verdictOf(answer) !== '200') continue
    granted += 1
    for (const { name, email, agentId } of [cast.ada, cast.lou]) {
      assert.ok(!answer.text.includes(email), `${route} writes ${email}`)
      assert.ok(!answer.text.includes(name), `${route} names ${name}`)
      assert.ok(!answer.text.includes(agentId), `${route} numbers ${name}`)
    }
  }
  assert.ok(granted >= 5, `control: ${granted} lists are open to him`)
})

const specimenOf = async <K extends RouteKey>(route: K): Promise<Wish> =>
  // A wish of one door is a wish.
  (await specimens[route]({ cast, scene })) as WishOf<K> as Wish
