import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RouteKey } from '#contract/routes.ts'
import { findActor } from '#server/domains/agents/index.ts'
import { answerHandlers } from '#server/domains/answers/http.ts'
import { appointmentHandlers } from '#server/domains/appointments/booking/http.ts'
import { calendarHandlers } from '#server/domains/appointments/calendars/http.ts'
import { judgeProposal, reasonsToBook } from '#server/domains/appointments/index.ts'
import { reasonHandlers } from '#server/domains/appointments/reasons/http.ts'
import { type Actor, nowhere } from '#server/domains/callers.ts'
import { channelHandlers } from '#server/domains/channels/http.ts'
import { aboutHandlers } from '#server/domains/conversations/about/http.ts'
import { conversationHandlers } from '#server/domains/conversations/http.ts'
import { conversationsOfFiles, followChannel } from '#server/domains/conversations/index.ts'
import { searchHandlers } from '#server/domains/conversations/search/http.ts'
import { transferHandlers } from '#server/domains/conversations/transfer-http.ts'
import { wordsHandlers } from '#server/domains/conversations/words-http.ts'
import { fileHandlers } from '#server/domains/files/http.ts'
import { draftHandlers } from '#server/domains/questionnaires/draft-http.ts'
import { questionnaireHandlers } from '#server/domains/questionnaires/http.ts'
import { routingHandlers } from '#server/domains/routing/http.ts'
import { shortcutHandlers } from '#server/domains/shortcuts/http.ts'
import type { AnyHandler } from '#server/platform/http/door.ts'
import { Refusal } from '#server/platform/refusal.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { untilQuiet } from '#server/testing/quiet.ts'
import { createScene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { aFile, uploader } from '#server/testing/uploading.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId'
const ofConversation = `${ofHouse}/conversations/:conversationId`

/** Every door by which an agent reads conversations, and what is asked there. */
const reads: Partial<Record<RouteKey, object>> = {
  [`GET ${ofHouse}/inbox`]: {},
  [`GET ${ofHouse}/conversations`]: {},
  [`GET ${ofConversation}`]: {},
  [`GET ${ofConversation}/messages`]: {},
  [`GET ${ofConversation}/files`]: {},
  [`GET ${ofConversation}/files/:fileId`]: {},
  [`GET ${ofConversation}/about`]: {},
  [`GET ${ofConversation}/appointments`]: {},
  [`GET ${ofConversation}/answers`]: {},
  [`GET ${ofConversation}/words/:seq/versions`]: {},
  [`GET ${ofConversation}/readers`]: {},
  [`GET ${ofConversation}/transfer-candidates`]: {},
  [`GET ${ofConversation}/routing`]: {},
  [`GET ${ofHouse}/queue`]: {},
  [`GET ${ofHouse}/search/visitors`]: { text: 'Vera' },
  [`GET ${ofHouse}/search/messages`]: { text: 'bonjour' },
}

let cast: Cast
let handlers: Partial<Record<RouteKey, AnyHandler>>
before(async () => {
  cast = await openCast()
  const { platform } = cast.comptoir
  // Each handler was checked against its own door; here they are called as one kind.
  handlers = {
    ...conversationHandlers({ ...platform, judgeProposal }),
    ...aboutHandlers(platform),
    ...answerHandlers({ ...platform, reasonsToBook }),
    ...wordsHandlers(platform),
    ...searchHandlers(platform),
    ...transferHandlers(platform),
    ...routingHandlers(platform),
    ...shortcutHandlers(platform),
    ...channelHandlers({ ...platform, follower: followChannel(platform) }),
    ...questionnaireHandlers(platform),
    ...draftHandlers({ ...platform, reasonsToBook }),
    ...reasonHandlers(platform),
    ...calendarHandlers({ ...platform, trustedCalendars: [] }),
    ...appointmentHandlers({ ...platform, mailFrom: 'comptoir@verdier.example' }),
    ...fileHandlers({ ...platform, conversations: conversationsOfFiles }),
  } as unknown as Partial<Record<RouteKey, AnyHandler>>
})
after(() => cast.comptoir.stop())

/** Somebody who runs conversations, with one of each kind to read. */
async function atWork() {
  const scene = createScene(cast)
  const reader = await engage(cast.comptoir, cast.verdier.id, 'Rita Lire', { role: 'administrator' })
  await scene.talk(cast.lyon, reader)
  await scene.talk(cast.lyon, reader, 'closed')
  const { conversationId, visitor } = await scene.talk(cast.lyon, reader, 'open')
  const params = { organisationId: reader.organisationId, conversationId }
  await grant(cast.origin, {
    route: `PUT ${ofConversation}/visitor`,
    by: reader,
    params,
    body: { name: 'Vera', email: null },
  })
  const { id: fileId } = await uploader(cast.origin, { by: visitor }).sendGranted(aFile('thé.txt', 'Sencha'))
  const { message } = await grant(cast.origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: visitor,
    params: { channelKey: visitor.channelKey, clientMessageId: newClientMessageId() },
    body: { text: '', fileIds: [fileId], locale: 'fr', page: null },
  })
  return { reader, params: { ...params, fileId, seq: message.seq } }
}

const toNobody = { agentId: null, subAccountId: null, note: '' }

/** Who knocks, as they are now. */
async function recognised(agent: Engaged): Promise<Actor> {
  const actor = await findActor({ ...agent, origin: nowhere, limitKey: '' }, cast.verdier.id, cast.comptoir.platform)
  return actor ?? assert.fail('nobody')
}

interface Wish {
  params: object
  query?: object
  body?: object
}

/** What a door answers to somebody as they were when they knocked; the code of its no. */
async function answerTo(caller: Actor, route: RouteKey, wish: Wish): Promise<unknown> {
  const handler = handlers[route] ?? assert.fail(`${route} is not among these doors`)
  // What a reading handler takes of a knock and an answer is no more than this.
  const knock = {
    ...wish,
    caller,
    knock: { locale: 'fr' },
    answer: { file: () => {} },
  } as unknown as Parameters<AnyHandler>[0]
  try {
    const read = await handler(knock)
    return JSON.parse(JSON.stringify(read))
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('[A5] rights that end between the knock and the reading show nothing at any door that conversations are read by', async () => {
  const { reader, params } = await atWork()
  const knocking = await recognised(reader)
  const ask = (caller: Actor, route: RouteKey, query: object) => answerTo(caller, route, { params, query })
  const doors = Object.entries(reads) as [RouteKey, object][]
  const before = new Map<RouteKey, unknown>()
  for (const [route, query] of doors) before.set(route, await ask(knocking, route, query))

  await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: cast.ada,
    params: reader,
    body: { active: false },
  })
  const knockingAnew = await recognised(reader)
  // What is numbered between two readings moves their cursors.
  await untilQuiet(cast.comptoir)
  for (const [route, query] of doors) {
    assert.notEqual(typeof before.get(route), 'string', `control: ${route} was answered`)
    const read = await ask(knocking, route, query)
    assert.deepEqual(read, await ask(knockingAnew, route, query), `${route}: as whoever knocks now is answered`)
    assert.notDeepEqual(read, before.get(route), `control: ${route} showed something before`)
  }
})

test('[A5] nor do settings and calendars: what is shared, and whose times one sees, is read with the rights of that instant', async () => {
  const { comptoir, lyon, verdier } = cast
  const sami = await engage(comptoir, verdier.id, 'Sami Seul', { role: 'manager', subAccountId: lyon.id })
  const knocking = await recognised(sami)
  const doors: RouteKey[] = [
    `GET ${ofHouse}/channels`,
    `GET ${ofHouse}/channels/:channelId/holdings`,
    `GET ${ofHouse}/channels/:channelId/routing`,
    `GET ${ofHouse}/questionnaires`,
    `GET ${ofHouse}/shortcuts`,
    `GET ${ofHouse}/appointment-reasons`,
    `GET ${ofHouse}/appointments/calendar`,
    `GET ${ofHouse}/agents/:agentId/calendar`,
  ]
  const wish = {
    params: { organisationId: verdier.id, channelId: lyon.channelId, agentId: cast.ben.agentId },
    // Of those doors that ask for a time.
    query: { from: '2026-03-02T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' },
  }
  const before = new Map<RouteKey, unknown>()
  for (const route of doors) before.set(route, await answerTo(knocking, route, wish))
  await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
    db
      .updateTable('agents')
      .set({ role: 'agent', modules: ['conversations', 'shortcuts'] })
      .where('organisation_id', '=', verdier.id)
      .where('id', '=', sami.agentId)
      .execute(),
  )
  const knockingAnew = await recognised(sami)
  for (const route of doors) {
    assert.notEqual(typeof before.get(route), 'string', `control: ${route} was answered`)
    const read = await answerTo(knocking, route, wish)
    assert.deepEqual(read, await answerTo(knockingAnew, route, wish), `${route}: as whoever knocks now is answered`)
    assert.notDeepEqual(read, before.get(route), `control: ${route} showed something before`)
  }
})

test('[A5] whoever acts is answered by the rights they act with, not by those they knocked with', async () => {
  const { comptoir, lyon, verdier } = cast
  const mona = await engage(comptoir, verdier.id, 'Mona Muse', { role: 'manager', subAccountId: lyon.id })
  const { conversationId } = await createScene(cast).talk(lyon, mona, 'open')
  const knocking = await recognised(mona)
  const note = { text: 'À rappeler', kind: 'note', fileIds: [], mentions: [] }
  const inConversation = { organisationId: verdier.id, conversationId }
  const acts: [RouteKey, () => Wish][] = [
    [
      `PUT ${ofConversation}/messages/:clientMessageId`,
      () => ({ params: { ...inConversation, clientMessageId: newClientMessageId() }, body: note }),
    ],
    [`PUT ${ofConversation}/visitor`, () => ({ params: inConversation, body: { name: 'Vera', email: null } })],
    [
      `POST ${ofConversation}/transfer`,
      () => ({ params: inConversation, body: { ...toNobody, agentId: mona.agentId } }),
    ],
    [`POST ${ofConversation}/closure`, () => ({ params: inConversation })],
    [`POST ${ofConversation}/reopening`, () => ({ params: inConversation })],
  ]
  const mayExplain = async () => {
    const seen: [string, unknown][] = []
    for (const [route, wish] of acts) {
      const answer = Object(await answerTo(knocking, route, wish()))
      seen.push([route, Object((answer.conversation ?? answer).may).explain])
    }
    return seen
  }
  assert.deepEqual(
    await mayExplain(),
    acts.map(([route]) => [route, true]),
    'control: a manager may',
  )
  await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
    db
      .updateTable('agents')
      .set({ role: 'agent' })
      .where('organisation_id', '=', verdier.id)
      .where('id', '=', mona.agentId)
      .execute(),
  )
  assert.deepEqual(
    await mayExplain(),
    acts.map(([route]) => [route, false]),
  )
})

test('[A5] every door that agents read conversations by is among those of the proof above', () => {
  const isReading = (route: string) =>
    route.startsWith(`GET ${ofConversation}`) || route.startsWith(`GET ${ofHouse}/search/`)
  // The small picture of a file goes through the same hands as the file.
  const left = Object.keys(handlers).filter(
    (route) => isReading(route) && !(route in reads) && !route.endsWith('/preview'),
  )
  assert.deepEqual(left, [])
})
