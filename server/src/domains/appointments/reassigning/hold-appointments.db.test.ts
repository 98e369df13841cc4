import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { AppointmentId } from '#contract/ids.ts'
import { findAgent } from '#server/domains/agents/index.ts'
import { type Bookings, bookingsAt } from '#server/testing/booking.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

/** A Monday at eight in Paris. */
const monday = new Date('2026-03-02T07:00:00.000Z')
const hourMs = 60 * 60 * 1000

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

const paramsOf = ({ organisationId, agentId }: Engaged) => ({ organisationId, agentId })
const remove = (agent: Engaged) =>
  make(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: cast.ada,
    params: paramsOf(agent),
    body: {},
  })
const leave = (by: Engaged) =>
  make(cast.origin, {
    route: 'DELETE /organisations/:organisationId/me',
    by,
    params: { organisationId: by.organisationId },
  })
const leavingOf = (by: Engaged) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/me/leaving',
    by,
    params: { organisationId: by.organisationId },
  })
const holdingsOf = async (agent: Engaged, by = cast.ada) =>
  (
    await grant(cast.origin, {
      route: 'GET /organisations/:organisationId/agents/:agentId/holdings',
      by,
      params: paramsOf(agent),
    })
  ).holdings
const cancel = (id: AppointmentId, version = 1) =>
  grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments/:appointmentId/cancellation',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, appointmentId: id },
    body: { why: '', version },
  })

async function receiver(name = 'Léa Lang'): Promise<{ agent: Engaged; reason: ReasonForAgent }> {
  const agent = await receiving.engage(name)
  await receiving.open(agent, { from: '2026-03-02T09:00', to: '2026-03-02T12:00' })
  return { agent, reason: await receiving.reason({ takerIds: [agent.agentId] }) }
}

test('[A8] whoever has an appointment to come is not removed: the refusal lists it, and nothing changes', async () => {
  const { agent, reason } = await receiver()
  const later = await bookings.booked(reason, { startsAt: '2026-03-02T10:00:00.000Z', name: 'Vera Lind' })
  const first = await bookings.booked(reason, { startsAt: '2026-03-02T08:00:00.000Z', name: 'Walter Moor' })
  const answer = await remove(agent)
  assert.equal(verdictOf(answer), '409 agents.holds-too-much')
  const listed = [
    { id: first.id, at: first.startsAt, what: reason.name, who: 'Walter Moor' },
    { id: later.id, at: later.startsAt, what: reason.name, who: 'Vera Lind' },
  ]
  const held = { kind: 'appointments', count: 2, blocks: true, heirs: [], listed }
  const { details } = Object(answer.body)
  assert.deepEqual(details, { kinds: ['appointments'], holdings: [held] })
  assert.deepEqual(await holdingsOf(agent), [held], 'and it is said before anybody tries, to deactivate too')
  assert.deepEqual(await bookings.upcomingOf(agent), [first.id, later.id])
})

test('[A8] nor does anybody leave by themselves while somebody counts on them', async () => {
  const { agent, reason } = await receiver()
  const { id } = await bookings.booked(reason)
  const { holdings } = await leavingOf(agent)
  assert.deepEqual(
    holdings.map(({ kind, count, blocks, listed }) => [kind, count, blocks, listed.map((one) => one.id)]),
    [['appointments', 1, true, [id]]],
  )
  assert.equal(verdictOf(await leave(agent)), '409 agents.holds-too-much')
  await cancel(id)
  assert.equal(verdictOf(await leave(agent)), '200', 'control: nobody counts on them any more')
})

test('[A8] what was cancelled, has begun, or is somebody else’s keeps nobody', async () => {
  const { agent, reason } = await receiver()
  const other = await receiver('Max Moll')
  await bookings.booked(other.reason)
  const off = await bookings.booked(reason, { startsAt: '2026-03-02T10:00:00.000Z' })
  await cancel(off.id)
  await bookings.booked(reason, { startsAt: '2026-03-02T08:00:00.000Z' })
  assert.equal(verdictOf(await remove(agent)), '409 agents.holds-too-much', 'control')
  clock.advance(hourMs)
  assert.deepEqual(await holdingsOf(agent), [], 'it begins now')
  assert.equal(verdictOf(await remove(agent)), '200')
  clock.advance(-hourMs)
})

test('[A8] deactivating changes nothing of what is booked, and is asked for after a warning', async () => {
  const { agent, reason } = await receiver()
  const { id } = await bookings.booked(reason)
  assert.equal((await holdingsOf(agent, cast.marc))[0]?.count, 1, 'told to whoever may deactivate them')
  await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: cast.marc,
    params: paramsOf(agent),
    body: { active: false },
  })
  assert.deepEqual(await bookings.upcomingOf(agent), [id])
  assert.equal(verdictOf(await bookings.book(newPasser(cast.lyon), reason)), '409 appointments.not-free')
  assert.equal(verdictOf(await remove(agent)), '409 agents.holds-too-much', 'inactive, and still counted on')
})

test('[A8] how many is told to whoever runs people; which, only to whoever may see appointments', async () => {
  const { agent, reason } = await receiver()
  await bookings.booked(reason)
  const chief = await bookings.chief({ modules: ['conversations'] })
  const [held] = await holdingsOf(agent, chief)
  assert.deepEqual([held?.count, held?.listed], [1, []])
  assert.equal((await holdingsOf(agent, cast.marc))[0]?.listed.length, 1, 'control')
})

const rounds = 12

for (const [how, end] of [
  ['is being removed', remove],
  ['is leaving', leave],
] as const)
  test(`[A8] a visitor books while the agent ${how}: one of the two is refused, never neither, never both`, async () => {
    for (let round = 0; round < rounds; round++) {
      const { agent, reason } = await receiver()
      const ways = [() => bookings.book(newPasser(cast.lyon), reason), () => end(agent)]
      // Who asks first in turns, so that both come first at times.
      if (round % 2) ways.reverse()
      const answers = await Promise.all(ways.map((way) => way()))
      const [booking, ending] = (round % 2 ? answers.toReversed() : answers).map(verdictOf)
      await holdsOneOf(agent, { given: booking, ended: ending })
    }
  })

test('[A8] whoever comes first to the agent’s row is done, and the other is told', async () => {
  for (const isBooking of [true, false])
    for (const end of [remove, leave]) {
      const { agent, reason } = await receiver()
      const ways = [() => bookings.book(newPasser(cast.lyon), reason), () => end(agent)]
      if (!isBooking) ways.reverse()
      // When they were last seen is written with the first thing they do: not in the midst of this.
      await leavingOf(agent)
      const answers = await inOrder(agent, ways)
      const [booking, ending] = (isBooking ? answers : answers.toReversed()).map(verdictOf)
      assert.equal(booking, isBooking ? '200' : '409 appointments.not-free')
      await holdsOneOf(agent, { given: booking, ended: ending })
    }
})

test('[A8] several visitors, an agent’s own booking and a moving link arrive while people are being removed', async () => {
  for (let round = 0; round < rounds; round++) {
    const [{ agent }, { agent: other }] = [await receiver(), await receiver('Max Moll')]
    await receiving.open(other, { from: '2026-03-02T14:00', to: '2026-03-02T16:00' })
    await receiving.open(agent, { from: '2026-03-02T16:00', to: '2026-03-02T18:00' })
    const reason = await receiving.reason({ takerIds: [agent.agentId, other.agentId] })
    // With Max, in the afternoon; from four on there is Léa alone.
    const moving = await bookings.booked(reason, { startsAt: '2026-03-02T13:00:00.000Z' })
    assert.equal(moving.agent.id, other.agentId, 'control')
    const ways = [
      () => bookings.move(moving.id, '2026-03-02T15:00:00.000Z'),
      () => remove(agent),
      () => bookings.bookFor(agent, cast.ada, reason, '2026-03-02T16:00:00.000Z'),
      () => bookings.bookFor(agent, agent, reason, '2026-03-02T16:30:00.000Z'),
      () => bookings.book(newPasser(cast.lyon), reason, { agentId: agent.agentId }),
    ]
    const turn = round % ways.length
    const inTurn = [...ways.slice(turn), ...ways.slice(0, turn)]
    const answers = await Promise.all(inTurn.map((way) => way()))
    const [move, ending, byAda, byLea, byVera] = ways.map((way) =>
      verdictOf(answers[inTurn.indexOf(way)] ?? assert.fail()),
    )
    for (const [who, verdict] of Object.entries({ move, byAda, byLea, byVera }))
      assert.match(
        verdict ?? '',
        /^(200|404 request\.not-found|401 accounts\.sign-in-required|409 appointments\.(not-free|slot-taken))$/,
        who,
      )
    const given = [move, byAda, byLea, byVera].filter((verdict) => verdict === '200')
    assert.equal((await bookings.upcomingOf(agent)).length, given.length)
    await holdsOneOf(agent, { given: given[0], ended: ending })
  }
})

test('[A8] two remove each other’s appointments’ receivers and book with them at once; all of it ends', async () => {
  for (let round = 0; round < rounds; round++) {
    const [one, two] = [await receiver('Léa Lang'), await receiver('Max Moll')]
    const chief = await bookings.chief()
    const answers = await Promise.all([
      bookings.bookFor(one.agent, chief, one.reason, '2026-03-02T08:00:00.000Z'),
      remove(two.agent),
      bookings.bookFor(two.agent, chief, two.reason, '2026-03-02T08:00:00.000Z'),
      remove(one.agent),
    ])
    const [bookOne, endTwo, bookTwo, endOne] = answers.map(verdictOf)
    await holdsOneOf(one.agent, { given: bookOne, ended: endOne })
    await holdsOneOf(two.agent, { given: bookTwo, ended: endTwo })
  }
})

test('[A8] once nobody counts on them they go; brought back, they have no appointment but their free times', async () => {
  const { agent, reason } = await receiver()
  const heir = await receiving.engage('Max Moll')
  await receiving.open(heir, { from: '2026-03-02T09:00', to: '2026-03-02T12:00' })
  const shared = await receiving.reason({ takerIds: [agent.agentId, heir.agentId] })
  const startsAt = '2026-03-02T08:00:00.000Z'
  const one = await bookings.booked(shared, { agentId: agent.agentId, startsAt })
  await cancel(one.id)
  assert.equal(verdictOf(await remove(agent)), '200')
  const again = await bookings.booked(shared, { startsAt })
  assert.equal(again.agent.id, heir.agentId, 'who is gone is not booked')
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/restoration',
    by: cast.ada,
    params: paramsOf(agent),
  })
  assert.deepEqual(await bookings.upcomingOf(agent), [])
  assert.deepEqual(await bookings.upcomingOf(heir), [again.id], 'nothing is taken from who received meanwhile')
  assert.equal((await bookings.booked(reason, { startsAt })).agent.id, agent.agentId, 'and they receive again')
})

test('[A8] [A9] what was given to others before a removal stays theirs when it is undone', async () => {
  const { agent, reason } = await receiver()
  const heir = await receiver('Max Moll')
  const shared = await receiving.reason({ takerIds: [agent.agentId, heir.agent.agentId] })
  const one = await bookings.booked(shared, { agentId: agent.agentId, startsAt: '2026-03-02T08:00:00.000Z' })
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/reassignment',
    by: cast.ada,
    params: paramsOf(agent),
    body: { moves: [{ appointmentId: one.id, version: 1, agentId: heir.agent.agentId }] },
  })
  assert.equal(verdictOf(await remove(agent)), '200')
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/restoration',
    by: cast.ada,
    params: paramsOf(agent),
  })
  assert.deepEqual([await bookings.upcomingOf(agent), await bookings.upcomingOf(heir.agent)], [[], [one.id]])
  const again = await bookings.booked(reason, { startsAt: '2026-03-02T08:00:00.000Z' })
  assert.equal(again.agent.id, agent.agentId, 'their own time is free, and their own reason is theirs again')
})

test('[A8] whoever was chosen for a reason is again once their removal is undone, whatever was done to it meanwhile', async () => {
  const { agent, reason } = await receiver()
  const ofReason = { organisationId: cast.verdier.id, reasonId: reason.id }
  const archiving = '/organisations/:organisationId/appointment-reasons/:reasonId/archiving'
  assert.equal(verdictOf(await remove(agent)), '200')
  await grant(cast.origin, { route: `POST ${archiving}`, by: cast.ada, params: ofReason })
  const without = await grant(cast.origin, { route: `DELETE ${archiving}`, by: cast.ada, params: ofReason })
  assert.deepEqual(without.takerIds, [], 'control: nobody is told of somebody who is gone')
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/restoration',
    by: cast.ada,
    params: paramsOf(agent),
  })
  assert.equal((await bookings.booked(reason)).agent.id, agent.agentId)
})

/** Lets each of these come as far as the row of an agent, one after the other, and then go on in that order. */
async function inOrder<T>({ agentId }: Engaged, ways: readonly (() => Promise<T>)[]): Promise<T[]> {
  const holding = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await holding.connect()
  await holding.query('begin')
  await holding.query('select from agents where id = $1 for update', [agentId])
  const running: Promise<T>[] = []
  for (const way of ways) {
    running.push(way())
    for (;;) {
      // For that row alone: others wait for other things meanwhile.
      const waiting = `select count(distinct pid)::int as waiting from pg_locks
        where not granted
          and (transactionid = pg_current_xact_id()::xid or (locktype = 'tuple' and relation = 'agents'::regclass))`
      if ((await holding.query(waiting)).rows[0].waiting >= running.length) break
    }
  }
  await holding.query('commit')
  await holding.end()
  return Promise.all(running)
}

/** Either somebody was given their time and they are still here, or they are gone and nobody counts on them. */
async function holdsOneOf(
  agent: Engaged,
  { given, ended }: { given: string | undefined; ended: string | undefined },
): Promise<void> {
  const upcoming = await bookings.upcomingOf(agent)
  if (given === '200') assert.equal(ended, '409 agents.holds-too-much')
  else assert.equal(ended, '200', `${given} and ${ended}: neither was done`)
  assert.equal(upcoming.length > 0, given === '200')
  const isHere = await cast.comptoir.platform.database.transaction(agent.organisationId, (tx) =>
    findAgent(tx, agent.agentId),
  )
  assert.equal(isHere !== undefined, given === '200')
}
