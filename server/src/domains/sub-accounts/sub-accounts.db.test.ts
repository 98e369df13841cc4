import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ConversationId, SubAccountId } from '#contract/ids.ts'
import type { BodyOf, ParamsOf, ReplyOf } from '#contract/routes.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { promptlyMs } from '#server/testing/promptly.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, inboxOf, openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId/sub-accounts'

let cast: Cast
let scene: Scene
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

let named = 0
const newName = () => `Annexe ${++named}`
const add = (name = newName(), by = cast.ada) =>
  grant(cast.origin, { route: `POST ${ofHouse}`, by, params: inVerdier(), body: { name } })
const inVerdier = () => ({ organisationId: cast.verdier.id })
const rename = (subAccountId: SubAccountId, body: BodyOf<`PUT ${typeof ofHouse}/:subAccountId`>) =>
  make(cast.origin, {
    route: `PUT ${ofHouse}/:subAccountId`,
    by: cast.ada,
    params: { ...inVerdier(), subAccountId } satisfies ParamsOf<`PUT ${typeof ofHouse}/:subAccountId`>,
    body,
  })
const archiving = (subAccountId: SubAccountId, heirSubAccountId: SubAccountId | null, by = cast.ada) =>
  make(cast.origin, {
    route: `POST ${ofHouse}/:subAccountId/archiving`,
    by,
    params: { organisationId: by.organisationId, subAccountId },
    body: { heirSubAccountId },
  })
const restoring = (subAccountId: SubAccountId) =>
  make(cast.origin, {
    route: `DELETE ${ofHouse}/:subAccountId/archiving`,
    by: cast.ada,
    params: { ...inVerdier(), subAccountId },
  })
const holdings = async (id: SubAccountId) => {
  const { subAccounts } = await grant(cast.origin, {
    route: `GET ${ofHouse}/holdings`,
    by: cast.ada,
    params: inVerdier(),
  })
  const found = subAccounts.find((one) => one.id === id)
  assert.ok(found)
  return found
}
const journalActs = async (id: string) => {
  const route = 'GET /organisations/:organisationId/journal'
  const { entries } = await grant(cast.origin, { route, by: cast.ada, params: inVerdier() })
  return entries.filter(({ target }) => target?.id === id)
}

test('[C1] an administrator adds a sub-account, and whoever reaches all of them follows its stream at once', async () => {
  const [hers, milos, bens] = [
    await openConsole(cast, cast.ada),
    await openConsole(cast, cast.milo),
    await openConsole(cast, cast.ben),
  ]
  const { id, name } = await add('Bordeaux')
  for (const ear of [hers, milos]) await ear.hears((frame) => tellsOfSubAccounts(frame))
  const { cursors, subAccounts } = await inboxOf(cast, cast.milo)
  assert.deepEqual(subAccounts.find((one) => one.id === id)?.name, name)
  const cursor = cursors.find(({ stream }) => stream === `sub-account:${id}`)
  assert.ok(cursor)
  milos.send({ type: 'attach', cursors: [cursor] })
  await milos.hears((frame) => frame.type === 'live' && frame.stream === cursor.stream)
  assert.ok(
    !(await inboxOf(cast, cast.ben)).subAccounts.some((one) => one.id === id),
    'an agent of another one is not shown it',
  )
  const [entry] = await journalActs(id)
  assert.equal(entry?.act, 'sub-accounts.made')
  for (const ear of [hers, milos, bens]) ear.close()
})

const tellsOfSubAccounts = (frame: unknown) =>
  eventsIn([frame], 'settings.changed').some(({ list }) => list === 'sub-accounts')

test('[C1] two sub-accounts never share a name, whatever its case and script; names of 80 characters are names', async () => {
  for (const [taken, again] of [
    ['Évry', 'ÉVRY'],
    ['Straße', 'STRASSE'],
    ['Μόσχος', 'ΜΌΣΧΟΣ'],
    ['東京店', '東京店'],
  ] as const) {
    const { name } = await add(taken)
    assert.equal(name, taken)
    const answer = await make(cast.origin, {
      route: `POST ${ofHouse}`,
      by: cast.ada,
      params: inVerdier(),
      body: { name: ` ${again} ` },
    })
    assert.equal(verdictOf(answer), '409 sub-accounts.name-taken')
    assert.equal(Object(answer.body).field, 'name')
  }
  const long = 'ب'.repeat(80)
  assert.equal((await add(long)).name, long)
  for (const name of ['', '   ', 'a'.repeat(81), 'a\u202eb'])
    assert.equal(
      verdictOf(
        await make(cast.origin, { route: `POST ${ofHouse}`, by: cast.ada, params: inVerdier(), body: { name } }),
      ),
      '422 request.invalid',
    )
})

test('[C1] of fifty who add one name at once, one does', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      make(cast.origin, { route: `POST ${ofHouse}`, by: cast.ada, params: inVerdier(), body: { name: 'Dijon' } }),
    ),
  )
  assert.deepEqual(
    answers.map(verdictOf).sort(),
    ['200', ...Array.from({ length: 49 }, () => '409 sub-accounts.name-taken')].sort(),
  )
})

test('[C2] a sub-account is renamed over the version that was read; the second of two is told', async () => {
  const { id, version } = await add()
  const other = await add()
  assert.equal(verdictOf(await rename(id, { name: other.name.toUpperCase(), version })), '409 sub-accounts.name-taken')
  const renamed = await rename(id, { name: 'Nantes', version })
  assert.equal(Object(renamed.body).name, 'Nantes')
  assert.equal(verdictOf(await rename(id, { name: 'Angers', version })), '409 sub-accounts.changed-meanwhile')
  assert.equal((await rename(id, { name: 'NANTES', version: version + 1 })).status, 200, 'its own name in capitals')
  const [entry] = (await journalActs(id)).filter(({ act }) => act === 'sub-accounts.renamed').slice(-1)
  assert.deepEqual([entry?.after, Object.keys(entry?.before ?? {})], [{ name: 'Nantes' }, ['name']])
})

test('[C3] only administrators add and change sub-accounts; a forged request is refused and written down', async () => {
  // Long there: a thing that has just changed excuses a screen that is behind.
  const { id } = cast.lille
  for (const by of [cast.milo, cast.marc, cast.ben])
    for (const answer of [
      await make(cast.origin, { route: `POST ${ofHouse}`, by, params: inVerdier(), body: { name: newName() } }),
      await make(cast.origin, { route: `GET ${ofHouse}/holdings`, by, params: inVerdier() }),
      await archiving(id, cast.lyon.id, by),
    ])
      assert.equal(verdictOf(answer), '403 access.refused', by.name)
  const me = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/me',
    by: cast.marc,
    params: inVerdier(),
  })
  assert.equal(me.may.changeSubAccounts, false)
  const refused = (await journalActs(id)).filter(({ act }) => act === 'refused')
  assert.deepEqual(
    new Set(refused.map(({ actor }) => actor.name)),
    new Set([cast.milo, cast.marc, cast.ben].map(({ name }) => name)),
  )
})

test('an archived sub-account gives everything it holds to its heir in one step, and nothing is lost', async () => {
  const { comptoir, verdier, ada, lille, origin } = cast
  const from = await verdier.makeSubAccount('Rouen')
  const [rosa, rene] = [
    await engage(comptoir, verdier.id, 'Rosa Rouen', { role: 'manager', subAccountId: from.id }),
    await engage(comptoir, verdier.id, 'René Rouen', { role: 'agent', subAccountId: from.id }),
  ]
  const invitation = await scene.invite(ada, { subAccountId: from.id })
  const questionnaire = await grant(origin, {
    route: 'POST /organisations/:organisationId/questionnaires',
    by: ada,
    params: inVerdier(),
    body: { name: 'Devis', subAccountId: from.id },
  })
  const talks = {
    pending: await scene.talk(from, rene),
    open: await scene.talk(from, rene, 'open'),
    closed: await scene.talk(from, rene, 'closed'),
  }
  assert.deepEqual((await holdings(from.id)).holds, {
    people: 2,
    invitations: 1,
    channels: 1,
    questionnaires: 1,
    shortcuts: 0,
    reasons: 0,
    openConversations: 2,
    closedConversations: 1,
  })
  const before = await holdings(lille.id)
  const [rosas, adas, lous] = [
    await openConsole(cast, rosa),
    await openConsole(cast, ada),
    await openConsole(cast, cast.lou),
  ]

  assert.equal(verdictOf(await archiving(from.id, null)), '422 sub-accounts.heir-required')
  const startMs = performance.now()
  const archived = await archiving(from.id, lille.id)
  assert.equal(archived.status, 200, archived.text)
  assert.equal(await rosas.end, closeCodes.accessChanged, 'what is open is scoped anew')
  assert.ok(performance.now() - startMs < promptlyMs, 'within a second')

  assert.deepEqual(await holdings(from.id), {
    ...Object(archived.body),
    holds: {
      people: 0,
      invitations: 0,
      channels: 0,
      questionnaires: 0,
      shortcuts: 0,
      reasons: 0,
      openConversations: 0,
      closedConversations: 0,
    },
    isEmpty: true,
  })
  const sum = (await holdings(lille.id)).holds
  assert.deepEqual(
    [sum.people, sum.invitations, sum.channels, sum.questionnaires, sum.openConversations, sum.closedConversations],
    [
      before.holds.people + 2,
      before.holds.invitations + 1,
      before.holds.channels + 1,
      before.holds.questionnaires + 1,
      before.holds.openConversations + 2,
      before.holds.closedConversations + 1,
    ],
  )

  const inbox = await inboxOf(cast, rosa)
  assert.deepEqual(
    inbox.subAccounts.map(({ id }) => id),
    [lille.id],
  )
  for (const [state, { conversationId }] of Object.entries(talks)) {
    const { conversation } = await threadOf(rosa, conversationId)
    assert.deepEqual([conversation.subAccountId, conversation.state], [lille.id, state])
  }
  assert.ok(inbox.questionnaires.some(({ id }) => id === questionnaire.id))
  for (const ear of [adas, lous]) await ear.hears((frame) => tellsOfSubAccounts(frame))
  const told = eventsIn(adas.heard, 'conversation.changed').map(({ conversation }) => Object(conversation))
  assert.deepEqual(
    new Set(told.map(({ id, subAccountId }) => `${id} ${subAccountId}`)),
    new Set([talks.pending, talks.open].map(({ conversationId }) => `${conversationId} ${lille.id}`)),
    'waiting and open ones are told, one by one',
  )
  assert.ok(
    eventsIn(lous.heard, 'colleague.changed').some(({ colleague }) => Object(colleague).id === rene.agentId),
    'new colleagues are introduced',
  )

  // The visitors go on where they were, and new ones begin in the heir.
  await scene.say(talks.open.visitor, 'Je suis toujours là')
  const { conversation } = await scene.say(newPasser(from))
  assert.equal((await threadOf(rosa, conversation.id)).conversation.subAccountId, lille.id)
  // Whoever was invited arrives in the heir.
  const view = await grant(origin, viewOf(invitation.token))
  assert.equal(view.subAccountName, 'Lille')
  const [entry] = (await journalActs(from.id)).filter(({ act }) => act === 'sub-accounts.archived')
  assert.deepEqual(entry?.after, { heir: 'Lille' })
  for (const ear of [adas, lous]) ear.close()
})

const viewOf = (token: string) =>
  ({ route: 'POST /invitation-links/view', by: { headers: () => ({}) }, body: { token } }) as const

const threadOf = (
  by: Engaged,
  conversationId: ConversationId,
): Promise<ReplyOf<'GET /organisations/:organisationId/conversations/:conversationId'>> =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by,
    params: { ...inVerdier(), conversationId },
  })

test('first words that come while their sub-account is archived are in its heir, none in between', async () => {
  const from = await cast.verdier.makeSubAccount('Reims')
  // The door has just been asked, and remembers the channel for a second.
  await scene.say(newPasser(from))
  const visitors = Array.from({ length: 20 }, () => newPasser(from))
  const saying = visitors.slice(0, 10).map((visitor) => scene.say(visitor))
  const archived = archiving(from.id, cast.lille.id)
  const said = await Promise.all([...saying, ...visitors.slice(10).map((visitor) => scene.say(visitor))])
  assert.equal((await archived).status, 200)
  for (const { conversation } of said)
    assert.equal((await threadOf(cast.ada, conversation.id)).conversation.subAccountId, cast.lille.id)
  assert.equal((await holdings(from.id)).isEmpty, true)
})

test('a closed conversation that its visitor brings back this moment goes along, and does not wait where nobody looks', async () => {
  const from = await cast.verdier.makeSubAccount('Metz')
  const { conversationId } = await scene.talk(from, cast.ada, 'closed')
  const { database } = cast.comptoir.platform
  const [reopened, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const reopening = database.transaction(cast.verdier.id, async ({ db }) => {
    await db
      .updateTable('conversations')
      .set({ state: 'pending', closing: null, assignee_id: null, assignee_name: null, assignee_shown_name: null })
      .where('organisation_id', '=', cast.verdier.id)
      .where('id', '=', conversationId)
      .execute()
    reopened.resolve()
    await told.promise
  })
  await reopened.promise
  const archived = archiving(from.id, cast.lille.id)
  while (!(await isSomebodyWaiting())) await pause(10)
  told.resolve()
  await reopening
  assert.equal((await archived).status, 200)
  const { conversation } = await threadOf(cast.ada, conversationId)
  assert.deepEqual([conversation.state, conversation.subAccountId], ['pending', cast.lille.id])
})

/** For a row that another transaction holds. */
const isSomebodyWaiting = () =>
  cast.comptoir.platform.database.asOwner(async ({ db }) => {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    return rows.length > 0
  })

test('a removed person goes along too, so that one who is brought back has a place', async () => {
  const { comptoir, verdier, ada, lille } = cast
  const from = await add()
  const gone = await engage(comptoir, verdier.id, 'Gaël Gone', { role: 'agent', subAccountId: from.id })
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: ada,
    params: { ...inVerdier(), agentId: gone.agentId },
  })
  const left = await holdings(from.id)
  assert.deepEqual([left.holds.people, left.isEmpty], [0, false])
  assert.equal(verdictOf(await archiving(from.id, null)), '422 sub-accounts.heir-required')
  assert.equal((await archiving(from.id, lille.id)).status, 200)
  const row = await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
    db
      .selectFrom('agents')
      .select('sub_account_id')
      .where('organisation_id', '=', verdier.id)
      .where('id', '=', gone.agentId)
      .executeTakeFirst(),
  )
  assert.equal(row?.sub_account_id, lille.id)
})

test('the heir is another one in use; an archived one is nobody’s, until it is brought back', async () => {
  const { verdier } = cast
  const [one, two] = [await add(), await add()]
  assert.equal(verdictOf(await archiving(one.id, one.id)), '422 sub-accounts.heir-refused')
  assert.equal((await archiving(one.id, null)).status, 200, 'an empty one needs no heir')
  assert.equal((await archiving(one.id, null)).status, 200, 'again: as it was')
  assert.equal(verdictOf(await archiving(two.id, one.id)), '422 sub-accounts.heir-refused')
  assert.ok(!(await inboxOf(cast, cast.ada)).subAccounts.some(({ id }) => id === one.id))
  const invite = () =>
    make(cast.origin, {
      route: 'POST /organisations/:organisationId/invitations',
      by: cast.ada,
      params: { organisationId: verdier.id },
      body: {
        emails: ['paula@maison.example'],
        role: 'agent',
        subAccountId: one.id,
        languages: ['fr'],
        activeOnArrival: true,
        locale: 'fr',
      },
    })
  assert.equal(verdictOf(await invite()), '404 request.not-found')
  const taken = { route: `POST ${ofHouse}`, by: cast.ada, params: inVerdier(), body: { name: one.name } } as const
  assert.equal(verdictOf(await make(cast.origin, taken)), '409 sub-accounts.name-taken', 'its name is kept for it')
  assert.equal((await restoring(one.id)).status, 200)
  assert.equal((await holdings(one.id)).archivedAt, null)
  assert.equal((await invite()).status, 200)
})

test('the last sub-account cannot be archived, nor the last two at once', async () => {
  const { elsewhere, nice, oscar } = cast
  assert.equal(verdictOf(await archiving(nice.id, null, oscar)), '409 sub-accounts.last')
  const second = await elsewhere.makeSubAccount('Menton')
  const answers = await Promise.all([archiving(nice.id, second.id, oscar), archiving(second.id, nice.id, oscar)])
  assert.deepEqual(answers.filter(({ status }) => status === 200).length, 1)
  assert.match(answers.map(verdictOf).sort().join(), /^200,(409 sub-accounts\.last|422 sub-accounts\.heir-refused)$/)
})

test('an advisor goes with their questionnaire', async () => {
  const { comptoir, verdier, lille } = cast
  const from = await add()
  const { id } = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/questionnaires',
    by: cast.ada,
    params: inVerdier(),
    body: { name: 'Retours', subAccountId: from.id },
  })
  const advisor = await engage(comptoir, verdier.id, 'Aimé Avis', {
    role: 'agent',
    subAccountId: from.id,
    questionnaireIds: [id],
  })
  assert.equal((await archiving(from.id, lille.id)).status, 200)
  const { questionnaires } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/questionnaires',
    by: cast.ada,
    params: inVerdier(),
  })
  const moved = questionnaires.find((one) => one.id === id)
  assert.deepEqual([moved?.subAccountId, moved?.advisors.map((one) => one.id)], [lille.id, [advisor.agentId]])
})
