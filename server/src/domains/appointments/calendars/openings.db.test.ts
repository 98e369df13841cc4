import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CalendarForAgent, OpeningWish, SavedOpening } from '#contract/appointments/openings.ts'
import type { AgentId, BookingId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import { dayMs, type Span } from '#contract/wall-clock.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'
import { findSlots } from '../slots/slots.ts'
import { asAgentTime, readAgentTimes } from './agent-times.ts'

const calendar = '/organisations/:organisationId/agents/:agentId/calendar'
/** Next year: what is once is yet to come, whenever this runs. */
const year = new Date().getUTCFullYear() + 1

let cast: Cast
/** An agent of Lyon who receives. */
let rose: Engaged
before(async () => {
  cast = await openCast()
  rose = await receiver('Rose Rendez')
})
after(() => cast.comptoir.stop())

const receiver = (name: string) =>
  engage(cast.comptoir, cast.verdier.id, name, {
    role: 'agent',
    subAccountId: cast.lyon.id,
    modules: ['conversations', 'appointments'],
  })

const of = (by: Engaged, agentId: AgentId = by.agentId) => ({ organisationId: by.organisationId, agentId })
const reading = (by: Engaged, agentId?: AgentId) =>
  make(cast.origin, { route: `GET ${calendar}`, by, params: of(by, agentId) })
const calendarOf = async (by: Engaged, agentId?: AgentId): Promise<CalendarForAgent> =>
  grant(cast.origin, { route: `GET ${calendar}`, by, params: of(by, agentId) })
const changing = (by: Engaged, body: object, agentId?: AgentId) =>
  make(cast.origin, { route: `PUT ${calendar}`, by, params: of(by, agentId), body })
const morning: OpeningWish = {
  ...{ kind: 'opening', from: '2026-01-05T09:00', to: '2026-01-05T12:00', rule: 'FREQ=WEEKLY;BYDAY=MO', label: '' },
}
const adding = (by: Engaged, wish: Partial<OpeningWish> = {}, agentId?: AgentId) =>
  make(cast.origin, {
    route: `POST ${calendar}/openings`,
    by,
    params: of(by, agentId),
    body: { ...morning, ...wish },
  })
async function added(by: Engaged, wish: Partial<OpeningWish> = {}, agentId?: AgentId): Promise<SavedOpening> {
  const answer = await adding(by, wish, agentId)
  assert.equal(answer.status, 200, answer.text)
  return Object(answer.body)
}
const moving = (
  by: Engaged,
  { booked: _, id, ...opening }: SavedOpening,
  change: Partial<SavedOpening> = {},
  agentId?: AgentId,
) =>
  make(cast.origin, {
    route: `PUT ${calendar}/openings/:openingId`,
    by,
    params: { ...of(by, agentId), openingId: id },
    body: { ...opening, ...change },
  })
const removing = (by: Engaged, { id }: Pick<SavedOpening, 'id'>, agentId?: AgentId) =>
  make(cast.origin, {
    route: `DELETE ${calendar}/openings/:openingId`,
    by,
    params: { ...of(by, agentId), openingId: id },
  })
const timesIn = async (window: Span, ...people: Engaged[]) =>
  cast.comptoir.platform.database.transaction(cast.verdier.id, (tx) =>
    readAgentTimes(
      tx,
      people.map(({ agentId }) => agentId),
      window,
      'fr',
    ),
  )
const at = (text: string) => Date.parse(text)
const told = (spans: readonly Span[] | undefined) =>
  spans?.map(
    ({ from, to }) => `${new Date(from).toISOString().slice(0, 16)} ${new Date(to).toISOString().slice(11, 16)}`,
  )

/** When clocks change in Paris. */
function lastSunday(month: number): string {
  const last = new Date(Date.UTC(year, month, 0))
  return new Date(last.getTime() - last.getUTCDay() * dayMs).toISOString().slice(0, 10)
}
const [spring, autumn] = [lastSunday(3), lastSunday(10)]
const yearAround = { from: at(`${year}-01-01T00:00Z`), to: at(`${year + 1}-01-01T00:00Z`) }

test('[A8] whose calendar who reads and changes: everybody their own, who runs appointments those they have, who configures changes them', async () => {
  const { ada, milo, marc, ben, iris, lou, oscar } = cast
  const other = await receiver('Rachel Rendez')
  const opening = await added(rose)
  const people = { ada, milo, marc, rose, other, ben, iris, lou, oscar }
  const closed = { ben: '403 access.refused', lou: '403 access.refused', iris: '403 access.inactive' }
  for (const [name, person] of Object.entries(people)) {
    const unseen = closed[name as keyof typeof closed] ?? '404 request.not-found'
    const reads = ['ada', 'milo', 'marc', 'rose'].includes(name)
    const mayChange = ['ada', 'marc', 'rose'].includes(name)
    const seen = await reading(person, rose.agentId)
    assert.equal(verdictOf(seen), reads ? '200' : unseen, name)
    assert.equal(Object(seen.body).may?.change === true, mayChange, name)
    const refused = reads ? '403 access.refused' : unseen
    const { zone, holidays } = await calendarOf(rose)
    // Versions are old ones: whoever may is told so, and nobody gets further.
    assert.deepEqual(
      [
        verdictOf(await changing(person, { zone, holidays, version: 99 }, rose.agentId)),
        verdictOf(await moving(person, opening, { version: 99 }, rose.agentId)),
        verdictOf(await removing(person, { id: uuid7() as SavedOpening['id'] }, rose.agentId)),
      ],
      mayChange
        ? ['409 calendars.changed-meanwhile', '409 openings.changed-meanwhile', '404 request.not-found']
        : [refused, refused, refused],
      name,
    )
    const adds = await adding(person, {}, rose.agentId)
    assert.equal(verdictOf(adds), mayChange ? '200' : refused, name)
  }
  assert.equal((await removing(marc, opening, rose.agentId)).status, 200)
  assert.equal(verdictOf(await removing(rose, opening)), '404 request.not-found', 'it is gone')
  const hers = await added(other)
  assert.equal(verdictOf(await removing(rose, hers)), '404 request.not-found', 'another’s is not found in one’s own')
  assert.equal(verdictOf(await moving(rose, hers)), '404 request.not-found')
})

test('who has chosen nothing goes by the clocks of their sub-account, and by those for ever once they have openings', async () => {
  const { ada, marc, comptoir, verdier, lyon } = cast
  const [first, second] = [await receiver('Zoé Zone'), await receiver('Zita Zone')]
  assert.deepEqual(
    [await calendarOf(first), await calendarOf(ada)].map(({ zone, holidays, version }) => [zone, holidays, version]),
    [
      ['Europe/Paris', null, 0],
      ['Europe/Paris', null, 0],
    ],
  )
  await added(first)
  const inMontreal = (zone: string) =>
    comptoir.platform.database.transaction(verdier.id, async ({ db }) => {
      const { hours } = await db
        .selectFrom('channels')
        .select('hours')
        .where('id', '=', lyon.channelId)
        .executeTakeFirstOrThrow()
      await db
        .updateTable('channels')
        .set({ hours: JSON.stringify({ ...Object(hours), zone }) })
        .where('id', '=', lyon.channelId)
        .execute()
    })
  await inMontreal('America/Montreal')
  assert.equal((await calendarOf(second)).zone, 'America/Montreal')
  assert.equal((await calendarOf(first)).zone, 'Europe/Paris', 'her openings were entered by these')
  assert.equal((await calendarOf(marc, first.agentId)).version, 0, 'which is no choice of hers')
  await inMontreal('Europe/Paris')
})

test('zone and holidays are changed over the version that was read; a place without holidays that are known is refused', async () => {
  const own = await receiver('Zélie Zone')
  const wish = { zone: 'America/Montreal', holidays: 'FR-57', version: 0 }
  for (const holidays of ['XX', 'FR-ZZ', 'FR-CONSTR']) {
    const unknown = await changing(own, { ...wish, holidays })
    assert.deepEqual([verdictOf(unknown), Object(unknown.body).field], ['422 calendars.holidays-unknown', 'holidays'])
  }
  assert.equal(verdictOf(await changing(own, { ...wish, zone: 'Europe/Nowhere' })), '422 request.invalid')
  const changed = await changing(own, wish)
  assert.deepEqual([Object(changed.body).zone, Object(changed.body).version], ['America/Montreal', 1])
  assert.equal(verdictOf(await changing(own, { ...wish, zone: 'Europe/Paris' })), '409 calendars.changed-meanwhile')
  assert.equal(Object((await changing(own, { ...wish, version: 1 })).body).version, 1, 'nothing changed')
  assert.equal((await calendarOf(own)).zone, 'America/Montreal')
  const { places } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/holiday-places',
    by: own,
    params: { organisationId: own.organisationId },
  })
  assert.ok(places.some(({ place, name }) => place === 'DE' && name === 'Germany'))
  assert.ok(places.some(({ place }) => place === 'FR-57'))
})

test('the address of another calendar is its owner’s secret: others learn that there is one, and may only end it', async () => {
  const { marc, ada, comptoir, verdier } = cast
  const own = await receiver('Odile Outside')
  const wish = { zone: 'Europe/Paris', holidays: null }
  const outsideUrl = 'https://calendar.example/private-4711/basic.ics'
  for (const bad of ['ftp://calendar.example/a.ics', 'calendar.example/a.ics', 'file:///etc/passwd', 'javascript:1'])
    assert.equal(verdictOf(await changing(own, { ...wish, outsideUrl: bad, version: 0 })), '422 request.invalid', bad)
  assert.equal((await changing(own, { ...wish, outsideUrl, version: 0 })).status, 200)
  const busy = { from: at(`${year}-05-03T08:00Z`), to: at(`${year}-05-03T09:00Z`) }
  await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
    db
      .insertInto('outside_busy')
      .values({
        organisation_id: verdier.id,
        agent_id: own.agentId,
        busy: `[${new Date(busy.from).toISOString()},${new Date(busy.to).toISOString()})`,
      })
      .execute(),
  )
  assert.deepEqual([(await calendarOf(own)).outsideUrl, (await calendarOf(own)).outside.isSet], [outsideUrl, true])
  for (const by of [marc, ada]) {
    const seen = await reading(by, own.agentId)
    assert.ok(!seen.text.includes('4711'), 'nobody else is told it')
    assert.equal(Object(seen.body).outside.isSet, true)
  }
  const given = await changing(marc, { ...wish, outsideUrl: 'https://marc.example/b.ics', version: 1 }, own.agentId)
  assert.equal(verdictOf(given), '403 access.refused')
  await changing(marc, { ...wish, zone: 'Europe/Brussels', version: 1 }, own.agentId)
  assert.equal((await calendarOf(own)).outsideUrl, outsideUrl, 'a change of something else leaves it')
  assert.deepEqual((await timesIn(yearAround, own)).get(own.agentId)?.busy, [busy])
  await changing(marc, { ...wish, outsideUrl: null, version: 2 }, own.agentId)
  assert.equal((await calendarOf(own)).outside.isSet, false)
  assert.deepEqual((await timesIn(yearAround, own)).get(own.agentId)?.busy, [], 'what it said is forgotten')
})

test('[A9] an opening that could not be is refused at its field, in its own words, and nothing is written', async () => {
  const own = await receiver('Rita Refus')
  const once = (from: string, to: string) => ({ rule: null, from, to })
  const june = `${year}-06-07`
  const wishes: [Partial<OpeningWish>, string, string][] = [
    [once(`${june}T12:00`, `${june}T09:00`), 'openings.backwards', 'to'],
    [once(`${june}T09:00`, `${june}T09:00`), 'openings.backwards', 'to'],
    [once(`${june}T09:00`, `${year}-06-08T09:01`), 'openings.too-long', 'to'],
    [{ ...once(`${june}T09:00`, `${year + 1}-06-09T09:00`), kind: 'absence' }, 'openings.too-long', 'to'],
    [{ rule: 'FREQ=HOURLY' }, 'openings.rule-unknown', 'rule'],
    [{ rule: 'FREQ=WEEKLY;BYDAY=1MO' }, 'openings.rule-unknown', 'rule'],
    [{ rule: 'chaque=lundi' }, 'openings.rule-unknown', 'rule'],
    [{ rule: 'FREQ=WEEKLY;UNTIL=20260201T000000' }, 'openings.never', 'rule'],
    [{ rule: 'FREQ=DAILY;COUNT=3' }, 'openings.never', 'rule'],
    [{ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'openings.never', 'rule'],
    [once('2026-01-05T09:00', '2026-01-05T12:00'), 'openings.never', 'to'],
    [once(`${spring}T02:30`, `${spring}T04:00`), 'openings.no-such-time', 'from'],
    [once(`${spring}T01:00`, `${spring}T02:30`), 'openings.no-such-time', 'to'],
    [once(`${autumn}T02:30`, `${autumn}T05:00`), 'openings.twice', 'from'],
    [{ ...once(`${autumn}T00:30`, `${autumn}T02:30`), kind: 'absence' }, 'openings.twice', 'to'],
  ]
  const kept = await added(own)
  for (const [wish, code, field] of wishes)
    for (const answer of [await adding(own, wish), await moving(own, kept, wish)])
      assert.deepEqual([Object(answer.body).code, Object(answer.body).field], [code, field], JSON.stringify(wish))
  for (const from of ['2026-02-30T09:00', '2026-01-05T09:00Z', '1999-01-05T09:00', '2026-01-05', '2026-01-05T24:00'])
    assert.equal(verdictOf(await adding(own, { from })), '422 request.invalid', from)
  const { openings } = await calendarOf(own)
  assert.deepEqual(openings, [{ ...morning, id: kept.id, version: 1 }])
  await added(own, once(`${spring}T03:00`, `${spring}T04:00`))
  await added(own, { ...once(`${june}T00:00`, `${year + 1}-06-07T00:00`), kind: 'absence' })
})

test('where clocks change at midnight, a day off begins with its day all the same', async () => {
  const own = await receiver('Nour du Caire')
  await changing(own, { zone: 'Africa/Cairo', holidays: null, version: 0 })
  const skipped = { rule: null, from: '2097-04-26T00:00', to: '2097-04-27T00:00' }
  const opening = await adding(own, { ...skipped, to: '2097-04-26T09:00' })
  assert.equal(Object(opening.body).code, 'openings.no-such-time', 'control: clocks there skip that midnight')
  assert.equal((await adding(own, { ...skipped, kind: 'absence' })).status, 200)
})

test('[A9] openings stay at their hour by the clocks of their agent when these change, and are found by many at once', async () => {
  const { olga } = cast
  const [paris, montreal, none] = [await receiver('Pia Paris'), await receiver('Maud Montréal'), await receiver('Nina')]
  const daily = { from: '2026-01-05T09:00', to: '2026-01-05T10:00', rule: 'FREQ=DAILY' }
  await changing(montreal, { zone: 'America/Montreal', holidays: null, version: 0 })
  for (const one of [paris, montreal]) await added(one, daily)
  await added(paris, { from: '2026-01-05T01:30', to: '2026-01-05T03:30', rule: 'FREQ=WEEKLY;BYDAY=SU' })
  const around = (day: string) => ({ from: at(`${day}T00:00Z`) - dayMs, to: at(`${day}T00:00Z`) + dayMs })
  const inSpring = await timesIn(around(spring), paris, montreal, none, olga)
  assert.deepEqual(told(inSpring.get(paris.agentId)?.openings), [
    `${dayBefore(spring)}T08:00 09:00`,
    // From half past one to half past three there is one hour.
    `${spring}T00:30 01:30`,
    `${spring}T07:00 08:00`,
  ])
  assert.deepEqual(told(inSpring.get(montreal.agentId)?.openings), [
    `${dayBefore(spring)}T13:00 14:00`,
    `${spring}T13:00 14:00`,
  ])
  assert.deepEqual(inSpring.get(none.agentId)?.openings, [])
  assert.ok(!inSpring.has(olga.agentId), 'whoever is of another house has no calendar here')
  const inAutumn = await timesIn(around(autumn), paris)
  assert.deepEqual(told(inAutumn.get(paris.agentId)?.openings), [
    `${dayBefore(autumn)}T07:00 08:00`,
    // And in autumn three.
    `${dayBefore(autumn)}T23:30 02:30`,
    `${autumn}T08:00 09:00`,
  ])
})
const dayBefore = (day: string) => new Date(at(day) - dayMs).toISOString().slice(0, 10)

test('absences, holidays, what another calendar says and what is booked are told apart, each in the window', async () => {
  const own = await receiver('Anne Absente')
  await changing(own, { zone: 'Europe/Paris', holidays: 'FR', version: 0 })
  const may = { from: at(`${year}-04-30T00:00Z`), to: at(`${year}-05-03T00:00Z`) }
  await added(own, { from: '2026-01-05T09:00', to: '2026-01-05T12:00', rule: 'FREQ=DAILY' })
  const absence = await added(own, {
    ...{ kind: 'absence', rule: null, label: 'Congé', from: `${year}-05-02T08:00`, to: `${year}-05-09T18:00` },
  })
  assert.equal(absence.booked, 0)
  const time = (await timesIn(may, own)).get(own.agentId)
  assert.ok(time)
  assert.deepEqual(
    told(time.openings),
    [4, 5, 5].map((month, index) => `${year}-0${month}-${['30', '01', '02'][index]}T07:00 10:00`),
  )
  assert.deepEqual(
    time.absences.map(({ label }) => label),
    ['Congé'],
  )
  assert.equal(time.absences[0]?.from, at(`${year}-05-02T06:00Z`))
  assert.deepEqual(
    time.holidays.map(({ name, from, to }) => [name, to - from]),
    [['Fête du travail', dayMs]],
  )
  assert.equal(time.holidays[0]?.from, at(`${year}-04-30T22:00Z`), 'by the clocks of the agent')
  const slots = findSlots(
    { minutes: 60, everyMinutes: 60, before: 0, after: 0, noticeMinutes: 0, aheadMinutes: 366 * 1_440 * 2 },
    { agents: [asAgentTime(own.agentId, time)], window: may, now: at(`${year}-01-01T00:00Z`) },
  )
  assert.deepEqual(
    slots.map(({ from }) => new Date(from).toISOString().slice(5, 16)),
    ['07', '08', '09'].map((hour) => `04-30T${hour}:00`),
    'neither on the holiday nor in the absence',
  )
})

test('of an absence one is told what is booked in it: it stays', async () => {
  const { ada, verdier } = cast
  const own = await receiver('Béa Bookée')
  const { reason } = receivingAt(cast)
  const { id } = await reason({ takerIds: [own.agentId], minutes: 30, everyMinutes: 30, aheadDays: 365 })
  const soon = new Date(Date.now() + 3 * dayMs).toISOString().slice(0, 10)
  await changing(own, { zone: 'UTC', holidays: null, version: 0 })
  await added(own, { from: '2026-01-05T09:00', to: '2026-01-05T18:00', rule: 'FREQ=DAILY' })
  for (const time of ['09:30', '14:00'])
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/appointments',
      by: ada,
      params: { organisationId: verdier.id },
      body: {
        ...{ bookingId: uuid7() as BookingId, reasonId: id, agentId: own.agentId, startsAt: `${soon}T${time}:00.000Z` },
        ...{ name: 'Vera', email: null, phone: '', words: '', language: 'fr', zone: 'Europe/Paris' },
        conversationId: null,
      },
    })
  const away = { kind: 'absence', rule: null, from: `${soon}T08:00`, to: `${soon}T09:30` } as const
  const absence = await added(own, away)
  assert.equal(absence.booked, 0, 'it ends as the first begins')
  const longer = await moving(own, absence, { to: `${soon}T10:00` })
  assert.deepEqual([longer.status, Object(longer.body).booked], [200, 1])
  assert.equal((await added(own, { ...away, to: `${soon}T18:00` })).booked, 2)
  assert.equal((await added(own, { ...away, rule: 'FREQ=DAILY', to: `${soon}T09:45` })).booked, 1)
  assert.equal((await added(own, { rule: null, from: `${soon}T08:00`, to: `${soon}T18:00` })).booked, 0, 'an opening')
  const window = { from: at(`${soon}T00:00Z`), to: at(`${soon}T00:00Z`) + dayMs }
  assert.equal((await timesIn(window, own)).get(own.agentId)?.kept.length, 2, 'they stand')
})

test('who receives day and night is offered the same times whatever window is asked for', async () => {
  const own = await receiver('Nuit Nocturne')
  await added(own, { from: '2026-03-02T00:10', to: '2026-03-03T00:10', rule: 'FREQ=DAILY' })
  const slotsIn = async (window: Span) => {
    const time = (await timesIn(window, own)).get(own.agentId)
    assert.ok(time)
    return findSlots(
      { minutes: 50, everyMinutes: 50, before: 0, after: 0, noticeMinutes: 0, aheadMinutes: 366 * 1_440 * 2 },
      { agents: [asAgentTime(own.agentId, time)], window, now: at(`${year - 1}-12-01T00:00Z`) },
    ).map(({ from }) => from)
  }
  const [from, to] = [at(`${year}-02-01T00:00Z`), at(`${year}-02-21T00:00Z`)]
  const all = await slotsIn({ from, to })
  assert.ok(all.length > 500)
  for (const days of [3, 7, 15]) {
    const start = from + days * dayMs + 3_600_000
    assert.deepEqual(
      await slotsIn({ from: start, to }),
      all.filter((slot) => slot >= start),
    )
  }
})

test('an agent has so many openings; what is over leaves room, and is not shown', async () => {
  const { comptoir, verdier } = cast
  const own = await receiver('Pauline Pleine')
  const first = await added(own)
  const insert = (count: number, starts: string) =>
    comptoir.platform.database.transaction(verdier.id, ({ db }) =>
      db
        .insertInto('openings')
        .values(
          Array.from({ length: count }, () => ({
            ...{ organisation_id: verdier.id, id: comptoir.platform.ids.opening(), agent_id: own.agentId },
            ...{ kind: 'opening' as const, starts, minutes: 60, rule: null, label: '', version: 1 },
            created_at: new Date(),
          })),
        )
        .execute(),
    )
  await insert(50, '2026-01-05T09:00')
  await insert(limits.openingsPerAgent - 1, `${year}-06-07T09:00`)
  const full = await adding(own)
  assert.deepEqual(
    [verdictOf(full), Object(full.body).details],
    ['409 openings.too-many', { limit: limits.openingsPerAgent }],
  )
  assert.equal((await calendarOf(own)).openings.length, limits.openingsPerAgent)
  assert.equal((await moving(own, first, { label: 'Boutique' })).status, 200, 'what is there can be changed')
  await removing(own, first)
  assert.equal((await adding(own)).status, 200)
})

test('a change over somebody else’s is refused; whose calendar others changed is in the journal, one’s own is not', async () => {
  const { ada, marc, oscar, verdier } = cast
  const own = await receiver('Jeanne Journal')
  const [hears, oscars, colleague] = [
    await openConsole(cast, own),
    await openConsole(cast, oscar),
    await openConsole(cast, rose),
  ]
  const opening = await added(marc, { label: 'Secret médical', kind: 'absence' }, own.agentId)
  assert.equal((await moving(own, opening, { to: '2026-01-05T18:00' })).status, 200)
  assert.equal(
    verdictOf(await moving(marc, opening, { to: '2026-01-05T20:00' }, own.agentId)),
    '409 openings.changed-meanwhile',
  )
  assert.equal((await calendarOf(own)).openings[0]?.to, '2026-01-05T18:00')
  await hears.hears(() => eventsIn(hears.heard, 'appointments.changed').length >= 2)
  assert.equal(eventsIn(oscars.heard, 'appointments.changed').length, 0)
  assert.equal(eventsIn(colleague.heard, 'appointments.changed').length, 0, 'a colleague sees nothing of it')
  const { entries } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/journal',
    by: ada,
    params: { organisationId: verdier.id },
  })
  const hers = entries.filter(({ act, target }) => act === 'calendars.changed' && target?.id === own.agentId)
  assert.deepEqual(
    hers.map(({ actor, after }) => [actor.name, after]),
    [[marc.name, { absence: '2026-01-05T09:00 2026-01-05T12:00 FREQ=WEEKLY;BYDAY=MO' }]],
  )
})
