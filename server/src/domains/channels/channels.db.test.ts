import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ChangeChannel } from '#contract/channels.ts'
import type { ChannelId, SubAccountId } from '#contract/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { eventsIn, openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId/channels'
const ofChannel = `${ofHouse}/:channelId`

let cast: Cast
before(async () => {
  cast = await openCast()
})
after(() => cast.comptoir.stop())

const inVerdier = () => ({ organisationId: cast.verdier.id })
const list = (by: Engaged) =>
  grant(cast.origin, { route: `GET ${ofHouse}`, by, params: { organisationId: by.organisationId } })
const wish = (subAccountId: SubAccountId, name = 'Boutique en ligne') =>
  ({ kind: 'website', name, subAccountId, zone: 'Europe/Paris' }) as const
const add = (subAccountId: SubAccountId = cast.lyon.id, by = cast.ada) =>
  grant(cast.origin, { route: `POST ${ofHouse}`, by, params: inVerdier(), body: wish(subAccountId) })
const tryAdding = (by: Engaged, subAccountId: SubAccountId) =>
  make(cast.origin, { route: `POST ${ofHouse}`, by, params: inVerdier(), body: wish(subAccountId) }).then(verdictOf)
const change = (channelId: ChannelId, body: ChangeChannel, by = cast.ada) =>
  make(cast.origin, { route: `PUT ${ofChannel}`, by, params: { ...inVerdier(), channelId }, body })
const present = async (id: ChannelId) => {
  const found = (await list(cast.ada)).channels.find((channel) => channel.id === id)
  assert.ok(found)
  return found
}
const journalOf = async (id: ChannelId) => {
  const route = 'GET /organisations/:organisationId/journal'
  const { entries } = await grant(cast.origin, { route, by: cast.ada, params: inVerdier() })
  return entries.filter(({ target }) => target?.id === id)
}
const questionnaireIn = (subAccountId: SubAccountId, name: string) =>
  grant(cast.origin, {
    route: 'POST /organisations/:organisationId/questionnaires',
    by: cast.ada,
    params: inVerdier(),
    body: { name, subAccountId },
  })

test('[C9] an administrator makes channels of any sub-account, a manager of their own, nobody else any', async () => {
  const channel = await add(cast.lille.id)
  assert.deepEqual(
    [channel.subAccountId, channel.state, channel.languages, channel.hours.opens, channel.whenNobody],
    [cast.lille.id, 'running', ['fr', 'en'], 'always', 'form'],
  )
  assert.match(channel.scriptTag, new RegExp(`data-channel="${channel.key}"`))
  assert.equal((await journalOf(channel.id))[0]?.act, 'channels.made')

  assert.equal((await add(cast.lyon.id, cast.marc)).subAccountId, cast.lyon.id)
  assert.equal(await tryAdding(cast.marc, cast.lille.id), '404 request.not-found')
  assert.equal(await tryAdding(cast.milo, cast.lyon.id), '403 access.refused')
  assert.equal(await tryAdding(cast.ben, cast.lyon.id), '403 access.refused')
  assert.equal(await tryAdding(cast.ada, cast.nice.id), '404 request.not-found')
})

test('[C9] no channel is made where nobody works any more', async () => {
  const { id: subAccountId } = await cast.verdier.makeSubAccount('Reims')
  const params = { ...inVerdier(), subAccountId }
  const route = 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving'
  await grant(cast.origin, { route, by: cast.ada, params, body: { heirSubAccountId: cast.lille.id } })
  assert.equal(await tryAdding(cast.ada, subAccountId), '404 request.not-found')
})

test('[C9] a manager sees the channels of their sub-account alone, an agent none', async () => {
  const lille = await add(cast.lille.id)
  const lyon = await add(cast.lyon.id)
  const [adas, marcs] = [await list(cast.ada), await list(cast.marc)]
  const ids = ({ channels }: typeof adas) => channels.map(({ id }) => id)
  assert.ok(ids(adas).includes(lille.id) && ids(adas).includes(lyon.id))
  assert.ok(ids(marcs).includes(lyon.id) && !ids(marcs).includes(lille.id))
  assert.ok(marcs.channels.every(({ subAccountId, may }) => subAccountId === cast.lyon.id && may.change))
  assert.deepEqual([adas.mayMake, marcs.mayMake, (await list(cast.milo)).mayMake], [true, true, false])
  const answer = await make(cast.origin, { route: `GET ${ofHouse}`, by: cast.ben, params: inVerdier() })
  assert.equal(verdictOf(answer), '403 access.refused')
})

test('[C9] what is saved is heard by colleagues at once, and what is not said stays', async () => {
  const channel = await add()
  const ear = await openConsole(cast, cast.marc)
  const position = { side: 'left', sidePx: 32, bottomPx: 96 } as const
  const answer = await change(channel.id, { version: channel.version, name: 'Comptoir de Lyon', position })
  assert.equal(answer.status, 200)
  await ear.hears((frame) => eventsIn([frame], 'settings.changed').some(({ list }) => list === 'channels'))
  ear.close()
  const saved = await present(channel.id)
  assert.deepEqual(saved, { ...channel, name: 'Comptoir de Lyon', position, version: channel.version + 1 })
  const [entry] = await journalOf(channel.id)
  assert.equal(entry?.act, 'channels.changed')
  assert.deepEqual(entry?.after, { name: 'Comptoir de Lyon', position: 'left 32 96' })
})

test('[C9] of two who save over one version the second is told, and nothing of theirs is kept', async () => {
  const { id, version } = await add()
  assert.equal((await change(id, { version, name: 'Une' })).status, 200)
  assert.equal(verdictOf(await change(id, { version, name: 'Deux' }, cast.marc)), '409 channels.changed-meanwhile')
  assert.equal((await present(id)).name, 'Une')
})

test('[C9] opening hours that overlap or end before they begin are refused where they stand, and nothing is saved', async () => {
  const made = await add()
  const { id, version, hours } = made
  const at = (day: number, ...intervals: [number, number][]) => ({
    ...hours,
    opens: 'by-hours' as const,
    week: hours.week.map((_, index) =>
      index === day ? intervals.map(([fromMinute, toMinute]) => ({ fromMinute, toMinute })) : [],
    ),
  })
  for (const [faulty, code, field] of [
    [at(2, [540, 720], [700, 1_080]), '422 channels.hours-overlap', 'hours.week.2.1'],
    [at(4, [540, 720], [1_080, 840]), '422 channels.hours-backwards', 'hours.week.4.1'],
    [at(0, [540, 540]), '422 channels.hours-backwards', 'hours.week.0.0'],
  ] as const) {
    const answer = await change(id, { version, name: 'Autre', hours: faulty })
    assert.deepEqual([verdictOf(answer), Object(answer.body).field], [code, field])
  }
  for (const malformed of [
    { ...hours, zone: 'Europe/Nulle-Part' },
    { ...hours, week: hours.week.slice(1) },
    at(0, [540, 1_441]),
    at(0, [-1, 540]),
    { ...hours, closedDays: [{ date: '2026-02-30', label: '' }] },
  ])
    assert.equal(verdictOf(await change(id, { version, hours: malformed })), '422 request.invalid')
  assert.deepEqual(await present(id), made)

  const good = at(0, [840, 1_080], [540, 720])
  assert.equal((await change(id, { version, hours: good })).status, 200, 'control')
  assert.deepEqual((await present(id)).hours.week[0], [
    { fromMinute: 540, toMinute: 720 },
    { fromMinute: 840, toMinute: 1_080 },
  ])
})

test('[C9] the questionnaire alone greets only where there is one, and no longer once it is archived', async () => {
  const { id, version } = await add()
  const alone = await change(id, { version, whenNobody: 'questionnaire' })
  assert.deepEqual([verdictOf(alone), Object(alone.body).field], ['422 channels.questionnaire-required', 'whenNobody'])
  const questionnaire = await questionnaireIn(cast.lyon.id, 'Commandes de Lyon')
  const both = { version, whenNobody: 'questionnaire', questionnaireId: questionnaire.id } as const
  assert.equal((await change(id, both)).status, 200)
  assert.equal(
    verdictOf(await change(id, { version: version + 1, questionnaireId: null })),
    '422 channels.questionnaire-required',
  )
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving',
    by: cast.ada,
    params: { ...inVerdier(), questionnaireId: questionnaire.id },
  })
  const left = await present(id)
  assert.deepEqual([left.whenNobody, left.questionnaireId], ['form', null])
})

test('[C9] a questionnaire of another sub-account greets nobody here', async () => {
  const { id, version } = await add()
  const { id: questionnaireId } = await questionnaireIn(cast.lille.id, 'Commandes de Lille')
  const answer = await change(id, { version, questionnaireId })
  assert.deepEqual([verdictOf(answer), Object(answer.body).field], ['422 questionnaires.unknown', 'questionnaireId'])
})

test('[C9] a manager changes, pauses and archives no channel of another sub-account, a moderator none', async () => {
  const lille = await add(cast.lille.id)
  const params = { ...inVerdier(), channelId: lille.id }
  for (const [by, verdict] of [
    [cast.marc, '404 request.not-found'],
    [cast.milo, '403 access.refused'],
    [cast.ben, '403 access.refused'],
  ] as const) {
    assert.equal(verdictOf(await change(lille.id, { version: 1, name: 'Autre' }, by)), verdict)
    for (const route of [
      `POST ${ofChannel}/pause`,
      `DELETE ${ofChannel}/pause`,
      `POST ${ofChannel}/archiving`,
      `DELETE ${ofChannel}/archiving`,
    ] as const)
      assert.equal(verdictOf(await make(cast.origin, { route, by, params })), verdict, `${by.name} ${route}`)
  }
  assert.deepEqual(await present(lille.id), lille)
})
