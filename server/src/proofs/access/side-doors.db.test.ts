import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { listen, NotAdmitted } from '#server/testing/ear.ts'
import { makeKey } from '#server/testing/keys.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { inboxOf, openConsole, openWidget, tellsOf, ticketOf } from '#server/testing/talking.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { codeOf, grant, type Knocker, make, verdictOf, type Wish } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

const ofConversation = '/organisations/:organisationId/conversations/:conversationId' as const
/** What acts in somebody's name by a key of theirs. */
const programs = new Map<Engaged, Knocker>()
async function programOf(by: Engaged): Promise<Knocker> {
  const program = programs.get(by) ?? (await makeKey(cast, by, ['conversations:read', 'conversations:write'])).program
  programs.set(by, program)
  return program
}

const place = ({ organisationId, conversationId }: Talk) => ({ organisationId, conversationId })

/** Every way to words of a conversation: whether they are shown. */
const waysToRead: Record<string, (by: Engaged, talk: Talk) => Promise<boolean>> = {
  'its thread': async (by, talk) =>
    (await make(cast.origin, { route: `GET ${ofConversation}`, by, params: place(talk) })).status === 200,
  'its messages': async (by, talk) =>
    (await make(cast.origin, { route: `GET ${ofConversation}/messages`, by, params: place(talk), query: {} }))
      .status === 200,
  'the lists': async (by, { conversationId }) => {
    const { pending, open, closed } = await inboxOf(cast, by)
    return [...pending, ...open, ...closed].some(({ id }) => id === conversationId)
  },
  'a replay by poll': async (by, talk) => tellsOf(await pollFromStart(by, talk), talk.conversationId),
  'a replay by socket': async (by, talk) => {
    const ear = await listen(cast.origin, { ticket: await ticketOf(cast, by) })
    const streams = await streamsOf(by, talk)
    ear.send({ type: 'attach', cursors: streams })
    for (const { stream } of streams)
      await ear.hears((frame) => frame.stream === stream && /^(live|resync)$/.test(frame.type))
    ear.close()
    return tellsOf(ear.heard, talk.conversationId)
  },
  'its thread, by an API key': async (by, talk) => {
    const program = await programOf(by)
    const answer = await make(cast.origin, { route: `GET ${ofConversation}`, by: program, params: place(talk) })
    return answer.status === 200
  },
  'a replay by poll, by an API key': async (by, talk) =>
    tellsOf(await pollFromStart({ ...by, ...(await programOf(by)) }, talk), talk.conversationId),
  'a note added to it, by an API key': async (by, talk) =>
    (await write({ ...by, ...(await programOf(by)) }, talk, 'note')).status === 200,
  'a note added to it': async (by, talk) => (await write(by, talk, 'note')).status === 200,
}

test('[A4] whoever may read a conversation may by every door, and whoever may not by none', async () => {
  const { ada, milo, marc, ben, chloe, iris, lou, lyon, lille } = cast
  const talks: Record<string, Talk> = {
    'waiting in Lyon': await scene.talk(lyon, ben),
    'Ben’s, open': await scene.talk(lyon, ben, 'open'),
    'Chloé’s, open': await scene.talk(lyon, chloe, 'open'),
    'Chloé’s, closed': await scene.talk(lyon, chloe, 'closed'),
    'waiting in Lille': await scene.talk(lille, lou),
    'Lou’s, open': await scene.talk(lille, lou, 'open'),
  }
  await cast.comptoir.platform.events.settle()
  const seen = new Map<string, boolean>()
  for (const by of [ada, milo, marc, ben, chloe, iris, lou])
    for (const [whose, talk] of Object.entries(talks)) {
      const verdicts: Record<string, boolean> = {}
      for (const [way, shows] of Object.entries(waysToRead)) verdicts[way] = await shows(by, talk)
      const [first] = Object.values(verdicts)
      assert.ok(
        Object.values(verdicts).every((verdict) => verdict === first),
        `${by.name}, ${whose}: ${JSON.stringify(verdicts)}`,
      )
      seen.set(`${by.name}: ${whose}`, first === true)
    }
  assert.equal(seen.get('Ben Klein: Ben’s, open'), true, 'control: some see')
  assert.equal(seen.get('Ben Klein: Chloé’s, closed'), false, 'control: some do not, even what once waited for them')
  assert.equal(seen.get('Iris Faure: waiting in Lyon'), false)
})

test('[A4, S12] an inactive agent is refused in one way, by whichever door they would talk', async () => {
  const { ben, lyon, origin, comptoir, verdier } = cast
  const { iris } = cast
  const talk = await scene.talk(lyon, ben, 'open')
  const post = (what: 'assignment' | 'closure' | 'reopening', by: Engaged) =>
    make(origin, { route: `POST ${ofConversation}/${what}`, by, params: place(talk) })
  for (const answer of [
    await write(iris, talk, 'text'),
    await write(iris, talk, 'note'),
    await post('assignment', iris),
    await post('closure', iris),
    await post('reopening', iris),
    await make(origin, { route: `PUT ${ofConversation}/read`, by: iris, params: place(talk), body: { seq: 1 } }),
    await make(origin, {
      route: 'PUT /organisations/:organisationId/me/availability',
      by: iris,
      params: { organisationId: verdier.id },
      body: { availability: 'available' },
    }),
  ])
    assert.equal(verdictOf(answer), '403 access.inactive')

  const vera = await openWidget(cast, talk.visitor)
  const [hers, his] = [await openConsole(cast, iris), await openConsole(cast, ben)]
  hers.send({ type: 'typing', conversationId: talk.conversationId, typing: true })
  his.send({ type: 'typing', conversationId: talk.conversationId, typing: true })
  await vera.hears(({ type }) => type === 'typing')
  await comptoir.platform.events.settle()
  const typing = vera.heard.filter(({ type }) => type === 'typing').map(({ by }) => Object(by).agentId)
  assert.deepEqual(typing, [ben.agentId], 'nor is she seen to type; control: he is')
  for (const ear of [vera, hers, his]) ear.close()
})

test('[A4] a site that is not the channel’s is refused at every door of the widget alike', async () => {
  const { lyon, ben, origin } = cast
  const { visitor } = await scene.talk(lyon, ben)
  const params = { channelKey: lyon.channelKey }
  const { epoch } = cast.comptoir.platform.events
  const { cursor } = await grant(origin, { route: 'GET /widget/:channelKey/thread', by: visitor, params })
  const doors: Omit<Wish, 'by'>[] = [
    { route: 'GET /widget/:channelKey/greeting', params, query: { languages: 'fr' } },
    { route: 'GET /widget/:channelKey/thread', params },
    { route: 'GET /widget/:channelKey/messages', params },
    {
      route: 'PUT /widget/:channelKey/messages/:clientMessageId',
      params: { ...params, clientMessageId: newClientMessageId() },
      body: { text: 'Bonjour', locale: 'fr', page: null },
    },
    { route: 'PUT /widget/:channelKey/read', params, body: { seq: 1 } },
    {
      route: 'POST /widget/:channelKey/pages',
      params,
      body: { now: 1, pages: [{ url: 'https://shop.example/', title: '', at: 1 }] },
    },
    { route: 'POST /widget/:channelKey/socket-tickets', params },
    { route: 'POST /widget/:channelKey/poll', params, body: { cursors: [{ ...cursor, epoch }], waitMs: 0 } },
  ]
  const from = (site: string) => ({ headers: () => ({ ...visitor.headers(), origin: site }) })
  const mayListen = async (site: string) => {
    const { ticket } = await grant(origin, { route: 'POST /widget/:channelKey/socket-tickets', by: visitor, params })
    try {
      ;(await listen(origin, { ticket, origin: site })).close()
      return true
    } catch (error) {
      if (error instanceof NotAdmitted && error.status === 403) return false
      throw error
    }
  }
  for (const [site, isOurs] of [
    ['https://shop.example', true],
    ['https://evil.example', false],
    ['https://shop.example.evil.example', false],
    ['https://shop.example:8443', false],
    ['null', false],
  ] as const) {
    for (const door of doors) {
      const code = codeOf(await make(origin, { ...door, by: from(site) }))
      assert.equal(code, isOurs ? undefined : 'channels.site-refused', `${door.route} on ${site}`)
    }
    assert.equal(await mayListen(site), isOurs, `a socket on ${site}`)
  }
})

test('[A4] a visitor’s words reach their own conversation by every door, and nobody else’s by any', async () => {
  const { lyon, lille, ben, origin } = cast
  const [vera, neighbour] = [await scene.talk(lyon, ben, 'open'), await scene.talk(lyon, ben, 'open')]
  await write(ben, vera, 'note')
  const shown = async (by: Talk['visitor'], channelKey: string) => {
    const params = { channelKey }
    const { messages } = await grant(origin, { route: 'GET /widget/:channelKey/messages', by, params, query: {} })
    const thread = await grant(origin, { route: 'GET /widget/:channelKey/thread', by, params })
    assert.deepEqual(thread.messages, messages, 'thread and page agree')
    return new Set(messages.map(({ conversationId }) => conversationId))
  }
  assert.deepEqual(await shown(vera.visitor, lyon.channelKey), new Set([vera.conversationId]))
  assert.deepEqual(await shown(vera.visitor, lille.channelKey), new Set())
  assert.deepEqual(await shown(newPasser(lyon), lyon.channelKey), new Set())
  const ear = await openWidget(cast, vera.visitor)
  await scene.say(neighbour.visitor)
  await scene.say(vera.visitor)
  await ear.hears((frame) => tellsOf([frame], vera.conversationId))
  assert.ok(!tellsOf(ear.heard, neighbour.conversationId))
  assert.ok(!JSON.stringify(ear.heard).includes('note'), 'nor any note')
  ear.close()
})

const write = (by: Engaged, talk: Talk, kind: 'text' | 'note') =>
  make(cast.origin, {
    route: `PUT ${ofConversation}/messages/:clientMessageId`,
    by,
    params: { ...place(talk), clientMessageId: newClientMessageId() },
    body: { text: 'Bonjour', kind },
  })

/** The streams this person was given, and that of the conversation if it is theirs to ask for, from their beginning. */
async function streamsOf(by: Engaged, { conversationId }: Talk) {
  const { cursors } = await inboxOf(cast, by)
  assert.ok(!cursors.some(({ stream }) => stream.endsWith(conversationId)))
  return cursors.map((cursor) => ({ ...cursor, since: 0 }))
}

async function pollFromStart(by: Engaged, talk: Talk) {
  const body = { cursors: await streamsOf(by, talk), waitMs: 0 }
  const params = { organisationId: by.organisationId }
  return (await grant(cast.origin, { route: 'POST /organisations/:organisationId/poll', by, params, body })).frames
}
