import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ChangeChannel, ChannelForAgent } from '#contract/channels.ts'
import type { ChannelId, ConversationId, SubAccountId } from '#contract/ids.ts'
import { type Cast, newPasser, openCast, type Passer } from '#server/testing/cast.ts'
import type { TestSubAccount } from '#server/testing/comptoir.ts'
import { fakeClock } from '#server/testing/fake-clock.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, inboxOf, openConsole } from '#server/testing/talking.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, passerBy, verdictOf } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId/channels'
const ofChannel = `${ofHouse}/:channelId`

let cast: Cast
let scene: Scene
const clock = fakeClock()
before(async () => {
  cast = await openCast({ clock })
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

/** What the doors of visitors remember of a channel is a second old at most. */
const aSecondLater = () => clock.advance(1_001)
const inVerdier = () => ({ organisationId: cast.verdier.id })
/** A shop of Lyon with a channel of its own. */
async function newShop(): Promise<TestSubAccount & { channel: ChannelForAgent }> {
  const channel = await grant(cast.origin, {
    route: `POST ${ofHouse}`,
    by: cast.ada,
    params: inVerdier(),
    body: { kind: 'website', name: 'Atelier', subAccountId: cast.lyon.id, zone: 'Europe/Paris' },
  })
  return { ...cast.lyon, channelId: channel.id, channelKey: channel.key, channel }
}
const act = (what: 'pause' | 'archiving', method: 'POST' | 'DELETE', channelId: ChannelId) =>
  make(cast.origin, {
    route: `${method} ${ofChannel}/${what}`,
    by: cast.ada,
    params: { ...inVerdier(), channelId },
  })
const change = (channelId: ChannelId, body: ChangeChannel) =>
  grant(cast.origin, { route: `PUT ${ofChannel}`, by: cast.ada, params: { ...inVerdier(), channelId }, body })
const greet = (channelKey: string, languages = 'fr') => {
  const route = 'GET /widget/:channelKey/greeting'
  return grant(cast.origin, { route, by: passerBy, params: { channelKey }, query: { languages } })
}
const tryToSay = (visitor: Passer, more: { id?: string; email?: string; language?: string } = {}) => {
  const { id = newClientMessageId(), ...said } = more
  return make(cast.origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: visitor,
    params: { channelKey: visitor.channelKey, clientMessageId: id },
    body: { text: 'Bonjour ?', locale: 'fr', page: null, ...said },
  })
}
const threadOf = (visitor: Passer) => {
  const route = 'GET /widget/:channelKey/thread'
  return grant(cast.origin, { route, by: visitor, params: { channelKey: visitor.channelKey } })
}
const answerIn = (conversationId: ConversationId, by: Engaged) =>
  make(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by,
    params: { ...inVerdier(), conversationId, clientMessageId: newClientMessageId() },
    body: { kind: 'text', text: 'Nous fermons, mais je vous réponds.' },
  })
const conversationAs = (conversationId: ConversationId, by: Engaged) => {
  const route = 'GET /organisations/:organisationId/conversations/:conversationId'
  return make(cast.origin, { route, by, params: { ...inVerdier(), conversationId } })
}
const move = (channelId: ChannelId, subAccountId: SubAccountId, version: number, by = cast.ada) =>
  make(cast.origin, {
    route: `PUT ${ofChannel}/sub-account`,
    by,
    params: { ...inVerdier(), channelId },
    body: { subAccountId, version },
  })

test('[C9] on a paused channel nothing new is written; what was said is read and answered, and it runs again', async () => {
  const shop = await newShop()
  const visitor = newPasser(shop)
  const id = newClientMessageId()
  const first = await tryToSay(visitor, { id })
  assert.equal(first.status, 200)
  const conversationId = (await threadOf(visitor)).conversation?.id
  assert.ok(conversationId)
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/assignment',
    by: cast.ben,
    params: { ...inVerdier(), conversationId },
  })

  assert.equal(Object((await act('pause', 'POST', shop.channelId)).body).state, 'paused')
  aSecondLater()
  assert.equal((await greet(shop.channelKey)).state, 'paused')
  assert.equal(verdictOf(await tryToSay(visitor)), '409 channels.paused')
  assert.equal(verdictOf(await tryToSay(newPasser(shop))), '409 channels.paused')
  const again = await tryToSay(visitor, { id })
  assert.deepEqual(Object(again.body).message, Object(first.body).message, 'a retry is answered as ever [D2]')
  assert.equal((await answerIn(conversationId, cast.ben)).status, 200)
  assert.match((await threadOf(visitor)).messages.at(-1)?.text ?? '', /je vous réponds/)

  assert.equal(Object((await act('pause', 'DELETE', shop.channelId)).body).state, 'running')
  aSecondLater()
  assert.equal((await tryToSay(visitor)).status, 200)
})

test('[C9] an archived channel takes nothing, is brought back paused, and is neither paused nor resumed meanwhile', async () => {
  const shop = await newShop()
  assert.equal(Object((await act('archiving', 'POST', shop.channelId)).body).state, 'archived')
  assert.equal(verdictOf(await tryToSay(newPasser(shop))), '409 channels.paused')
  for (const method of ['POST', 'DELETE'] as const)
    assert.equal(verdictOf(await act('pause', method, shop.channelId)), '409 channels.archived')
  assert.equal(Object((await act('archiving', 'DELETE', shop.channelId)).body).state, 'paused')
  const again = Object((await act('archiving', 'DELETE', shop.channelId)).body)
  const { channels } = await grant(cast.origin, { route: `GET ${ofHouse}`, by: cast.ada, params: inVerdier() })
  assert.equal(channels.find(({ id }) => id === shop.channelId)?.version, again.version, 'asked twice, done once')
})

test('[C9] the widget is told its place, its language and whether somebody is there', async () => {
  const shop = await newShop()
  const { hours, version } = shop.channel
  const texts = {
    de: { title: 'Guten Tag', greeting: '', away: 'Wir sind bald zurück', rating: '' },
    fr: { title: 'Bonjour', greeting: 'Une question ?', away: '', rating: '' },
  }
  const week = hours.week.map(() => [])
  await change(shop.channelId, {
    version,
    languages: ['de', 'fr'],
    texts,
    position: { side: 'left', sidePx: 8, bottomPx: 90 },
    hours: { ...hours, opens: 'by-hours', week },
    whenNobody: 'hidden',
  })
  aSecondLater()
  const german = await greet(shop.channelKey, 'de-AT,de')
  assert.deepEqual(
    [german.language, german.title, german.away, german.state, german.changesAt, german.whenNobody],
    ['de', 'Guten Tag', 'Wir sind bald zurück', 'closed', null, 'hidden'],
  )
  assert.deepEqual(german.position, { side: 'left', sidePx: 8, bottomPx: 90 })
  const french = await greet(shop.channelKey, 'it,fr')
  assert.deepEqual([french.language, french.locale, french.greeting], ['fr', 'fr', 'Une question ?'])
  assert.equal((await greet(shop.channelKey, 'it')).language, 'de', 'its first')
})

test('[C9] words with an address make a pending conversation, with the address on whoever wrote them', async () => {
  const shop = await newShop()
  const visitor = newPasser(shop)
  const ear = await openConsole(cast, cast.marc)
  await grant(cast.origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: visitor,
    params: { channelKey: shop.channelKey, clientMessageId: newClientMessageId() },
    body: { text: 'Rappelez-moi', locale: 'fr', page: null, email: 'Vera@Exemple.example' },
  })
  await ear.hears((frame) =>
    eventsIn([frame], 'conversation.changed').some(
      ({ conversation }) => Object(conversation).visitor.email === 'vera@exemple.example',
    ),
  )
  ear.close()
  const id = (await threadOf(visitor)).conversation?.id
  const { pending } = await inboxOf(cast, cast.marc)
  assert.equal(pending.find((card) => card.id === id)?.visitor.email, 'vera@exemple.example')
  assert.equal((await tryToSay(visitor)).status, 200)
  const later = (await inboxOf(cast, cast.marc)).pending.find((card) => card.id === id)
  assert.equal(later?.visitor.email, 'vera@exemple.example', 'words without one leave it')
  assert.equal(verdictOf(await tryToSay(visitor, { email: 'vera' })), '422 request.invalid')
})

test('[N8] a conversation is in the language its channel speaks to the visitor, never in one it does not', async () => {
  const shop = await newShop()
  await change(shop.channelId, { version: shop.channel.version, languages: ['fr', 'de'] })
  const [german, other] = [newPasser(shop), newPasser(shop)]
  await tryToSay(german, { language: 'de' })
  await tryToSay(other, { language: 'pt' })
  const { pending } = await inboxOf(cast, cast.ada)
  const languageOf = async (visitor: Passer) => {
    const id = (await threadOf(visitor)).conversation?.id
    return pending.find((card) => card.id === id)?.language
  }
  assert.deepEqual([await languageOf(german), await languageOf(other)], ['de', 'fr'])
})

test('[C9] a channel goes to another sub-account with all that was said there, and its questionnaire stays', async () => {
  const shop = await newShop()
  const { id: questionnaireId } = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/questionnaires',
    by: cast.ada,
    params: inVerdier(),
    body: { name: 'Devis', subAccountId: cast.lyon.id },
  })
  const settings = { questionnaireId, whenNobody: 'questionnaire' } as const
  const { version } = await change(shop.channelId, { version: shop.channel.version, ...settings })
  const talks = {
    pending: await scene.talk(shop, cast.marc),
    open: await scene.talk(shop, cast.marc, 'open'),
    adas: await scene.talk(shop, cast.ada, 'open'),
    closed: await scene.talk(shop, cast.marc, 'closed'),
  }
  const beside = await scene.talk(cast.lyon, cast.marc)
  const holdings = await grant(cast.origin, {
    route: `GET ${ofChannel}/holdings`,
    by: cast.marc,
    params: { ...inVerdier(), channelId: shop.channelId },
  })
  assert.deepEqual(holdings, { openConversations: 3, closedConversations: 1 })

  const [marcs, lous] = [await openConsole(cast, cast.marc), await openConsole(cast, cast.lou)]
  const moved = await move(shop.channelId, cast.lille.id, version)
  assert.equal(moved.status, 200)
  const { subAccountId, questionnaireId: greets, whenNobody } = Object(moved.body)
  assert.deepEqual([subAccountId, greets, whenNobody], [cast.lille.id, null, 'form'])

  await marcs.hears((frame) =>
    eventsIn([frame], 'conversation.left').some(({ conversationId }) => conversationId === talks.open.conversationId),
  )
  await lous.hears((frame) =>
    eventsIn([frame], 'conversation.changed').some(
      ({ conversation }) => Object(conversation).id === talks.pending.conversationId,
    ),
  )
  for (const ear of [marcs, lous]) ear.close()

  for (const { conversationId } of Object.values(talks)) {
    assert.equal(verdictOf(await conversationAs(conversationId, cast.marc)), '404 request.not-found')
    const { conversation } = Object((await conversationAs(conversationId, cast.ada)).body)
    assert.deepEqual([conversation.subAccountId, conversation.questionnaireId], [cast.lille.id, null])
  }
  assert.equal((await conversationAs(beside.conversationId, cast.marc)).status, 200, 'control: another channel of Lyon')
  const returned = Object((await conversationAs(talks.open.conversationId, cast.ada)).body)
  assert.equal(returned.conversation.state, 'pending')
  assert.equal(returned.messages.at(-1).notice, 'out-of-reach')
  const kept = Object((await conversationAs(talks.adas.conversationId, cast.ada)).body)
  assert.equal(kept.conversation.state, 'open', 'who reaches every sub-account goes on answering')
  const route = 'POST /organisations/:organisationId/conversations/:conversationId/assignment'
  const params = { ...inVerdier(), conversationId: talks.pending.conversationId }
  await grant(cast.origin, { route, by: cast.lou, params })

  const journal = 'GET /organisations/:organisationId/journal'
  const { entries } = await grant(cast.origin, { route: journal, by: cast.ada, params: inVerdier() })
  const [entry] = entries.filter(({ target }) => target?.id === shop.channelId)
  assert.deepEqual(
    [entry?.act, entry?.before, entry?.after],
    ['channels.moved', { subAccount: 'Lyon', questionnaires: ['Devis'] }, { subAccount: 'Lille', questionnaires: [] }],
  )
})

test('[C9] a conversation that was transferred elsewhere stays there when its channel goes', async () => {
  const shop = await newShop()
  const rennes = await cast.verdier.makeSubAccount('Rennes')
  const talk = await scene.talk(shop, cast.ada, 'open')
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/transfer',
    by: cast.ada,
    params: { ...inVerdier(), conversationId: talk.conversationId },
    body: { agentId: null, subAccountId: rennes.id, note: '' },
  })
  assert.equal((await move(shop.channelId, cast.lille.id, shop.channel.version)).status, 200)
  const { conversation } = Object((await conversationAs(talk.conversationId, cast.ada)).body)
  assert.equal(conversation.subAccountId, rennes.id)
})

test('[C9] a channel is moved over the version that was read, to where its mover may change channels', async () => {
  const { channel } = await newShop()
  assert.equal(verdictOf(await move(channel.id, cast.lille.id, 9)), '409 channels.changed-meanwhile')
  assert.equal(
    verdictOf(await move(channel.id, cast.lille.id, channel.version, cast.marc)),
    '404 request.not-found',
    'a manager has one sub-account',
  )
  assert.equal(verdictOf(await move(channel.id, cast.nice.id, channel.version)), '404 request.not-found')
  const { body } = await move(channel.id, cast.lyon.id, channel.version)
  assert.equal(Object(body).version, channel.version, 'where it is, nothing is done')
})

test('[C9] whatever visitors begin and bring back while their channel moves, nothing stays behind', async () => {
  const shop = await newShop()
  const others = await engage(cast.comptoir, cast.verdier.id, 'Rose Lyon', {
    role: 'manager',
    subAccountId: cast.lyon.id,
  })
  const closed = await Promise.all(Array.from({ length: 12 }, () => scene.talk(shop, others, 'closed')))
  let { version } = shop.channel
  let to = cast.lille.id
  const moving = (async () => {
    for (let times = 0; times < 6; times++) {
      const answer = await move(shop.channelId, to, version)
      assert.equal(answer.status, 200)
      version = Object(answer.body).version
      to = to === cast.lille.id ? cast.lyon.id : cast.lille.id
    }
  })()
  const speaking = [...closed.map(({ visitor }) => visitor), ...Array.from({ length: 12 }, () => newPasser(shop))]
  for (const answer of await Promise.all(speaking.map((visitor) => tryToSay(visitor)))) assert.equal(answer.status, 200)
  await moving
  const { subAccountId } = Object((await move(shop.channelId, cast.lyon.id, version)).body)
  const rows = await cast.comptoir.platform.database.transaction(cast.verdier.id, ({ db }) =>
    db.selectFrom('conversations').select('sub_account_id').where('channel_id', '=', shop.channelId).execute(),
  )
  assert.equal(rows.length, 24)
  assert.deepEqual(new Set(rows.map((row) => row.sub_account_id)), new Set([subAccountId]))
})
