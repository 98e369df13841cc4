import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { RateConversation } from '#contract/closings.ts'
import { limits, times } from '#contract/limits.ts'
import { type Cast, newPasser, openCast, type Passer } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { eventsIn, inboxOf, openConsole, openWidget } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
let clock: FakeClock
let owner: pg.Client
before(async () => {
  clock = fakeClock()
  cast = await openCast({ clock })
  scene = createScene(cast)
  owner = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await owner.connect()
})
after(async () => {
  await owner.end()
  await cast.comptoir.stop()
})

/** The visitor's words, who took it, who closed it. */
const closingSeq = 3
const wellDone = { closingSeq, score: 5, word: '', version: 0 } as const

const rate = (by: Passer, wish: Partial<RateConversation> = {}) =>
  make(cast.origin, {
    route: 'PUT /widget/:channelKey/rating',
    by,
    params: { channelKey: by.channelKey },
    body: { ...wellDone, ...wish },
  })
const threadOf = (by: Engaged, { organisationId, conversationId }: Talk) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by,
    params: { organisationId, conversationId },
  })
const seenBy = (visitor: Passer) =>
  grant(cast.origin, {
    route: 'GET /widget/:channelKey/thread',
    by: visitor,
    params: { channelKey: visitor.channelKey },
  })
const act = (by: Engaged, { organisationId, conversationId }: Talk, what: 'closure' | 'assignment') =>
  grant(cast.origin, {
    route: `POST /organisations/:organisationId/conversations/:conversationId/${what}`,
    by,
    params: { organisationId, conversationId },
  })
const rowsOf = async ({ conversationId }: Talk) => {
  const found = await owner.query('select * from ratings where conversation_id = $1 order by closing_seq', [
    conversationId,
  ])
  return found.rows
}
const tells = (word: string) => (frame: unknown) =>
  JSON.stringify(eventsIn([frame], 'conversation.changed')).includes(word)

test('who looks sees a rating at once: in the thread, on the card, beside it; who may not read it hears nothing', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'closed')
  const [ben, marc, chloe] = await Promise.all([cast.ben, cast.marc, cast.chloe].map((by) => openConsole(cast, by)))
  assert.ok(ben && marc && chloe)
  assert.equal((await rate(talk.visitor, { score: 4, word: 'Réponse <b>claire</b>' })).status, 200)
  await ben.hears(tells('claire'))
  await marc.hears(tells('claire'))
  // Control: Chloé hears of what she may take, later than of the rating.
  await scene.talk(cast.lyon, cast.ben)
  await chloe.hears(tells('Bonjour'))
  assert.ok(!JSON.stringify(chloe.heard).includes('claire'))
  for (const ear of [ben, marc, chloe]) ear.close()

  const { conversation, messages } = await threadOf(cast.ben, talk)
  const told = messages.at(-1)
  assert.deepEqual(
    [told?.notice, told?.score, told?.text, told?.author.kind],
    ['rated', 4, 'Réponse <b>claire</b>', 'visitor'],
  )
  assert.deepEqual(
    { ...conversation.closing, rating: { ...conversation.closing?.rating, ratedAt: '' } },
    { seq: closingSeq, rating: { score: 4, word: 'Réponse <b>claire</b>', version: 1, ratedAt: '' } },
  )
  const { closed } = await inboxOf(cast, cast.ben)
  assert.equal(closed.find(({ id }) => id === talk.conversationId)?.closing?.rating?.score, 4)
})

test('statistics have a row: what, when, who closed, who had it', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  await act(cast.marc, talk, 'closure')
  const closedAt = clock.now()
  clock.advance(60_000)
  assert.equal((await rate(talk.visitor, { score: 2, word: 'Trop long' })).status, 200)
  const [row, ...others] = await rowsOf(talk)
  assert.equal(others.length, 0)
  assert.deepEqual(
    [row.score, row.word, row.served_by, row.closed_by, row.closed_at, row.rated_at, row.changed_at],
    [2, 'Trop long', cast.ben.agentId, cast.marc.agentId, closedAt, clock.now(), null],
  )
})

test('its visitor sees the rating with the conversation, in every tab, and never as a notice', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'closed')
  const tab = await openWidget(cast, talk.visitor)
  assert.equal((await rate(talk.visitor, { score: 3, word: 'Correct' })).status, 200)
  await tab.hears(tells('Correct'))
  tab.close()
  const { conversation, messages } = await seenBy(talk.visitor)
  assert.equal(conversation?.closing?.rating?.score, 3)
  assert.equal(conversation?.closing?.seq, closingSeq)
  assert.ok(messages.every(({ notice }) => notice === null || ['picked-up', 'closed'].includes(notice)))
})

test('a rating is changed in its place; sent again it is one', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'closed')
  assert.equal((await rate(talk.visitor, { score: 1 })).status, 200)
  assert.equal((await rate(talk.visitor, { score: 1 })).status, 200, 'an answer that was lost')
  const once = await threadOf(cast.ben, talk)
  clock.advance(60_000)
  assert.equal((await rate(talk.visitor, { score: 5, word: 'Pardon !', version: 1 })).status, 200)
  const twice = await threadOf(cast.ben, talk)
  assert.equal(twice.messages.length, once.messages.length)
  const told = twice.messages.at(-1)
  assert.deepEqual([told?.score, told?.text, told?.version], [5, 'Pardon !', 2])
  assert.ok(twice.conversation.rewrittenVersion > once.conversation.rewrittenVersion)
  const [row] = await rowsOf(talk)
  assert.deepEqual([row.score, row.word, row.version, row.changed_at], [5, 'Pardon !', 2, clock.now()])
  assert.ok(row.rated_at < row.changed_at, 'when they first rated stays')
})

test('of two tabs at once one rates, and the other is told', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'closed')
  const answers = await Promise.all(([1, 2, 3, 4] as const).map((score) => rate(talk.visitor, { score })))
  assert.deepEqual(answers.map(verdictOf).sort(), [
    '200',
    '409 ratings.changed-meanwhile',
    '409 ratings.changed-meanwhile',
    '409 ratings.changed-meanwhile',
  ])
  assert.equal((await rowsOf(talk)).length, 1)
  const { messages } = await threadOf(cast.ben, talk)
  assert.equal(messages.filter(({ notice }) => notice === 'rated').length, 1)
})

test('each closing is rated by itself; an earlier talk keeps its own', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'closed')
  await rate(talk.visitor, { score: 2 })
  await scene.say(talk.visitor, 'Encore une question')
  assert.equal(
    verdictOf(await rate(talk.visitor, { score: 3, version: 1 })),
    '409 ratings.not-closed',
    'it waits again',
  )
  await act(cast.ben, talk, 'assignment')
  await act(cast.ben, talk, 'closure')
  const { conversation } = await seenBy(talk.visitor)
  assert.equal(conversation?.closing?.rating, null)
  const again = conversation?.closing?.seq ?? 0
  assert.equal(verdictOf(await rate(talk.visitor, { score: 3 })), '409 ratings.not-closed', 'of the closing before')
  assert.equal((await rate(talk.visitor, { closingSeq: again, score: 5 })).status, 200)
  assert.deepEqual(
    (await rowsOf(talk)).map(({ score, closing_seq }) => [score, closing_seq]),
    [
      [2, closingSeq],
      [5, again],
    ],
  )
  const { earlier } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId/about',
    by: cast.ben,
    params: { organisationId: talk.organisationId, conversationId: talk.conversationId },
  })
  assert.deepEqual(
    earlier.map(({ seq, rating }) => [seq, rating?.score]),
    [[closingSeq, 2]],
  )
})

test('[A2] nobody rates another’s, an open one, out of range, or at too great length', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'closed')
  assert.equal(verdictOf(await rate(newPasser(cast.lyon))), '404 request.not-found')
  const other = await scene.talk(cast.lyon, cast.ben, 'open')
  assert.equal(verdictOf(await rate(other.visitor)), '409 ratings.not-closed')
  for (const score of [0, 6, 2.5, '5', null])
    assert.equal(verdictOf(await rate(talk.visitor, { score: score as 5 })), '422 request.invalid', `${score}`)
  const long = 'x'.repeat(limits.ratingWordLength + 1)
  const refused = await rate(talk.visitor, { word: long })
  assert.deepEqual([verdictOf(refused), Object(refused.body).field], ['422 request.invalid', 'word'])
  assert.equal((await rowsOf(talk)).length + (await rowsOf(other)).length, 0)
  assert.equal((await rate(talk.visitor)).status, 200, 'control: their own is')
})

test('[C9] a channel that asks for none takes none', async () => {
  const { channels } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/channels',
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
  })
  const talk = await scene.talk(cast.lyon, cast.ben, 'closed')
  const asks = async (asksRating: boolean, version: number) => {
    const params = { organisationId: cast.verdier.id, channelId: cast.lyon.channelId }
    const route = 'PUT /organisations/:organisationId/channels/:channelId' as const
    const changed = await grant(cast.origin, { route, by: cast.marc, params, body: { asksRating, version } })
    // What the doors know of a channel may be a moment old.
    clock.advance(60_000)
    const greeted = grant(cast.origin, {
      route: 'GET /widget/:channelKey/greeting',
      by: talk.visitor,
      params: { channelKey: cast.lyon.channelKey },
      query: { languages: 'fr' },
    })
    return { version: changed.version, greets: (await greeted).asksRating }
  }
  const channel = channels.find(({ id }) => id === cast.lyon.channelId)
  const off = await asks(false, channel?.version ?? 0)
  assert.equal(off.greets, false)
  assert.equal(verdictOf(await rate(talk.visitor)), '409 ratings.not-asked')
  const on = await asks(true, off.version)
  assert.equal(on.greets, true)
  assert.equal((await rate(talk.visitor)).status, 200)
})

test('after its time a closing is rated no more, and a rating not changed', async () => {
  const [talk, late] = [
    await scene.talk(cast.lyon, cast.ben, 'closed'),
    await scene.talk(cast.lyon, cast.ben, 'closed'),
  ]
  assert.equal((await rate(talk.visitor, { score: 3 })).status, 200)
  clock.advance(times.ratingChangeableMs)
  assert.equal(verdictOf(await rate(talk.visitor, { score: 4, version: 1 })), '409 ratings.too-late')
  clock.advance(times.rateableMs - times.ratingChangeableMs)
  assert.equal(verdictOf(await rate(late.visitor)), '409 ratings.too-late')
})
