import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { type Bookings, bookingsAt } from '#server/testing/booking.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { knock } from '#server/testing/knock.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { grant, make, passerBy, verdictOf } from '#server/testing/wish.ts'

/** A Monday at eight in Paris. */
const monday = new Date('2026-03-02T07:00:00.000Z')

let clock: FakeClock
let cast: Cast
let receiving: ReturnType<typeof receivingAt>
let bookings: Bookings
before(async () => {
  clock = fakeClock(monday)
  cast = await openCast({ clock })
  receiving = receivingAt(cast)
  bookings = bookingsAt(cast)
})
after(() => cast.comptoir.stop())

const feedOf = '/organisations/:organisationId/agents/:agentId/calendar/feed' as const
const paramsOf = ({ organisationId, agentId }: Engaged) => ({ organisationId, agentId })
const open = async (agent: Engaged) =>
  new URL((await grant(cast.origin, { route: `POST ${feedOf}`, by: agent, params: paramsOf(agent) })).url)
const read = (url: URL, headers = passerBy.headers()) =>
  knock(cast.origin, { method: 'GET', path: url.pathname, headers })
const entriesIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

async function receiver(name = 'Léa Lang') {
  const agent = await receiving.engage(name)
  await receiving.open(agent, { from: '2026-03-02T09:00', to: '2026-03-02T12:00' })
  return { agent, reason: await receiving.reason({ takerIds: [agent.agentId] }) }
}

test('[A9] one’s own appointments, and nobody else’s, are a file that calendars read; what is called off is gone from it', async () => {
  const { agent, reason } = await receiver()
  const other = await receiver('Max Moll')
  await bookings.booked(other.reason)
  const one = await bookings.booked(reason, { name: 'Vera Lind; née, Roy', words: 'Deux lignes\nici', phone: '+33 1' })
  const off = await bookings.booked(reason, { startsAt: '2026-03-02T10:00:00.000Z' })
  const url = await open(agent)
  const first = await read(url)
  assert.equal(first.status, 200)
  assert.equal(first.headers['content-type'], 'text/calendar; charset=utf-8')
  const entries = entriesIn(first.text)
  assert.equal(entries.length, 2)
  const entry = entries.find(({ uid }) => uid.startsWith(`appointment-${one.id}@`))
  assert.equal(entry?.startDate.toJSDate().toISOString(), one.startsAt)
  assert.equal(entry?.endDate.toJSDate().toISOString(), one.endsAt)
  assert.equal(entry?.summary, `${reason.name} · Vera Lind; née, Roy`)
  assert.match(entry?.description ?? '', /^\+33 1\nvera\.\d+@maison\.example\nDeux lignes\nici$/)
  assert.ok(!first.text.includes('/appointment#'), 'the visitor’s link is the visitor’s')

  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments/:appointmentId/cancellation',
    by: agent,
    params: { organisationId: agent.organisationId, appointmentId: off.id },
    body: { why: '', version: 1 },
  })
  assert.deepEqual(
    entriesIn((await read(url)).text).map(({ uid }) => uid),
    [entry?.uid],
  )
})

test('[A9] an address that was replaced or ended, or never was, opens nothing', async () => {
  const { agent } = await receiver()
  const first = await open(agent)
  const second = await open(agent)
  assert.notEqual(first.href, second.href)
  assert.equal(verdictOf(await read(first)), '404 request.not-found')
  assert.equal((await read(second)).status, 200, 'control')
  const made = new URL(second.href.replace(/.(?=\.ics$)/, (end) => (end === 'A' ? 'B' : 'A')))
  assert.equal(verdictOf(await read(made)), '404 request.not-found')
  assert.equal(verdictOf(await read(new URL('x.ics', second))), '404 request.not-found')
  const calendar = () =>
    grant(cast.origin, {
      route: 'GET /organisations/:organisationId/agents/:agentId/calendar',
      by: agent,
      params: paramsOf(agent),
    })
  assert.equal((await calendar()).hasFeed, true)
  await grant(cast.origin, { route: `DELETE ${feedOf}`, by: agent, params: paramsOf(agent) })
  assert.equal(verdictOf(await read(second)), '404 request.not-found')
  assert.equal((await calendar()).hasFeed, false)
})

test('[A9] it is read only while its owner is here, may receive, and holds the module', async () => {
  const { agent } = await receiver()
  const url = await open(agent)
  const setActive = (active: boolean) =>
    grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
      by: cast.ada,
      params: paramsOf(agent),
      body: { active },
    })
  await setActive(false)
  assert.equal(verdictOf(await read(url)), '404 request.not-found')
  await setActive(true)
  assert.equal((await read(url)).status, 200, 'control')
  const setModules = (modules: string[]) =>
    cast.comptoir.platform.database.transaction(agent.organisationId, (tx) =>
      tx.db.updateTable('agents').set({ modules }).where('id', '=', agent.agentId).execute(),
    )
  await setModules(['conversations'])
  assert.equal(verdictOf(await read(url)), '404 request.not-found')
  await setModules(['conversations', 'appointments'])
  assert.equal((await read(url)).status, 200, 'control')
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: cast.ada,
    params: paramsOf(agent),
    body: {},
  })
  assert.equal(verdictOf(await read(url)), '404 request.not-found')
})

test('[A9] nobody gives out, or ends, the address of another’s calendar', async () => {
  const { agent } = await receiver()
  const url = await open(agent)
  for (const [by, verdict] of [
    [cast.ada, '403 access.refused'],
    [cast.marc, '403 access.refused'],
    [cast.chloe, '403 access.refused'],
    [(await receiver('Max Moll')).agent, '404 request.not-found'],
  ] as const)
    for (const route of [`POST ${feedOf}`, `DELETE ${feedOf}`] as const)
      assert.equal(verdictOf(await make(cast.origin, { route, by, params: paramsOf(agent) })), verdict, by.name)
  assert.equal((await read(url)).status, 200, 'it is as it was')
})

test('[A9] an address is guessed at thirty times a minute from one place, and no more', async () => {
  const url = new URL(`/api/v1/calendars/${'A'.repeat(43)}.ics`, cast.origin)
  const from = passerBy.headers()
  const verdicts = []
  for (let tries = 0; tries < 31; tries++) verdicts.push(verdictOf(await read(url, from)))
  assert.deepEqual([...new Set(verdicts.slice(0, 30))], ['404 request.not-found'])
  assert.equal(verdicts[30], '429 request.too-many')
})
