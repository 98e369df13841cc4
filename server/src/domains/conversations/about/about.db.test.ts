import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { limits } from '#contract/limits.ts'
import type { BodyOf, ReplyOf } from '#contract/routes.ts'
import { type Cast, newPasser, openCast, type Passer } from '#server/testing/cast.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { eventsIn, inboxOf, openConsole, openWidget } from '#server/testing/talking.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make } from '#server/testing/wish.ts'
import { insertTold } from './keep-pages.ts'

let cast: Cast
let scene: Scene
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

type Told = BodyOf<'POST /widget/:channelKey/pages'>
type Page = Told['pages'][number]

const page = (name: string, at: number): Page => ({ url: `https://shop.example/${name}`, title: name, at })

const tell = (visitor: Passer, ...pages: Page[]) =>
  make(cast.origin, {
    route: 'POST /widget/:channelKey/pages',
    by: visitor,
    params: { channelKey: visitor.channelKey },
    body: { now: 100_000, pages },
  })

const say = (visitor: Passer, seen: Told | null, clientMessageId = newClientMessageId()) =>
  grant(cast.origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: visitor,
    params: { channelKey: visitor.channelKey, clientMessageId },
    body: { text: 'Bonjour', locale: 'fr', page: null, seen },
  })

const aboutOf = (by: Engaged, { organisationId, conversationId }: Pick<Talk, 'organisationId' | 'conversationId'>) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId/about',
    by,
    params: { organisationId, conversationId },
  })

const titles = ({ pages }: ReplyOf<'GET /organisations/:organisationId/conversations/:conversationId/about'>) =>
  pages.map(({ title }) => title)

test('[N12] pages from before the first words come with them, further ones are told, and the newest stands first', async () => {
  const visitor = newPasser(cast.lyon)
  const { conversation } = await say(visitor, { now: 100_000, pages: [page('accueil', 10_000), page('bols', 40_000)] })
  const talk = { organisationId: cast.verdier.id, conversationId: conversation.id }
  await tell(visitor, page('panier', 90_000))
  const about = await aboutOf(cast.ben, talk)
  assert.deepEqual(titles(about), ['panier', 'bols', 'accueil'])
  const [panier, , accueil] = about.pages
  assert.ok(panier && accueil)
  const apartMs = Date.parse(panier.seenAt) - Date.parse(accueil.seenAt)
  assert.ok(Math.abs(apartMs - 80_000) < 5_000, `so long after one another as the device says: ${apartMs}`)
})

test('told twice is seen once, with words sent again or by themselves', async () => {
  const visitor = newPasser(cast.lyon)
  const id = newClientMessageId()
  const seen = { now: 100_000, pages: [page('accueil', 10_000)] }
  await say(visitor, seen, id)
  const { conversation } = await say(visitor, seen, id)
  await tell(visitor, page('accueil', 10_000), page('bols', 20_000))
  await tell(visitor, page('bols', 20_000))
  const about = await aboutOf(cast.ben, { organisationId: cast.verdier.id, conversationId: conversation.id })
  assert.deepEqual(titles(about), ['bols', 'accueil'])
})

test('[D7] a page told is an event: consoles in reach know that there is one more, and which it is', async () => {
  const visitor = newPasser(cast.lyon)
  const { conversation } = await say(visitor, null)
  const ear = await openConsole(cast, cast.ben)
  await tell(visitor, page('bols', 20_000))
  await cast.comptoir.platform.events.settle()
  await ear.hears((frame) => JSON.stringify(frame).includes('"pagesSeen":1'))
  ear.close()
  const now = (await inboxOf(cast, cast.ben)).pending.find(({ id }) => id === conversation.id)
  assert.equal(now?.pagesSeen, 1)
  assert.deepEqual(now?.page, { url: 'https://shop.example/bols', title: 'bols' })
})

test('nobody is followed while their conversation is closed, nor before they have spoken', async () => {
  const { visitor, ...talk } = await scene.talk(cast.lyon, cast.ben, 'closed')
  assert.equal((await tell(visitor, page('bols', 20_000))).status, 200)
  assert.deepEqual((await aboutOf(cast.ben, talk)).pages, [])
  assert.equal((await tell(newPasser(cast.lyon), page('bols', 20_000))).status, 404)
})

test('the newest are kept, so many of them', async () => {
  const visitor = newPasser(cast.lyon)
  const { conversation } = await say(visitor, null)
  const telling = limits.pagesPerTelling
  for (let nth = 0; nth < limits.pagesPerConversation + telling; nth += telling)
    await cast.comptoir.platform.database.transaction(cast.verdier.id, async (tx) => {
      const pages = Array.from({ length: telling }, (_, within) => page(`p${nth + within}`, nth + within))
      await insertTold(tx, { id: conversation.id, pagesSeen: nth }, { now: 100_000, pages }, new Date())
    })
  const about = await aboutOf(cast.ben, { organisationId: cast.verdier.id, conversationId: conversation.id })
  assert.equal(about.pages.length, limits.pagesPerConversation)
  assert.equal(about.pages[0]?.title, `p${limits.pagesPerConversation + telling - 1}`)
  assert.equal(about.pages.at(-1)?.title, `p${telling}`)
})

test('what is no page is refused, and too many at once; a clock that is wrong is put right', async () => {
  const visitor = newPasser(cast.lyon)
  const { conversation } = await say(visitor, null)
  for (const bad of [
    [{ ...page('x', 1), url: 'javascript:alert(1)' }],
    [{ ...page('x', 1), title: 'x'.repeat(1_000) }],
    [page('x', -1)],
    [page('x', Number.MAX_SAFE_INTEGER)],
    [],
    Array.from({ length: limits.pagesPerTelling + 1 }, (_, at) => page('x', at)),
  ])
    assert.equal((await tell(visitor, ...bad)).status, 422, JSON.stringify(bad).slice(0, 80))
  assert.equal((await tell(visitor, page('demain', 900_000_000_000))).status, 200)
  const about = await aboutOf(cast.ben, { organisationId: cast.verdier.id, conversationId: conversation.id })
  assert.ok(about.pages.every(({ seenAt }) => Date.parse(seenAt) <= Date.now()))
})

test('[N12] each closing but the present one is an earlier talk, and leads to where it ended', async () => {
  const { ben, chloe, verdier, origin } = cast
  const { visitor, ...talk } = await scene.talk(cast.lyon, ben, 'closed')
  assert.deepEqual((await aboutOf(ben, talk)).earlier, [])
  await scene.say(visitor, 'Encore moi')
  const act = (door: 'assignment' | 'closure', by: Engaged) =>
    grant(origin, {
      route: `POST /organisations/:organisationId/conversations/:conversationId/${door}`,
      by,
      params: { organisationId: verdier.id, conversationId: talk.conversationId },
    })
  await act('assignment', chloe)
  const { earlier } = await aboutOf(chloe, talk)
  assert.deepEqual(
    earlier.map(({ closedBy }) => closedBy),
    ['Ben Klein'],
  )
  const [{ seq } = { seq: 0 }] = earlier
  const around = await grant(origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by: chloe,
    params: { organisationId: verdier.id, conversationId: talk.conversationId },
    query: { around: seq },
  })
  assert.equal(around.messages.find((message) => message.seq === seq)?.notice, 'closed')
})

test('[N3] the same address elsewhere is shown as far as the reader reaches, and no further', async () => {
  const { ada, ben, chloe, lyon, lille, lou, nice, olga, origin } = cast
  const talks = {
    bens: await scene.talk(lyon, ben, 'open'),
    bensOther: await scene.talk(lyon, ben, 'closed'),
    chloes: await scene.talk(lyon, chloe, 'open'),
    lous: await scene.talk(lille, lou, 'open'),
  }
  const called = async (by: Engaged, { visitor: _, ...params }: Talk) =>
    grant(origin, {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
      by,
      params,
      body: { name: 'Léa', email: 'lea@exemple.example' },
    })
  for (const talk of Object.values(talks)) await called(ada, talk)
  await called(olga, await scene.talk(nice, olga, 'open'))
  const seen = async (by: Engaged) => (await aboutOf(by, talks.bens)).sameAddress.map(({ id }) => id).sort()
  assert.deepEqual(await seen(ben), [talks.bensOther.conversationId])
  assert.deepEqual(await seen(cast.marc), [talks.bensOther.conversationId, talks.chloes.conversationId].sort())
  assert.equal((await seen(ada)).length, 3)
})

test('[D8] what an agent writes down of a visitor is for the team: nothing that is told to them says it', async () => {
  const { ben, lyon, origin } = cast
  const { visitor, ...params } = await scene.talk(lyon, ben, 'open')
  const widget = await openWidget(cast, visitor)
  const known = { name: 'Madame Dupont', email: 'dupont@exemple.example' }
  const described = await grant(origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
    by: ben,
    params,
    body: known,
  })
  assert.equal(described.visitor.email, known.email, 'control: colleagues read it')
  await widget.hears((frame) =>
    eventsIn([frame], 'conversation.changed').some(
      ({ conversation }) => Object(conversation).version === described.version,
    ),
  )
  const thread = await grant(origin, {
    route: 'GET /widget/:channelKey/thread',
    by: visitor,
    params: { channelKey: visitor.channelKey },
  })
  for (const told of [widget.heard, thread]) assert.doesNotMatch(JSON.stringify(told), /dupont/i)
  widget.close()
})

test('reading around a message gives both sides of it, and says what lies beyond', async () => {
  const visitor = newPasser(cast.lyon)
  for (let nth = 1; nth <= 120; nth++) await scene.say(visitor, `mot ${nth}`)
  const [{ id } = { id: '' }] = (await inboxOf(cast, cast.ada)).pending.filter(({ lastSeq }) => lastSeq === 120)
  const around = async (seq: number) => {
    const thread = await grant(cast.origin, {
      route: 'GET /organisations/:organisationId/conversations/:conversationId',
      by: cast.ada,
      params: { organisationId: cast.verdier.id, conversationId: id },
      query: { around: seq },
    })
    const seqs = thread.messages.map((message) => message.seq)
    assert.deepEqual(
      seqs,
      seqs.map((_, index) => (seqs[0] ?? 0) + index),
      'without a hole',
    )
    return { from: seqs[0], to: seqs.at(-1), more: thread.more, newer: thread.newer }
  }
  assert.deepEqual(await around(60), { from: 36, to: 85, more: true, newer: true })
  assert.deepEqual(await around(1), { from: 1, to: 26, more: false, newer: true })
  assert.deepEqual(await around(120), { from: 96, to: 120, more: true, newer: false })
})
