import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { SubAccountId } from '#contract/ids.ts'
import { type RouteKey, routes } from '#contract/routes.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { newToken } from '#server/platform/secrets.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { allRoutes, type Field, fieldsOf, isLeaf, nameOf, placeOf, withValue } from '#server/testing/contract-fields.ts'
import { makeKey } from '#server/testing/keys.ts'
import { aPhoto } from '#server/testing/pictures.ts'
import { changesBetween, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import { specimens } from '#server/testing/specimens/index.ts'
import { type Engaged, engage, signUp } from '#server/testing/staff.ts'
import { aFile, uploader } from '#server/testing/uploading.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, verdictOf, type Wish, type WishOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
let rows: Rows
let strangers: StandIns
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  // Signing up waits for the operator's organisation.
  await cast.comptoir.platform.database.directory(({ db }) =>
    db.updateTable('installation').set({ set_up_at: new Date() }).execute(),
  )
  strangers = await standIns()
  rows = await watchRows(cast.comptoir)
})
after(async () => {
  await rows.close()
  await cast.comptoir.stop()
})

/** Fields that name a thing, each with others of its kind that its specimen's author must not reach. */
type StandIns = Record<(typeof idNames)[number], Record<string, unknown>>
const idNames = [
  'organisationId',
  'agentId',
  'apiKeyId',
  'appointmentId',
  'channelId',
  'channelKey',
  'conversationId',
  'fileId',
  'invitationId',
  'letterId',
  'openingId',
  'questionnaireId',
  'reasonId',
  'roleId',
  'shortcutId',
  'subAccountId',
  'subscriptionId',
  'token',
] as const

/** Fields that name a thing, proven below one by one. */
const provenApart = [
  'appointmentIds', // in domains/appointments/reassigning/reassign.db.test.ts
  'assigneeId',
  'beforeId',
  'bookingId', // in domains/appointments/booking/booking.db.test.ts
  'clientFileId', // in domains/files/files.db.test.ts
  'clientAnswerId', // in domains/answers/answers.db.test.ts
  'clientMessageId',
  'customRoleId',
  'file', // the secret of a calendar, in domains/appointments/feeds/feeds.db.test.ts
  'fileIds', // in domains/files/files.db.test.ts
  'heirSubAccountId',
  'mentions',
  'personId',
  'photoId',
  'proposedReasonId', // in domains/conversations/judge-proposal.db.test.ts
  'questionnaireIds',
  'runId', // in domains/answers/answers.db.test.ts
  'shownSubAccountId',
  'stepId', // a place in a flow, of the run the caller holds
  'stream',
  'takerIds', // in domains/appointments/reasons/reasons.db.test.ts
]

/** Fields that name nothing: words, choices, numbers. A new field is put into one of the three lists, or the build fails. */
const plain = [
  'active',
  'activeOnArrival',
  'after',
  'afterMinutes',
  'aheadDays',
  'answer',
  'around',
  'asksRating',
  'at',
  'auth',
  'availability',
  'before',
  'beforeMinutes',
  'beforeSeq',
  'bottomPx',
  'channelName',
  'closedBefore',
  'closingSeq',
  'colour',
  'conversationLimit',
  'current',
  'date',
  'days',
  'description',
  'desktop',
  'despite',
  'email',
  'emails',
  'endpoint',
  'epoch',
  'everyMinutes',
  'expiresAt',
  'firstName',
  'format',
  'formatVersion',
  'from',
  'fromMinute',
  'group',
  'holidays',
  'key',
  'kind',
  'known',
  'label',
  'language',
  'languages',
  'lastName',
  'letter',
  'locale',
  'mentioned',
  'message',
  'minutes',
  'mode',
  'model',
  'modules',
  'name',
  'next',
  'note',
  'noticeMinutes',
  'now',
  'number',
  'offerSeconds',
  'offset',
  'opens',
  'organisationName',
  'outsideUrl',
  'p256dh',
  'password',
  'permissions',
  'phone',
  'place',
  'placeDetail',
  'plan',
  'push',
  'reach',
  'remember',
  'reminders',
  'revision',
  'rights',
  'role',
  'rule',
  'scope',
  'score',
  'seats',
  'seq',
  'sha256',
  'shownName',
  'side',
  'sidePx',
  'since',
  'site',
  'sites',
  'sizeBytes',
  'sound',
  'start',
  'startsAt',
  'state',
  'steps',
  'subAccountName',
  'text',
  'texts',
  'timeZone',
  'title',
  'to',
  'toMinute',
  'today',
  'until',
  'url',
  'version',
  'visitorsChoose',
  'waitMs',
  'whenNobody',
  'why',
  'word',
  'words',
  'zone',
]

const leaves = allRoutes.flatMap((route) => fieldsOf(route).filter(isLeaf))
const isIdName = (name: string): name is (typeof idNames)[number] => idNames.some((known) => known === name)

test('[A2] every field of every door is known to name a thing or to name none', () => {
  assert.deepEqual([...new Set(leaves.map(nameOf))].sort(), [...idNames, ...provenApart, ...plain].sort())
  for (const field of leaves)
    if (field.shape.format === 'uuid' || /id$/i.test(nameOf(field)))
      assert.ok(!plain.includes(nameOf(field)), `${field.route} ${placeOf(field)} is an id`)
})

const chosenIds = [
  ...['agentId', 'appointmentId', 'channelId', 'conversationId', 'questionnaireId', 'reasonId', 'subAccountId'],
]
/**
 * Chosen in a form or a list: the answer is about that field, and each is proven below, an heir in agents/remove-agent.db.test.ts, what
 * is given to others in appointments/reassigning/reassign.db.test.ts.
 */
const isChoice = (leaf: Field): boolean =>
  (chosenIds.includes(nameOf(leaf)) && leaf.part !== 'params') ||
  // What the end of a questionnaire leads to: in questionnaires/drafts.db.test.ts.
  /\bflow\b/.test(placeOf(leaf))

/**
 * Who is gone is nobody's any more, except for the door that brings them back; and whoever takes a channel elsewhere has every
 * sub-account: those of one are refused in channels/pause-and-move.db.test.ts.
 */
const strangersAt = (route: RouteKey, name: (typeof idNames)[number]): Record<string, unknown> => {
  const { removed: _, ...others } = strangers[name]
  if (name === 'agentId' && route.endsWith('/restoration')) return others
  const { 'another sub-account': __, ...ofOthers } = strangers[name]
  return name === 'channelId' && route.endsWith('/channels/:channelId/sub-account') ? ofOthers : strangers[name]
}

for (const field of leaves.filter((leaf) => isIdName(nameOf(leaf)) && !isDoorToAll(leaf) && !isChoice(leaf)))
  test(`[A2] ${field.route}: ${placeOf(field)} of another answers as if there were none, and nothing is written`, async () => {
    const name = nameOf(field)
    assert.ok(isIdName(name))
    const wish = await specimenOf(field.route)
    const missing = name === 'token' ? newToken() : name === 'channelKey' ? 'A'.repeat(22) : uuid7()
    const malformed = name === 'token' ? brokenTokens : brokenIds
    const untouched = await rows.read()
    const expected = await make(cast.origin, tampered(wish, field, missing))
    assert.match(
      verdictOf(expected),
      /^404 (request\.not-found|invitations\.unknown|(accounts|appointments)\.link-unknown)$/,
    )
    for (const [whose, id] of Object.entries({ ...strangersAt(field.route, name), ...malformed })) {
      const answer = await make(cast.origin, tampered(wish, field, id))
      assert.equal(verdictOf(answer), verdictOf(expected), whose)
      assert.equal(answer.text, expected.text, `${whose}: the same body`)
    }
    assert.deepEqual(changesBetween(untouched, await rows.read()), [])
    const own = await make(cast.origin, wish)
    assert.equal(own.status, 200, `control: their own is granted (${own.text})`)
  })

/** A channel is public: whoever brings a secret there is a visitor, of that channel alone. */
function isDoorToAll(field: Field): boolean {
  return nameOf(field) === 'channelKey' && routes[field.route].who === 'visitor'
}

for (const field of leaves.filter(isDoorToAll))
  test(`[A2] ${field.route}: at another channel a visitor's secret is a stranger's`, async () => {
    const wish = await specimenOf(field.route)
    for (const channelKey of [cast.lille.channelKey, cast.nice.channelKey]) {
      const [mine, anybodys] = [wish.by, newPasser(cast.lyon)].map((by) => ({
        ...tampered(wish, field, channelKey),
        by,
      }))
      const [answer, expected] = [await make(cast.origin, mine ?? wish), await make(cast.origin, anybodys ?? wish)]
      assert.equal(verdictOf(answer), verdictOf(expected))
      assert.equal(shapeOf(answer.text), shapeOf(expected.text))
    }
    for (const channelKey of ['A'.repeat(22), 'A', 'A'.repeat(23), '%00', '../../session'])
      assert.equal(verdictOf(await make(cast.origin, tampered(wish, field, channelKey))), '404 request.not-found')
    assert.equal((await make(cast.origin, wish)).status, 200, 'control: at its own channel it is known')
  })

test('[A2] an invitation for a sub-account that is not theirs to give is refused alike, whoever’s it is', async () => {
  const route = 'POST /organisations/:organisationId/invitations'
  const wish = await specimenOf(route)
  const into = (by: Wish['by'], id: string) =>
    // Whom they would advise belongs to the specimen's own sub-account.
    make(cast.origin, { ...wish, by, body: { ...Object(wish.body), subAccountId: id, questionnaireIds: [] } })
  const untouched = await rows.read()
  const [missing, ofSister, ofOthers] = [uuid7(), cast.lille.id, cast.nice.id]

  const refusedMarc = await into(cast.marc, missing)
  assert.equal(verdictOf(refusedMarc), '403 agents.above-you')
  for (const id of [ofSister, ofOthers]) assert.equal((await into(cast.marc, id)).text, refusedMarc.text)

  const refusedAda = await into(cast.ada, missing)
  assert.equal(verdictOf(refusedAda), '404 request.not-found')
  assert.equal((await into(cast.ada, ofOthers)).text, refusedAda.text)
  assert.equal(verdictOf(await into(cast.ada, 'lyon')), '422 request.invalid')
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])

  assert.equal((await into(cast.ada, ofSister)).status, 200, 'control: it is hers to give')
})

test('[A2] a sub-account or questionnaire chosen for something is refused alike, whoever’s it is, and nothing is written', async () => {
  const { marc, ben, ada, lille, nice, lyon } = cast
  const choices: {
    route: RouteKey
    by: Wish['by']
    at: ['body' | 'query', string]
    foreign: unknown[]
    own: unknown
  }[] = [
    {
      route: 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving',
      by: ada,
      at: ['body', 'heirSubAccountId'],
      foreign: [nice.id],
      own: lille.id,
    },
    {
      route: 'POST /organisations/:organisationId/questionnaires',
      by: marc,
      at: ['body', 'subAccountId'],
      foreign: [lille.id, nice.id],
      own: lyon.id,
    },
    {
      route: 'POST /organisations/:organisationId/channels',
      by: marc,
      at: ['body', 'subAccountId'],
      foreign: [lille.id, nice.id],
      own: lyon.id,
    },
    {
      route: 'PUT /organisations/:organisationId/channels/:channelId/sub-account',
      by: ada,
      at: ['body', 'subAccountId'],
      foreign: [nice.id],
      own: lille.id,
    },
    {
      route: 'POST /organisations/:organisationId/shortcuts',
      by: marc,
      at: ['body', 'subAccountId'],
      foreign: [lille.id, nice.id],
      own: lyon.id,
    },
    {
      route: 'POST /organisations/:organisationId/appointment-reasons',
      by: marc,
      at: ['body', 'subAccountId'],
      foreign: [lille.id, nice.id],
      own: lyon.id,
    },
    {
      route: 'POST /organisations/:organisationId/shortcuts/import',
      by: marc,
      at: ['body', 'subAccountId'],
      foreign: [lille.id, nice.id],
      own: lyon.id,
    },
    {
      route: 'PUT /organisations/:organisationId/me/preferences',
      by: ben,
      at: ['body', 'shownSubAccountId'],
      foreign: [lille.id, nice.id],
      own: lyon.id,
    },
    ...(await Promise.all(narrowed.map(narrowings))).flat(),
    // The last: from then on, whoever writes to Lyon waits for advisors.
    {
      route: 'PUT /organisations/:organisationId/channels/:channelId',
      by: marc,
      at: ['body', 'questionnaireId'],
      foreign: Object.values(strangers.questionnaireId),
      own: await questionnaireOf(marc, lyon.id),
    },
  ]
  for (const { route, by, at, foreign, own } of choices) {
    const [part, name] = at
    const wish = { ...(await specimenOf(route)), by }
    const choosing = (id: unknown) => make(cast.origin, { ...wish, [part]: withValue(wish[part], [name], id) })
    const untouched = await rows.read()
    const expected = await choosing(uuid7())
    assert.match(verdictOf(expected), /^(404 request\.not-found|422 questionnaires\.unknown)$/, route)
    for (const id of foreign) assert.equal((await choosing(id)).text, expected.text, route)
    assert.equal(verdictOf(await choosing('lyon')), '422 request.invalid', route)
    assert.deepEqual(changesBetween(untouched, await rows.read()), [], route)
    const granted = await choosing(own)
    assert.equal(granted.status, 200, `control: their own is granted (${granted.text})`)
  }
  // What follows is about conversations that anybody of Lyon may take.
  const channel = await specimenOf('PUT /organisations/:organisationId/channels/:channelId')
  await make(cast.origin, { ...channel, body: withValue(channel.body, ['questionnaireId'], null) })
})

test('[A2] what is booked, with whom and in which conversation answers alike when it is out of reach, whoever’s it is', async () => {
  const { marc, lou, olga, remi } = cast
  const { 'a colleague': _, ...outOfReach } = strangers.conversationId
  const foreign = {
    reasonId: Object.values(strangers.reasonId),
    agentId: [lou.agentId, olga.agentId, remi.agentId],
    conversationId: Object.values(outOfReach),
  }
  const byMarc = { ...(await specimenOf('POST /organisations/:organisationId/appointments')), by: marc }
  const byVisitor = await specimenOf('PUT /widget/:channelKey/bookings/:bookingId')
  for (const [wish, name] of [
    ...[[byMarc, 'reasonId'] as const, [byMarc, 'agentId'] as const, [byMarc, 'conversationId'] as const],
    [byVisitor, 'reasonId'] as const,
  ]) {
    const choosing = (id: unknown) => make(cast.origin, { ...wish, body: withValue(wish.body, [name], id) })
    const untouched = await rows.read()
    const expected = await choosing(uuid7())
    assert.equal(verdictOf(expected), '404 request.not-found', `${wish.route} ${name}`)
    for (const id of foreign[name]) assert.equal((await choosing(id)).text, expected.text, `${wish.route} ${name}`)
    assert.equal(verdictOf(await choosing('lyon')), '422 request.invalid', `${wish.route} ${name}`)
    assert.deepEqual(changesBetween(untouched, await rows.read()), [], `${wish.route} ${name}`)
  }
  for (const wish of [byMarc, byVisitor]) {
    const granted = await make(cast.origin, wish)
    assert.equal(granted.status, 200, `control: their own is granted (${granted.text})`)
  }
})

test('[A2] whoever cannot receive a conversation, being unknown to who hands it on, answers alike, whoever they are', async () => {
  const { marc, chloe, lou, olga, remi, lille, nice } = cast
  const route = 'POST /organisations/:organisationId/conversations/:conversationId/transfer'
  const wish = { ...(await specimenOf(route)), by: marc }
  const to = (body: Record<string, unknown>) => make(cast.origin, { ...wish, body })
  const untouched = await rows.read()
  const missing = { agentId: await to({ agentId: uuid7() }), subAccountId: await to({ subAccountId: uuid7() }) }
  for (const [field, foreign] of [
    ['agentId', [lou.agentId, olga.agentId, remi.agentId]],
    ['subAccountId', [lille.id, nice.id]],
  ] as const) {
    assert.equal(verdictOf(missing[field]), '404 request.not-found')
    for (const id of foreign) assert.equal((await to({ [field]: id })).text, missing[field].text)
    assert.equal(verdictOf(await to({ [field]: 'lyon' })), '422 request.invalid')
  }
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])
  assert.equal((await to({ agentId: chloe.agentId })).status, 200, 'control: he knows Chloé')
})

/** The doors that answer with conversations in reach, narrowed by what the reader reaches. */
const narrowed = [
  'GET /organisations/:organisationId/conversations',
  'GET /organisations/:organisationId/search/visitors',
  'GET /organisations/:organisationId/search/messages',
] as const

async function narrowings(route: (typeof narrowed)[number]) {
  const { ben, marc, lille, nice, lyon } = cast
  const by = ben
  const ownQuestionnaire = await questionnaireOf(marc, lyon.id)
  const at = <Name extends string>(name: Name): ['query', Name] => ['query', name]
  return [
    { route, by, at: at('subAccountId'), foreign: [lille.id, nice.id], own: lyon.id },
    { route, by, at: at('channelId'), foreign: [lille.channelId, nice.channelId], own: lyon.channelId },
    { route, by, at: at('questionnaireId'), foreign: Object.values(strangers.questionnaireId), own: ownQuestionnaire },
  ]
}

test('[A2] [N3] a list of what somebody handled is as empty for who is out of reach as for nobody', async () => {
  const { ben, chloe, lyon, lille, lou, nice, olga, origin } = cast
  await scene.talk(lyon, ben, 'closed')
  await scene.talk(lyon, chloe, 'closed')
  await scene.talk(lille, lou, 'closed')
  await scene.talk(nice, olga, 'closed')
  for (const route of narrowed) {
    const foundBy = async (assigneeId: string) =>
      (
        await make(origin, {
          route,
          by: ben,
          params: { organisationId: cast.verdier.id },
          query: { ...(route.endsWith('/conversations') ? {} : { text: 'vert' }), assigneeId },
        })
      ).text
    const expected = await foundBy(uuid7())
    for (const { agentId } of [chloe, lou, olga]) assert.equal(await foundBy(agentId), expected, route)
    if (!route.endsWith('/visitors')) assert.notEqual(await foundBy(ben.agentId), expected, 'control: his own is there')
  }
})

test('[A2] a message id that somebody else has used is a new message, and shows nothing of theirs', async () => {
  const { ben, chloe, lyon, origin, nice, olga } = cast
  const route = 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId'
  const secret = 'Le code de la porte est 4711'
  const used = newClientMessageId()
  const say = async (by: typeof ben, at: Awaited<ReturnType<Scene['talk']>>, text: string) =>
    grant(origin, {
      route,
      by,
      params: { organisationId: at.organisationId, conversationId: at.conversationId, clientMessageId: used },
      body: { text, kind: 'text' },
    })
  await say(chloe, await scene.talk(lyon, chloe, 'open'), secret)
  await say(olga, await scene.talk(nice, olga, 'open'), secret)
  const mine = await scene.talk(lyon, ben, 'open')
  const { message } = await say(ben, mine, 'Bonjour')
  assert.equal(message.text, 'Bonjour')
  assert.equal(
    (await say(ben, mine, 'Bonjour')).message.id,
    message.id,
    'control: one’s own id again is one’s own message',
  )
  const spoken = await grant(origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: mine.visitor,
    params: { channelKey: lyon.channelKey, clientMessageId: used },
    body: { text: 'Moi aussi', locale: 'fr', page: null },
  })
  assert.equal(spoken.message.text, 'Moi aussi')
})

test('[A2] a page of closed conversations is the reader’s own, wherever it is asked to begin', async () => {
  const { ben, chloe, lyon, lille, lou, nice, olga, origin } = cast
  const mine = await scene.talk(lyon, ben, 'closed')
  const foreign = [
    await scene.talk(lyon, chloe, 'closed'),
    await scene.talk(lille, lou, 'closed'),
    await scene.talk(nice, olga, 'closed'),
  ]
  const pageAfter = (beforeId: string) =>
    grant(origin, {
      route: 'GET /organisations/:organisationId/conversations',
      by: ben,
      params: { organisationId: cast.verdier.id },
      query: { closedBefore: '2999-01-01T00:00:00.000Z', beforeId },
    })
  const expected = await pageAfter(uuid7())
  assert.ok(
    expected.conversations.some(({ id }) => id === mine.conversationId),
    'control: his own is on the page',
  )
  for (const { conversationId } of foreign) assert.deepEqual(await pageAfter(conversationId), expected)
})

test('[A3] a poll for streams of which one is not the reader’s answers for none of them', async () => {
  const { ben, lille, nice, verdier, origin, lyon } = cast
  const route = 'POST /organisations/:organisationId/poll'
  const { conversationId } = await scene.talk(lyon, ben)
  await cast.comptoir.platform.events.settle()
  const cursors = (...streams: string[]) =>
    streams.map((stream) => ({ stream, epoch: cast.comptoir.platform.events.epoch, since: 0 }))
  const own = ['organisation', `sub-account:${lyon.id}`]
  const poll = async (...streams: string[]) => {
    const body = { cursors: cursors(...streams), waitMs: 0 }
    return (await grant(origin, { route, by: ben, params: { organisationId: verdier.id }, body })).frames
  }
  assert.ok(
    (await poll(...own)).some((frame) => frame.type === 'events'),
    'control: his own alone are answered',
  )
  for (const foreign of [lille.id, nice.id, uuid7()]
    .map((id) => `sub-account:${id}`)
    .concat(`conversation:${conversationId}`))
    for (const streams of [[...own, foreign], [foreign, ...own], [foreign]])
      assert.deepEqual(
        (await poll(...streams)).map((frame) => frame.type === 'resync' && [frame.stream, frame.reason]),
        streams.map((stream) => [stream, 'unknown-stream']),
      )
})

test('[A3] a sub-account that is not there, or another house’s, is nobody’s to follow, whoever may read all of them', async () => {
  const { ada, milo, origin, verdier, lyon, lille, nice } = cast
  const poll = async (by: Engaged, ...ids: string[]) => {
    const { epoch } = cast.comptoir.platform.events
    const cursors = ids.map((id) => ({ stream: `sub-account:${id}`, epoch, since: 0 }))
    const body = { cursors, waitMs: 0 }
    const params = { organisationId: verdier.id }
    const { frames } = await grant(origin, { route: 'POST /organisations/:organisationId/poll', by, params, body })
    return frames.filter(({ type }) => type === 'resync').length
  }
  for (const by of [ada, milo]) {
    assert.equal(await poll(by, lyon.id, lille.id), 0, 'control: theirs are answered')
    for (const foreign of [nice.id, uuid7()]) assert.equal(await poll(by, lyon.id, foreign), 2)
  }
})

test('[A3] a visitor’s poll for another’s conversation answers for none', async () => {
  const { ben, lyon, nice, olga, origin, verdier } = cast
  const [mine, neighbours, others] = [
    await scene.talk(lyon, ben),
    await scene.talk(lyon, ben),
    await scene.talk(nice, olga),
  ]
  await cast.comptoir.platform.events.settle()
  const route = 'POST /widget/:channelKey/poll'
  const params = { channelKey: lyon.channelKey }
  const poll = async (...streams: string[]) => {
    const { epoch } = cast.comptoir.platform.events
    const cursors = streams.map((stream) => ({ stream, epoch, since: 0 }))
    return (await grant(origin, { route, by: mine.visitor, params, body: { cursors, waitMs: 0 } })).frames
  }
  const own = `conversation:${mine.conversationId}`
  assert.ok(
    (await poll(own)).some((frame) => frame.type === 'events'),
    'control: their own is answered',
  )
  for (const foreign of [
    `conversation:${neighbours.conversationId}`,
    `conversation:${others.conversationId}`,
    `conversation:${uuid7()}`,
    `sub-account:${lyon.id}`,
    `sub-account:${verdier.id}`,
    'organisation',
  ])
    assert.deepEqual(
      (await poll(own, foreign)).map((frame) => frame.type === 'resync' && [frame.stream, frame.reason]),
      [own, foreign].map((stream) => [stream, 'unknown-stream']),
    )
})

const specimenOf = async <K extends RouteKey>(route: K): Promise<Wish> =>
  // A wish of one door is a wish.
  (await specimens[route]({ cast, scene })) as WishOf<K> as Wish

const tampered = (wish: Wish, { part, path }: Field, value: unknown): Wish => ({
  ...wish,
  // A part of a wish stays an object when one of its fields is replaced.
  [part]: withValue(wish[part], path, value),
})

/** Two answers that tell of different things in the same way: ids, instants and epochs taken out. */
const shapeOf = (text: string): string =>
  text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z|"ticket":"[^"]+"/g, '…')

const brokenIds = {
  'a word': 'ben',
  'a blank': ' ',
  'a number': 1,
  'half an id': uuid7().slice(0, 18),
  'a path': '../me',
  'a long one': `${uuid7()}0`,
}
const brokenTokens = {
  'none at all': undefined,
  null: null,
  blank: '',
  'cut short': newToken().slice(0, 42),
  'a list': [newToken()],
  'an object': { token: newToken() },
  'a number': 7,
  true: true,
}

/** One of each that the specimens' authors (Marc and Ben of Lyon, Ada) must not reach: foreign, gone, or above them. */
/** A file that a visitor sent. */
async function fileIn({ visitor }: Talk): Promise<string> {
  const { id } = await uploader(cast.origin, { by: visitor }).sendGranted(aFile('plage.png', await aPhoto()))
  await grant(cast.origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: visitor,
    params: { channelKey: visitor.channelKey, clientMessageId: newClientMessageId() },
    body: { text: '', locale: 'fr', page: null, fileIds: [id] },
  })
  return id
}

async function standIns(): Promise<StandIns> {
  const { origin, comptoir, verdier, elsewhere, lyon, lille, nice, ada, milo, lou, remi, chloe, oscar, olga } = cast
  const revoke = (invitationId: string) =>
    grant(origin, {
      route: 'DELETE /organisations/:organisationId/invitations/:invitationId',
      by: ada,
      params: { organisationId: verdier.id, invitationId },
    })
  const ofLille = await scene.invite(ada, { subAccountId: lille.id })
  const ofAdministrators = await scene.invite(ada, { role: 'administrator' })
  const ofOthers = await scene.invite(oscar, { subAccountId: nice.id })
  const revoked = await scene.invite(ada, { subAccountId: lyon.id })
  await revoke(revoked.id)
  const replaced = await scene.invite(ada, { subAccountId: lille.id })
  await grant(origin, {
    route: 'POST /organisations/:organisationId/invitations/:invitationId/resending',
    by: ada,
    params: { organisationId: verdier.id, invitationId: replaced.id },
    body: { letter: true, locale: 'fr' },
  })
  // Invited before there was an account: a known address joins at once.
  const accepted = await scene.invite(ada, { subAccountId: lille.id })
  const joining = await signUp(comptoir, 'Jo Joint', accepted.email)
  await grant(origin, {
    route: 'POST /invitation-links/acceptance',
    by: joining,
    body: { token: accepted.token, account: null },
  })
  return {
    organisationId: { 'another organisation': elsewhere.id, nil: '00000000-0000-0000-0000-000000000000' },
    agentId: {
      'another sub-account': lou.agentId,
      'another organisation': olga.agentId,
      removed: remi.agentId,
      'an administrator above': ada.agentId,
      'a moderator above': milo.agentId,
    },
    channelId: { 'another sub-account': lille.channelId, 'another organisation': nice.channelId },
    apiKeyId: {
      'a colleague': (await makeKey(cast, chloe, ['conversations:read'])).key.id,
      'somebody above': (await makeKey(cast, ada, ['people:read'])).key.id,
      'another organisation': (await makeKey(cast, oscar, ['people:read'])).key.id,
    },
    subscriptionId: {
      'a colleague': await subscriptionOf(chloe),
      'somebody above': await subscriptionOf(ada),
      'another organisation': await subscriptionOf(oscar),
    },
    channelKey: {},
    conversationId: {
      'a colleague': (await scene.talk(lyon, chloe, 'closed')).conversationId,
      'another sub-account': (await scene.talk(lille, lou, 'open')).conversationId,
      'another organisation': (await scene.talk(nice, olga, 'open')).conversationId,
      'another organisation, waiting': (await scene.talk(nice, olga)).conversationId,
    },
    fileId: {
      'a colleague’s conversation': await fileIn(await scene.talk(lyon, chloe, 'open')),
      'another visitor': await fileIn(await scene.talk(lyon, chloe)),
      'another sub-account': await fileIn(await scene.talk(lille, lou, 'open')),
      'another organisation': await fileIn(await scene.talk(nice, olga, 'open')),
    },
    invitationId: {
      'another sub-account': ofLille.id,
      'another organisation': ofOthers.id,
      'a role above': ofAdministrators.id,
      revoked: revoked.id,
      accepted: accepted.id,
    },
    questionnaireId: {
      'another sub-account': await questionnaireOf(ada, lille.id),
      'another organisation': await questionnaireOf(oscar, nice.id),
    },
    reasonId: {
      'another sub-account': await reasonOf(ada, lille.id),
      'another organisation': await reasonOf(oscar, nice.id),
    },
    appointmentId: {
      'another sub-account': await appointmentOf(ada, lille.id),
      'another organisation': await appointmentOf(oscar, nice.id),
    },
    openingId: {
      'another sub-account': await openingOf(ada, lou.agentId),
      'another organisation': await openingOf(oscar, olga.agentId),
      'a colleague': await openingOf(ada, chloe.agentId),
    },
    shortcutId: {
      'another sub-account': await shortcutOf(ada, { scope: 'sub-account', subAccountId: lille.id }),
      'another organisation': await shortcutOf(oscar, { scope: 'organisation', subAccountId: null }),
      'a colleague’s own': await shortcutOf(chloe, { scope: 'own', subAccountId: null }),
    },
    roleId: { 'another organisation': await roleOf(oscar), removed: await removedRoleOf(ada) },
    subAccountId: { 'another organisation': nice.id },
    letterId: { 'another organisation': ofOthers.letterId, cancelled: revoked.letterId },
    token: { revoked: revoked.token, replaced: replaced.token, accepted: accepted.token },
  }
}

const questionnaireOf = async (by: Engaged, subAccountId: string): Promise<string> =>
  (
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/questionnaires',
      by,
      params: { organisationId: by.organisationId },
      body: { name: `Devis ${newClientMessageId()}`, subAccountId },
    })
  ).id

const reasonOf = async (by: Engaged, subAccountId: string): Promise<string> => {
  const { body } = await specimens['POST /organisations/:organisationId/appointment-reasons']({ cast, scene })
  const { id } = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointment-reasons',
    by,
    params: { organisationId: by.organisationId },
    body: { ...body, subAccountId, takerIds: null },
  })
  return id
}

/** With somebody new who receives there. */
const appointmentOf = async (by: Engaged, subAccountId: SubAccountId): Promise<string> => {
  const agent = await engage(cast.comptoir, by.organisationId, 'Zoé Zola', {
    role: 'agent',
    subAccountId,
    modules: ['appointments'],
  })
  const { body } = await specimens['POST /organisations/:organisationId/appointments']({ cast, scene })
  const { id } = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments',
    by,
    params: { organisationId: by.organisationId },
    body: {
      ...body,
      reasonId: await reasonOf(by, subAccountId),
      agentId: agent.agentId,
      bookingId: uuid7(),
      despite: ['closed'],
    },
  })
  return id
}

const openingOf = async (by: Engaged, agentId: string): Promise<string> => {
  const { body } = await specimens['POST /organisations/:organisationId/agents/:agentId/calendar/openings']({
    cast,
    scene,
  })
  const { id } = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/calendar/openings',
    by,
    params: { organisationId: by.organisationId, agentId },
    body,
  })
  return id
}

const shortcutOf = async (
  by: Engaged,
  owner: { scope: 'own' | 'sub-account' | 'organisation'; subAccountId: string | null },
): Promise<string> =>
  (
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/shortcuts',
      by,
      params: { organisationId: by.organisationId },
      body: { ...owner, key: `mot-${newClientMessageId()}`.slice(0, 40), texts: [{ language: 'fr', text: 'Bonjour' }] },
    })
  ).id

const roleOf = async (by: Engaged): Promise<string> =>
  (
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/roles',
      by,
      params: { organisationId: by.organisationId },
      body: { name: `Renfort ${newClientMessageId()}`, model: 'agent', permissions: [], modules: [] },
    })
  ).id

async function removedRoleOf(by: Engaged): Promise<string> {
  const roleId = await roleOf(by)
  const params = { organisationId: by.organisationId, roleId }
  await grant(cast.origin, { route: 'DELETE /organisations/:organisationId/roles/:roleId', by, params })
  return roleId
}

async function subscriptionOf(by: Engaged): Promise<string> {
  const { id } = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/me/push-subscriptions',
    by,
    params: { organisationId: by.organisationId },
    body: cast.pushService.subscribe().subscription,
  })
  return id
}
