import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { ConversationId } from '#contract/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import { type Engaged, type Engagement, engage } from '#server/testing/staff.ts'
import { eventsIn, inboxOf, openConsole, openWidget } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
let owner: pg.Client
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  owner = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await owner.connect()
})
after(async () => {
  await owner.end()
  await cast.comptoir.stop()
})

const hire = (name: string, engagement: Partial<Engagement> = {}) =>
  engage(cast.comptoir, cast.verdier.id, name, { role: 'agent', subAccountId: cast.lyon.id, ...engagement })

interface To {
  agentId?: Engaged['agentId']
  subAccountId?: string
  note?: string
}
const paramsOf = (by: Engaged, conversationId: ConversationId) => ({
  organisationId: by.organisationId,
  conversationId,
})
const transfer = (by: Engaged, { conversationId }: Pick<Talk, 'conversationId'>, to: To) =>
  make(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/transfer',
    by,
    params: paramsOf(by, conversationId),
    body: to,
  })
const candidatesFor = (by: Engaged, { conversationId }: Talk) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates',
    by,
    params: paramsOf(by, conversationId),
  })
const threadOf = (by: Engaged, { conversationId }: Talk) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by,
    params: paramsOf(by, conversationId),
  })
const visitorsThread = ({ visitor }: Talk) =>
  grant(cast.origin, {
    route: 'GET /widget/:channelKey/thread',
    by: visitor,
    params: { channelKey: visitor.channelKey },
  })
const openOf = async ({ agentId }: Engaged): Promise<number> =>
  (
    await owner.query(`select count(*)::int as open from conversations where assignee_id = $1 and state = 'open'`, [
      agentId,
    ])
  ).rows[0].open

test('[N13] [N3] handed to a colleague it is theirs, with the note before the notice, and out of the giver’s reach', async () => {
  const [léa, max] = [await hire('Léa Lang'), await hire('Max Morel')]
  const talk = await scene.talk(cast.lyon, léa, 'open')
  const [hers, his] = [await openConsole(cast, léa), await openConsole(cast, max)]
  const widget = await openWidget(cast, talk.visitor)

  const answer = await transfer(léa, talk, { agentId: max.agentId, note: 'Elle attend son colis.' })
  assert.equal(answer.status, 200)
  assert.deepEqual(answer.body, { conversation: null }, 'Léa reads her own alone')

  const { conversation, messages } = await threadOf(max, talk)
  assert.equal(conversation.assigneeId, max.agentId)
  assert.deepEqual(conversation.transferredBy, { id: léa.agentId, name: 'Léa Lang' })
  const [note, notice] = messages.slice(-2)
  assert.deepEqual([note?.kind, note?.text], ['note', 'Elle attend son colis.'])
  assert.equal(notice?.notice, 'transferred')
  assert.deepEqual(notice?.subject, { kind: 'agent', agentId: max.agentId, name: 'Max Morel' })

  await his.hears((frame) => eventsIn([frame], 'conversation.changed').length > 0)
  await hers.hears((frame) => eventsIn([frame], 'conversation.left').length > 0)
  await widget.hears((frame) => eventsIn([frame], 'conversation.changed').length > 0)
  const { messages: seen } = await visitorsThread(talk)
  assert.equal(seen.at(-1)?.subject, 'Max')
  const everything = JSON.stringify([seen, widget.heard])
  assert.ok(everything.includes('transferred'), 'control')
  for (const hidden of ['colis', 'Morel', 'Lang']) assert.ok(!everything.includes(hidden), hidden)
  for (const ear of [hers, his, widget]) ear.close()
})

test('the mark of where it came from goes when it is answered, or given on', async () => {
  const [léa, max] = [await hire('Léa Lang'), await hire('Max Morel')]
  const talk = await scene.talk(cast.lyon, léa, 'open')
  await transfer(léa, talk, { agentId: max.agentId })
  const { conversation } = await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by: max,
    params: { ...paramsOf(max, talk.conversationId), clientMessageId: crypto.randomUUID() as never },
    body: { text: 'Bonjour, je prends la suite.', kind: 'text' },
  })
  assert.equal(conversation?.transferredBy, null)
})

test('[N13] given back it waits again, and the visitor reads a kind line', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  assert.equal((await transfer(cast.ben, talk, {})).status, 200)
  const { conversation, messages } = await threadOf(cast.chloe, talk)
  assert.deepEqual([conversation.state, conversation.assigneeId], ['pending', null])
  assert.equal(messages.at(-1)?.notice, 'given-back')
  assert.equal((await visitorsThread(talk)).messages.at(-1)?.subject, null)
  assert.equal(verdictOf(await transfer(cast.ada, talk, {})), '200', 'again changes nothing')
  assert.equal((await threadOf(cast.chloe, talk)).conversation.version, conversation.version)
})

test('[N13] to another sub-account it waits there, without its questionnaire, and its name is told to nobody who does not know it', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  await owner.query('update conversations set questionnaire_id = $1 where id = $2', [
    await questionnaireOfLyon(),
    talk.conversationId,
  ])
  const [here, there, everywhere] = await Promise.all(
    [cast.marc, cast.lou, cast.ada].map((by) => openConsole(cast, by)),
  )
  assert.ok(here && there && everywhere)
  assert.equal((await transfer(cast.ada, talk, { subAccountId: cast.lille.id })).status, 200)
  const { conversation, messages } = await threadOf(cast.lou, talk)
  assert.deepEqual(
    [conversation.subAccountId, conversation.state, conversation.questionnaireId],
    [cast.lille.id, 'pending', null],
  )
  assert.deepEqual(messages.at(-1)?.subject, { kind: 'sub-account', subAccountId: cast.lille.id })
  assert.equal((await threadOf(cast.ada, talk)).conversation.subAccountId, cast.lille.id)
  await here.hears((frame) => eventsIn([frame], 'conversation.left').length > 0)
  for (const ear of [there, everywhere])
    await ear.hears((frame) => eventsIn([frame], 'conversation.changed').length > 0)
  assert.equal(
    eventsIn(everywhere.heard, 'conversation.left').length,
    0,
    'who follows both is told once, where it went',
  )
  assert.ok(!(await inboxOf(cast, cast.marc)).pending.some(({ id }) => id === talk.conversationId))
  for (const ear of [here, there, everywhere]) ear.close()
})

test('[N13] to a colleague of another sub-account it moves there with them', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const { agents } = await candidatesFor(cast.ada, talk)
  assert.equal(agents.find(({ id }) => id === cast.lou.agentId)?.movesTo, cast.lille.id)
  assert.equal((await transfer(cast.ada, talk, { agentId: cast.lou.agentId })).status, 200)
  const { conversation } = await threadOf(cast.lou, talk)
  assert.deepEqual([conversation.subAccountId, conversation.assigneeId], [cast.lille.id, cast.lou.agentId])
})

test('[N13] who can receive it and who cannot is told before, of those one knows; the click asks the same rule', async () => {
  const full = await hire('Flora Full', { conversationLimit: 1 })
  await scene.talk(cast.lyon, full, 'open')
  const english = await hire('Erin English', { languages: ['en'] })
  const without = await hire('Walid Without', { modules: ['visitors'] })
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const { agents, subAccounts, queue } = await candidatesFor(cast.ben, talk)
  const told = new Map(agents.map((one) => [one.id, one]))
  const expected: [Engaged, string | null][] = [
    [cast.chloe, null],
    [cast.marc, null],
    [cast.iris, 'conversations.receiver-inactive'],
    [full, 'conversations.receiver-full'],
    [english, 'conversations.receiver-language'],
    [without, 'conversations.receiver-no-access'],
  ]
  for (const [who, refusal] of expected) {
    assert.equal(told.get(who.agentId)?.refusal, refusal, who.name)
    const answer = await transfer(cast.ben, talk, { agentId: who.agentId })
    assert.equal(verdictOf(answer), refusal === null ? '200' : `409 ${refusal}`, who.name)
    if (refusal === null) await transfer(cast.ada, talk, { agentId: cast.ben.agentId })
    else assert.equal(Object(answer.body).details.name, who.name)
  }
  assert.deepEqual([told.get(full.agentId)?.open, told.get(full.agentId)?.limit], [1, 1])
  for (const unknown of [cast.ben, cast.lou, cast.ada, cast.remi, cast.olga]) assert.ok(!told.has(unknown.agentId))
  assert.deepEqual(subAccounts, [], 'of other sub-accounts Ben knows nothing')
  assert.ok(queue && queue.takers >= 2)
  const everything = await candidatesFor(cast.ada, talk)
  assert.deepEqual(
    everything.subAccounts.map(({ id, takers }) => [id, takers > 0]),
    [[cast.lille.id, true]],
  )
})

test('[N7] of fifty handed at once to somebody with room for one, exactly one arrives', async () => {
  const [one, free] = [await hire('Una Une', { conversationLimit: 1 }), await hire('Fritz Frei')]
  const givers = await Promise.all(Array.from({ length: 10 }, (_, index) => hire(`Gil Gibt${index}`)))
  const talks = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const by = givers[index % givers.length] ?? cast.ben
      return { by, talk: await scene.talk(cast.lyon, by, 'open') }
    }),
  )
  const answers = await Promise.all(talks.map(({ by, talk }) => transfer(by, talk, { agentId: one.agentId })))
  const verdicts = answers.map(verdictOf)
  assert.equal(verdicts.filter((verdict) => verdict === '200').length, 1)
  assert.equal(verdicts.filter((verdict) => verdict === '409 conversations.receiver-full').length, 49)
  assert.equal(await openOf(one), 1)
  const left = talks.filter((_, index) => verdicts[index] !== '200')
  await Promise.all(left.map(({ by, talk }) => transfer(by, talk, { agentId: free.agentId })))
  assert.equal(await openOf(free), 49, 'control: without a limit all of them')
})

test('[N7] two who hand each other everything at once neither wait for ever nor pass a limit', async () => {
  const [léa, max] = [
    await hire('Léa Lang', { conversationLimit: 6 }),
    await hire('Max Morel', { conversationLimit: 6 }),
  ]
  const mine = await Promise.all(Array.from({ length: 5 }, () => scene.talk(cast.lyon, léa, 'open')))
  const his = await Promise.all(Array.from({ length: 5 }, () => scene.talk(cast.lyon, max, 'open')))
  const answers = await Promise.all([
    ...mine.map((talk) => transfer(léa, talk, { agentId: max.agentId })),
    ...his.map((talk) => transfer(max, talk, { agentId: léa.agentId })),
  ])
  for (const answer of answers) assert.match(verdictOf(answer), /^(200|409 conversations\.receiver-full)$/)
  const [hers, theirs] = [await openOf(léa), await openOf(max)]
  assert.equal(hers + theirs, 10, 'none is lost')
  assert.ok(hers <= 6 && theirs <= 6)
})

test('[S12] handed to somebody who is being deactivated, it waits or stays, and is never in their hands', async () => {
  for (let round = 0; round < 8; round++) {
    const max = await hire('Max Morel')
    const talk = await scene.talk(cast.lyon, cast.ben, 'open')
    const [handed] = await Promise.all([
      transfer(cast.ben, talk, { agentId: max.agentId }),
      make(cast.origin, {
        route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
        by: cast.ada,
        params: { organisationId: cast.verdier.id, agentId: max.agentId },
        body: { active: false },
      }),
    ])
    const { conversation } = await threadOf(cast.ada, talk)
    if (handed.status === 200) assert.equal(conversation.state, 'pending')
    else {
      assert.equal(verdictOf(handed), '409 conversations.receiver-inactive')
      assert.equal(conversation.assigneeId, cast.ben.agentId)
    }
    assert.equal(await openOf(max), 0)
  }
})

test('handed on and closed at once, one of both comes first and the other is told', async () => {
  for (let round = 0; round < 8; round++) {
    const talk = await scene.talk(cast.lyon, cast.ben, 'open')
    const [handed, closed] = await Promise.all([
      transfer(cast.ben, talk, { agentId: cast.chloe.agentId }),
      make(cast.origin, {
        route: 'POST /organisations/:organisationId/conversations/:conversationId/closure',
        by: cast.ben,
        params: paramsOf(cast.ben, talk.conversationId),
      }),
    ])
    const { conversation } = await threadOf(cast.ada, talk)
    if (handed.status === 200) {
      assert.equal(verdictOf(closed), '404 request.not-found', 'it is Chloé’s now')
      assert.deepEqual([conversation.state, conversation.assigneeId], ['open', cast.chloe.agentId])
    } else {
      assert.equal(verdictOf(handed), '409 conversations.closed')
      assert.equal(conversation.state, 'closed')
    }
  }
})

test('[C3] handed to a sub-account that is being archived, it ends with the heir, never in the archive', async () => {
  for (let round = 0; round < 4; round++) {
    const { id } = await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/sub-accounts',
      by: cast.ada,
      params: { organisationId: cast.verdier.id },
      body: { name: `Passage ${round}` },
    })
    const talk = await scene.talk(cast.lyon, cast.ben, 'open')
    await Promise.all([
      transfer(cast.ada, talk, { subAccountId: id }),
      make(cast.origin, {
        route: 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving',
        by: cast.ada,
        params: { organisationId: cast.verdier.id, subAccountId: id },
        body: { heirSubAccountId: cast.lille.id },
      }),
    ])
    const { conversation } = await threadOf(cast.ada, talk)
    assert.ok(conversation.subAccountId === cast.lyon.id || conversation.subAccountId === cast.lille.id)
  }
})

async function questionnaireOfLyon(): Promise<string> {
  const questionnaire = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/questionnaires',
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
    body: { name: 'Retours', subAccountId: cast.lyon.id },
  })
  return questionnaire.id
}
