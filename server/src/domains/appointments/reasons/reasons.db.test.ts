import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ReasonForAgent, ReasonSettings } from '#contract/appointments/reasons.ts'
import type { AgentId, BookingId, SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'
import { findReason, slotRuleOf, takersOf } from './index.ts'

const ofHouse = '/organisations/:organisationId/appointment-reasons'

let cast: Cast
/** An agent of Lyon who receives, and one of Lille. */
let rose: Engaged
let leon: Engaged
before(async () => {
  cast = await openCast()
  const { comptoir, verdier, lyon, lille } = cast
  const receiving = { role: 'agent', modules: ['conversations', 'appointments'] } as const
  const as = { ...receiving, modules: [...receiving.modules] }
  rose = await engage(comptoir, verdier.id, 'Rose Rendez', { ...as, subAccountId: lyon.id })
  leon = await engage(comptoir, verdier.id, 'Léon Lillois', { ...as, subAccountId: lille.id })
})
after(() => cast.comptoir.stop())

const advice: ReasonSettings = {
  name: 'Conseil',
  texts: [{ language: 'fr', title: 'Conseil', description: 'Une heure pour choisir.' }],
  colour: '#1d6b4f',
  place: 'on-site',
  placeDetail: '3 rue des Tanneurs, Lyon',
  minutes: 60,
  everyMinutes: 30,
  beforeMinutes: 5,
  afterMinutes: 15,
  noticeMinutes: 120,
  aheadDays: 60,
  reminders: [1_440],
  takerIds: null,
  visitorsChoose: true,
}
let made = 0
const making = (by: Engaged, wish: Partial<ReasonSettings> & { subAccountId?: string } = {}) =>
  make(cast.origin, {
    route: `POST ${ofHouse}`,
    by,
    params: { organisationId: by.organisationId },
    body: { ...advice, subAccountId: cast.lyon.id, name: `Conseil ${++made}`, ...wish },
  })
async function reasonOf(by: Engaged, wish: Parameters<typeof making>[1] = {}): Promise<ReasonForAgent> {
  const answer = await making(by, wish)
  assert.equal(answer.status, 200, answer.text)
  return Object(answer.body)
}
const at = (by: Engaged, { id }: Pick<ReasonForAgent, 'id'>) => ({ organisationId: by.organisationId, reasonId: id })
const changing = (by: Engaged, reason: ReasonForAgent, change: Partial<ReasonForAgent> = {}) => {
  const { id: _, subAccountId: __, takers: ___, archivedAt: ____, may: _____, ...body } = { ...reason, ...change }
  return make(cast.origin, { route: `PUT ${ofHouse}/:reasonId`, by, params: at(by, reason), body })
}
const archiving = (method: 'POST' | 'DELETE', by: Engaged, reason: ReasonForAgent) =>
  make(cast.origin, { route: `${method} ${ofHouse}/:reasonId/archiving`, by, params: at(by, reason) })
const listOf = (by: Engaged) =>
  grant(cast.origin, { route: `GET ${ofHouse}`, by, params: { organisationId: by.organisationId } })
const seen = async (by: Engaged, { id }: Pick<ReasonForAgent, 'id'>) =>
  (await listOf(by)).reasons.find((reason) => reason.id === id)

test('[A8] who sees and who changes a reason: those of its sub-account who hold the module, and who configures there', async () => {
  const { ada, milo, marc, ben, iris, oscar } = cast
  const reason = await reasonOf(marc)
  const closed = { ben: '403 access.refused', iris: '403 access.inactive' }
  const people = { ada, milo, marc, rose, leon, ben, iris, oscar }
  for (const [name, person] of Object.entries(people)) {
    const list = await make(cast.origin, {
      route: `GET ${ofHouse}`,
      by: person,
      params: { organisationId: person.organisationId },
    })
    if (name in closed) {
      assert.equal(verdictOf(list), closed[name as keyof typeof closed], name)
      assert.equal(verdictOf(await changing(person, reason)), closed[name as keyof typeof closed], name)
      continue
    }
    const shown = await seen(person, reason)
    assert.equal(shown !== undefined, ['ada', 'milo', 'marc', 'rose'].includes(name), `${name} sees it`)
    assert.equal(shown?.may.change === true, ['ada', 'marc'].includes(name), `${name} is told they may change it`)
    const expected = { milo: '403 access.refused', rose: '403 access.refused' }[name] ?? '404 request.not-found'
    const mayChange = ['ada', 'marc'].includes(name)
    // The version is an old one: whoever may is told so, and nobody gets further.
    assert.equal(
      verdictOf(await changing(person, reason, { version: 0 })),
      mayChange ? '409 reasons.changed-meanwhile' : expected,
      name,
    )
    assert.equal(verdictOf(await archiving('POST', person, reason)), mayChange ? '200' : expected, name)
    assert.equal(verdictOf(await archiving('DELETE', person, reason)), mayChange ? '200' : expected, name)
  }
  assert.deepEqual((await listOf(marc)).mayMakeIn, [cast.lyon.id])
  assert.deepEqual((await listOf(milo)).mayMakeIn, [])
  assert.deepEqual(new Set((await listOf(ada)).mayMakeIn), new Set([cast.lyon.id, cast.lille.id]))
})

test('a reason is made in a sub-account of one’s own; another’s, and one that is not there, answer alike', async () => {
  const { ada, marc, milo, lille, nice } = cast
  const into = (by: Engaged, subAccountId: string) => making(by, { subAccountId })
  const missing = await into(marc, uuid7())
  assert.equal(verdictOf(missing), '404 request.not-found')
  for (const id of [lille.id, nice.id]) assert.equal((await into(marc, id)).text, missing.text)
  assert.equal(verdictOf(await into(ada, nice.id)), '404 request.not-found')
  assert.equal(verdictOf(await making(milo)), '403 access.refused')
  assert.equal(verdictOf(await making(rose)), '403 access.refused')
  assert.equal((await into(ada, lille.id)).status, 200, 'control: it is hers')
})

test('a name is one reason’s within its sub-account, case aside, archived ones too; of two at once, one has it', async () => {
  const { ada, marc, lille } = cast
  const first = await reasonOf(marc, { name: 'Essayage' })
  const again = await making(marc, { name: 'ESSAYAGE' })
  assert.deepEqual([verdictOf(again), Object(again.body).field], ['409 reasons.name-taken', 'name'])
  await archiving('POST', marc, first)
  assert.equal(verdictOf(await making(marc, { name: 'Essayage' })), '409 reasons.name-taken')
  const other = await reasonOf(marc)
  assert.equal(verdictOf(await changing(marc, other, { name: 'essayage' })), '409 reasons.name-taken')
  assert.equal((await changing(marc, other, { name: other.name.toUpperCase() })).status, 200, 'its own is no other’s')
  assert.equal((await making(ada, { name: 'Essayage', subAccountId: lille.id })).status, 200, 'free in Lille')
  const both = await Promise.all([making(ada, { name: 'Retouche' }), making(marc, { name: 'Retouche' })])
  assert.deepEqual(both.map(verdictOf).sort(), ['200', '409 reasons.name-taken'])
})

test('what is kept somewhere says where: an address on site, for a video talk a link over https; the phone needs none', async () => {
  const { marc } = cast
  for (const [place, placeDetail] of [
    ['on-site', ''],
    ['on-site', '  \n '],
    ['video', ''],
    ['video', 'salle 3'],
    ['video', 'http://meet.example/conseil'],
    ['video', 'javascript:alert(1)'],
    ['video', 'https://marc:secret@meet.example/conseil'],
    ['video', 'https://meet.example/conseil ou le téléphone'],
  ] as const) {
    const answer = await making(marc, { place, placeDetail })
    assert.deepEqual(
      [verdictOf(answer), Object(answer.body).field],
      ['422 reasons.place-missing', 'placeDetail'],
      `${place} ${placeDetail}`,
    )
  }
  const talk = await reasonOf(marc, { place: 'video', placeDetail: 'https://meet.example/conseil' })
  assert.equal(verdictOf(await changing(marc, talk, { placeDetail: 'ici' })), '422 reasons.place-missing')
  assert.equal((await reasonOf(marc, { place: 'phone', placeDetail: 'oubliée' })).placeDetail, '')
})

test('only who is known, of the sub-account or of all, and holds the module is chosen; strangers and nobody answer alike', async () => {
  const { ada, milo, marc, ben, lou, olga, remi } = cast
  const choosing = (by: Engaged, ...takerIds: string[]) => making(by, { takerIds: takerIds as AgentId[] })
  const nobody = await choosing(marc, rose.agentId, uuid7())
  assert.deepEqual([verdictOf(nobody), Object(nobody.body).field], ['422 reasons.taker-unfit', 'takerIds.1'])
  for (const { agentId } of [leon, lou, olga, remi, ada, milo])
    assert.equal((await choosing(marc, rose.agentId, agentId)).text, nobody.text, 'Marc does not know them')
  const without = Object((await choosing(marc, ben.agentId)).body)
  assert.deepEqual([without.code, without.details], ['reasons.taker-unfit', { name: ben.name }])
  const ofLille = Object((await choosing(ada, leon.agentId)).body)
  assert.deepEqual([ofLille.code, ofLille.details], ['reasons.taker-unfit', { name: leon.name }])
  assert.equal(verdictOf(await choosing(ada, olga.agentId)), '422 reasons.taker-unfit')
  const reason = await reasonOf(ada, { takerIds: [rose.agentId, milo.agentId, rose.agentId] })
  assert.deepEqual(new Set(reason.takerIds), new Set([rose.agentId, milo.agentId]), 'each once; of all, chosen by name')
  assert.deepEqual(
    (await seen(rose, reason))?.takers,
    [{ id: rose.agentId, name: rose.name }],
    'Rose does not know Milo',
  )
  const kept = await changing(marc, { ...reason }, { minutes: 45 })
  assert.equal(kept.status, 200, 'who was chosen before stays, known to who changes it or not')
})

test('who receives: everybody of the sub-account who may, or those chosen; never who is inactive, elsewhere, or without the module', async () => {
  const { ada, milo, marc, comptoir, verdier, lyon } = cast
  const takersNow = ({ id }: ReasonForAgent) =>
    comptoir.platform.database.transaction(verdier.id, async (tx) => {
      const reason = await findReason(tx, id)
      assert.ok(reason)
      return (await takersOf(tx, reason)).map(({ name }) => name)
    })
  const away = await engage(comptoir, verdier.id, 'Aline Absente', {
    role: 'agent',
    subAccountId: lyon.id,
    active: false,
    modules: ['appointments'],
  })
  const everybody = await reasonOf(ada)
  assert.deepEqual(await takersNow(everybody), [marc.name, rose.name], 'not Ben, Chloé, Léon; not Ada and Milo of all')
  const chosen = await reasonOf(ada, { takerIds: [milo.agentId, rose.agentId, away.agentId] })
  assert.deepEqual(await takersNow(chosen), [milo.name, rose.name])
  await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: ada,
    params: { organisationId: verdier.id, agentId: away.agentId },
    body: { active: true },
  })
  assert.deepEqual(await takersNow(chosen), [away.name, milo.name, rose.name], 'back, she receives')
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: ada,
    params: { organisationId: verdier.id, agentId: away.agentId },
  })
  assert.deepEqual((await seen(ada, chosen))?.takerIds, [milo.agentId, rose.agentId], 'removed, she is none of them')
  const reason = await comptoir.platform.database.transaction(verdier.id, (tx) => findReason(tx, everybody.id))
  assert.deepEqual(reason && slotRuleOf(reason), {
    ...{ minutes: 60, everyMinutes: 30, before: 5, after: 15, noticeMinutes: 120, aheadMinutes: 86_400 },
  })
})

test('a change over somebody else’s is refused, and theirs stands; one that changes nothing is none', async () => {
  const { ada, marc } = cast
  const reason = await reasonOf(ada, { reminders: [60, 1_440, 60] })
  assert.deepEqual(reason.reminders, [1_440, 60], 'each once, the first one first')
  assert.equal((await changing(marc, reason, { minutes: 45 })).status, 200)
  assert.equal(verdictOf(await changing(ada, reason, { minutes: 90 })), '409 reasons.changed-meanwhile')
  const now = await seen(ada, reason)
  assert.deepEqual([now?.minutes, now?.version], [45, 2])
  assert.ok(now)
  await changing(ada, now)
  assert.equal((await seen(ada, reason))?.version, 2)
})

test('of a sub-account there are so many reasons on offer; an archived one leaves room, and comes back when there is some', async () => {
  const { ada, comptoir, verdier, nice, oscar } = cast
  const place = await verdier.makeSubAccount('Rennes')
  const subAccountId = place.id
  const first = await reasonOf(ada, { subAccountId })
  await comptoir.platform.database.transaction(verdier.id, async (tx) => {
    const row = await tx.db
      .selectFrom('appointment_reasons')
      .selectAll()
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow()
    const more = Array.from({ length: limits.reasonsPerSubAccount - 1 }, (_, index) => ({
      ...row,
      id: comptoir.platform.ids.reason(),
      name: `Motif ${index}`,
      texts: JSON.stringify(row.texts),
    }))
    await tx.db.insertInto('appointment_reasons').values(more).execute()
  })
  const full = await making(ada, { subAccountId })
  assert.equal(verdictOf(full), '409 reasons.too-many')
  assert.deepEqual(Object(full.body).details, { limit: limits.reasonsPerSubAccount })
  assert.equal((await archiving('POST', ada, first)).status, 200)
  const instead = await reasonOf(ada, { subAccountId })
  assert.equal(verdictOf(await archiving('DELETE', ada, first)), '409 reasons.too-many')
  await archiving('POST', ada, instead)
  const back = await archiving('DELETE', ada, first)
  assert.deepEqual([back.status, Object(back.body).archivedAt], [200, null])
  assert.equal((await making(oscar, { subAccountId: nice.id })).status, 200, 'another house has its own room')
})

test('reasons of an archived sub-account go to its heir, a name that is taken there numbered, chosen people as they were', async () => {
  const { ada, verdier, comptoir } = cast
  const [from, to] = [await verdier.makeSubAccount('Dijon'), await verdier.makeSubAccount('Beaune')]
  await reasonOf(ada, { name: 'Visite', subAccountId: to.id })
  const moved = await reasonOf(ada, { name: 'visite', subAccountId: from.id, takerIds: [ada.agentId] })
  const appointment = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments',
    by: ada,
    params: { organisationId: verdier.id },
    body: {
      ...{ bookingId: uuid7() as BookingId, reasonId: moved.id, agentId: ada.agentId, despite: ['closed'] },
      ...{ name: 'Vera', email: null, phone: '', words: '', language: 'fr', zone: 'Europe/Paris' },
      ...{ conversationId: null, startsAt: new Date(Date.now() + 3 * 86_400_000).toISOString() },
    },
  })
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving',
    by: ada,
    params: { organisationId: verdier.id, subAccountId: from.id },
    body: { heirSubAccountId: to.id },
  })
  const { sub_account_id: place } = await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
    db.selectFrom('appointments').select('sub_account_id').where('id', '=', appointment.id).executeTakeFirstOrThrow(),
  )
  assert.equal(place, to.id, 'what was booked goes with it')
  const now = await seen(ada, moved)
  assert.deepEqual(
    [now?.name, now?.subAccountId, now?.takerIds, now?.version],
    ['visite (2)', to.id as SubAccountId, [ada.agentId], 2],
  )
  assert.equal(
    verdictOf(await making(ada, { subAccountId: from.id })),
    '404 request.not-found',
    'what is archived gets none',
  )
})

test('[D4] who shows reasons hears that they changed, and nobody of another house; who configures what is in the journal', async () => {
  const { ada, marc, oscar, verdier } = cast
  const [roses, oscars] = [await openConsole(cast, rose), await openConsole(cast, oscar)]
  const tells = (heard: (typeof roses)['heard']) =>
    eventsIn(heard, 'settings.changed').filter(({ list }) => list === 'appointment-reasons').length
  const reason = await reasonOf(marc)
  await changing(marc, reason, { takerIds: [rose.agentId] })
  await archiving('POST', marc, reason)
  await roses.hears(() => tells(roses.heard) >= 3)
  assert.equal(tells(oscars.heard), 0)
  const { entries } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/journal',
    by: ada,
    params: { organisationId: verdier.id },
  })
  const told = entries.filter(({ target }) => target?.id === reason.id)
  assert.deepEqual(
    told.map(({ act, actor }) => `${act} ${actor.name}`),
    ['reasons.archived', 'reasons.changed', 'reasons.made'].map((act) => `${act} ${marc.name}`),
  )
  assert.deepEqual(told[1]?.before, { takers: 'everybody' })
  assert.deepEqual(told[1]?.after, { takers: [rose.name] })
})
