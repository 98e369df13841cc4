import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CalendarForAgent } from '#contract/appointments/openings.ts'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import { minuteMs } from '#contract/wall-clock.ts'
import {
  type CalendarPage,
  type CalendarServer,
  calendarOf,
  patient,
  startCalendarServer,
} from '#server/testing/calendar-server.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { eventsIn, openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'
import { type OutsideCalendars, readOutsideCalendars } from './read-outside-calendars.ts'

/** A Monday at eight in Paris. */
const monday = new Date('2026-03-02T07:00:00.000Z')

let server: CalendarServer
let outsideCalendars: OutsideCalendars
let clock: FakeClock
let cast: Cast
let receiving: ReturnType<typeof receivingAt>
before(async () => {
  server = await startCalendarServer()
  clock = fakeClock(monday)
  // Read by hand, so that nothing waits for the clock.
  outsideCalendars = { trusted: [server.origin], lookEveryMs: 3_600_000, patience: patient }
  cast = await openCast({ clock, outsideCalendars })
  receiving = receivingAt(cast)
})
after(async () => {
  await cast.comptoir.stop()
  server.close()
})

const look = () => cast.comptoir.outsideCalendars.look()
const calendar = '/organisations/:organisationId/agents/:agentId/calendar' as const
const paramsOf = ({ organisationId, agentId }: Engaged) => ({ organisationId, agentId })
const readCalendarOf = (by: Engaged): Promise<CalendarForAgent> =>
  grant(cast.origin, { route: `GET ${calendar}`, by, params: paramsOf(by) })

async function giving(by: Engaged, outsideUrl: string | null) {
  const { zone, holidays, version } = await readCalendarOf(by)
  const body = { zone, holidays, outsideUrl, version }
  return make(cast.origin, { route: `PUT ${calendar}`, by, params: paramsOf(by), body })
}
async function given(by: Engaged, page: CalendarPage): Promise<void> {
  assert.equal(verdictOf(await giving(by, page.url)), '200')
}

/** Somebody who receives on that Monday from nine to eleven, for a reason that nobody else takes. */
async function receiver() {
  const agent = await receiving.engage('Léa Lang')
  await receiving.open(agent, { from: '2026-03-02T09:00', to: '2026-03-02T11:00' })
  return { agent, reason: await receiving.reason({ takerIds: [agent.agentId] }) }
}

/** When a visitor may book on that Monday, as clocks show it at UTC. */
async function offered(reason: ReasonForAgent): Promise<string[]> {
  const { slots } = await grant(cast.origin, {
    route: 'GET /widget/:channelKey/booking/reasons/:reasonId/slots',
    by: newPasser(cast.lyon),
    params: { channelKey: cast.lyon.channelKey, reasonId: reason.id },
    query: { from: '2026-03-02T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' },
  })
  return slots.map((slot) => slot.slice(11, 16))
}
const free = ['08:00', '08:30', '09:00', '09:30']
const dentist = ['SUMMARY:Dentiste', 'DTSTART:20260302T083000Z', 'DTEND:20260302T090000Z']
const lunch = ['SUMMARY:Repas', 'DTSTART:20260302T093000Z', 'DTEND:20260302T120000Z']

test('[A9] what another calendar says is taken is not offered; with its address it is gone', async () => {
  const { agent, reason } = await receiver()
  assert.deepEqual(await offered(reason), free, 'control')
  const page = server.put(calendarOf([dentist]))
  await given(agent, page)
  assert.deepEqual((await readCalendarOf(agent)).outside, { isSet: true, readAt: null, fault: null })
  await look()
  assert.deepEqual((await readCalendarOf(agent)).outside, { isSet: true, readAt: monday.toISOString(), fault: null })
  assert.deepEqual(await offered(reason), ['08:00', '09:00', '09:30'])
  await giving(agent, null)
  assert.deepEqual((await readCalendarOf(agent)).outside, { isSet: false, readAt: null, fault: null })
  assert.deepEqual(await offered(reason), free)
  await look()
  assert.equal(page.asked, 1, 'nobody asks for it any more')
})

test('[A9] nothing but when is kept of another calendar', async () => {
  const { agent } = await receiver()
  await given(agent, server.put(calendarOf([dentist])))
  await look()
  const rows = await cast.comptoir.platform.database.transaction(agent.organisationId, ({ db }) =>
    db.selectFrom('outside_busy').selectAll().where('agent_id', '=', agent.agentId).execute(),
  )
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes('Dentiste'))
})

test('[A9] another calendar is read at once, then every quarter of an hour, by one server of several', async () => {
  const { agent, reason } = await receiver()
  const page = server.put(calendarOf([dentist]))
  const { platform } = cast.comptoir
  const another = readOutsideCalendars({ ...platform, ...outsideCalendars })
  await given(agent, page)
  await Promise.all([look(), another.look(), look()])
  assert.equal(page.asked, 1)
  clock.advance(15 * minuteMs - 1)
  await look()
  assert.equal(page.asked, 1, 'it is not yet time')
  page.replace(calendarOf([lunch]))
  clock.advance(1)
  await Promise.all([look(), another.look()])
  assert.equal(page.asked, 2)
  assert.deepEqual(await offered(reason), ['08:00', '08:30', '09:00'])
  await another.stop()
})

test('[A9] a calendar that can no longer be read leaves what it said, and says since when and why', async () => {
  const { agent } = await receiver()
  const page = server.put(calendarOf([lunch]))
  await given(agent, page)
  await look()
  const readAt = clock.now().toISOString()
  const busy = () =>
    cast.comptoir.platform.database.transaction(agent.organisationId, ({ db }) =>
      db.selectFrom('outside_busy').select('busy').where('agent_id', '=', agent.agentId).execute(),
    )
  const before = await busy()
  assert.equal(before.length, 1, 'control')
  for (const [answer, fault] of [
    ['<html>', 'not-a-calendar'],
    ['x'.repeat(2 * 1024 * 1024 + 1), 'too-large'],
    ['', 'not-a-calendar'],
  ] as const) {
    page.replace(answer)
    clock.advance(15 * minuteMs)
    await look()
    assert.deepEqual((await readCalendarOf(agent)).outside, { isSet: true, readAt, fault })
    assert.deepEqual(await busy(), before)
  }
  page.replace(calendarOf([]))
  clock.advance(15 * minuteMs)
  await look()
  assert.deepEqual((await readCalendarOf(agent)).outside, {
    ...{ isSet: true, readAt: clock.now().toISOString(), fault: null },
  })
  assert.deepEqual(await busy(), [])
})

test('[A9] what has no address a calendar is read from is refused where it is given, and nothing is written', async () => {
  const { agent } = await receiver()
  for (const address of [
    'http://127.0.0.1/a.ics',
    'https://[::1]/a.ics',
    'http://2130706433/a.ics',
    'http://10.0.0.1/a.ics',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/a.ics',
    'https://intranet/a.ics',
    'https://calendar.example:22/a.ics',
    'http://calendar.example:6379/a.ics',
  ])
    assert.equal(verdictOf(await giving(agent, address)), '422 calendars.address-refused', address)
  assert.deepEqual((await readCalendarOf(agent)).outside, { isSet: false, readAt: null, fault: null })
  assert.equal(verdictOf(await giving(agent, 'https://calendar.example:8443/a.ics')), '200', 'control')
  await giving(agent, null)
})

test('[A9] an address that leads into a private network is read by nobody, and says so', async () => {
  const { agent, reason } = await receiver()
  for (const location of ['http://localhost/a.ics', 'http://10.0.0.1/', 'http://169.254.169.254/latest/meta-data/']) {
    await given(
      agent,
      server.put((_, response) => response.writeHead(302, { location }).end()),
    )
    await look()
    const { outside } = await readCalendarOf(agent)
    assert.deepEqual(outside, { isSet: true, readAt: null, fault: 'private-address' }, location)
  }
  assert.deepEqual(await offered(reason), await offered((await receiver()).reason), 'nobody is busy')
})

test('[A9] an address that was replaced while it was read leaves nothing of what it said', async () => {
  const { agent, reason } = await receiver()
  const asked = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const slow = server.put(async (_, response) => {
    asked.resolve()
    await held.promise
    response.end(calendarOf([lunch]))
  })
  await given(agent, slow)
  const looking = look()
  await asked.promise
  await giving(agent, null)
  held.resolve()
  await looking
  assert.deepEqual((await readCalendarOf(agent)).outside, { isSet: false, readAt: null, fault: null })
  assert.deepEqual(await offered(reason), await offered((await receiver()).reason))
})

test('[A9] of whoever was removed no calendar is read', async () => {
  const { agent } = await receiver()
  const page = server.put(calendarOf([lunch]))
  await given(agent, page)
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: cast.ada,
    params: paramsOf(agent),
    body: {},
  })
  await look()
  assert.equal(page.asked, 0)
})

test('[A9] who looks at a calendar hears when another one was read, and not when it said the same again', async () => {
  const { agent } = await receiver()
  const page = server.put(calendarOf([lunch]))
  await given(agent, page)
  const ear = await openConsole(cast, agent)
  const before = await toldOf(agent)
  await look()
  await ear.hears(() => eventsIn(ear.heard, 'appointments.changed').length > 0)
  assert.equal(await toldOf(agent), before + 1)
  clock.advance(15 * minuteMs)
  await look()
  assert.deepEqual([page.asked, await toldOf(agent)], [2, before + 1])
  page.replace('<html>')
  clock.advance(15 * minuteMs)
  await look()
  assert.equal(await toldOf(agent), before + 2)
  ear.close()
})

/** How often it was told that times of theirs changed. */
const toldOf = ({ organisationId, agentId }: Engaged): Promise<number> =>
  cast.comptoir.platform.database.transaction(organisationId, async ({ db }) => {
    const events = await db.selectFrom('events').select('payload').where('type', '=', 'appointments.changed').execute()
    return events.filter(({ payload }) => JSON.stringify(payload).includes(agentId)).length
  })
