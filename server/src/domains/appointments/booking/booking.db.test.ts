import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { uuid7 } from '#client/uuid7.ts'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { BookingId } from '#contract/ids.ts'
import type { BodyOf, ReplyOf } from '#contract/routes.ts'
import { type Cast, newPasser, openCast, type Passer } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { linkIn, type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'
import { remind } from './tell.ts'

/** A Monday at eight in Paris. */
const monday = new Date('2026-03-02T07:00:00.000Z')

let post: MailServer
let clock: FakeClock
let cast: Cast
let receiving: ReturnType<typeof receivingAt>
before(async () => {
  post = await startMailServer()
  clock = fakeClock(monday)
  cast = await openCast({ clock, smtpUrl: post.url })
  receiving = receivingAt(cast)
})
after(async () => {
  await cast.comptoir.stop()
  await post.close()
})

const newBooking = () => uuid7() as BookingId
let readers = 0

/** Somebody who receives on that Monday from nine to noon, for a reason that nobody else takes. */
async function receiver(wish: Parameters<typeof receiving.reason>[0] = {}) {
  const agent = await receiving.engage('Léa Lang')
  await receiving.open(agent, { from: '2026-03-02T09:00', to: '2026-03-02T12:00' })
  return { agent, reason: await receiving.reason({ takerIds: [agent.agentId], ...wish }) }
}

const timesOf = async (
  reason: ReasonForAgent,
  query = { from: '2026-03-02T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' },
) =>
  (
    await grant(cast.origin, {
      route: 'GET /widget/:channelKey/booking/reasons/:reasonId/slots',
      by: newPasser(cast.lyon),
      params: { channelKey: cast.lyon.channelKey, reasonId: reason.id },
      query,
    })
  ).slots

type Wish = BodyOf<'PUT /widget/:channelKey/bookings/:bookingId'>
const book = (by: Passer, reason: ReasonForAgent, wish: Partial<Wish> = {}, bookingId = newBooking()) =>
  make(cast.origin, {
    route: 'PUT /widget/:channelKey/bookings/:bookingId',
    by,
    params: { channelKey: by.channelKey, bookingId },
    body: {
      reasonId: reason.id,
      startsAt: '2026-03-02T09:00:00.000Z',
      name: 'Vera Lind',
      email: `vera.${++readers}@maison.example`,
      language: 'fr',
      zone: 'Europe/Zurich',
      ...wish,
    },
  })
type Booked = ReplyOf<'PUT /widget/:channelKey/bookings/:bookingId'>
async function booked(reason: ReasonForAgent, wish: Partial<Wish> = {}) {
  const answer = await book(newPasser(cast.lyon), reason, wish)
  assert.equal(verdictOf(answer), '200')
  // Parsed by the server's own check of replies.
  return answer.body as Booked
}
const readCalendar = (by: Engaged) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/appointments/calendar',
    by,
    params: { organisationId: by.organisationId },
    query: { from: '2026-03-02T00:00:00.000Z', to: '2026-03-09T00:00:00.000Z' },
  })
const ofOne = (id: string, by = cast.ada) => ({ organisationId: by.organisationId, appointmentId: id as Booked['id'] })
const entryOf = (text: string) => {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  return event ? new ICAL.Event(event) : assert.fail('no entry')
}

test('[A8] a visitor books a free time; it is theirs alone, and stands in the calendar of whoever receives', async () => {
  const { agent, reason } = await receiver()
  const times = await timesOf(reason)
  assert.deepEqual(
    times.map((time) => time.slice(11, 16)),
    ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30'],
    'nine to noon in Paris',
  )
  const one = await booked(reason, { startsAt: times[2] ?? '' })
  assert.equal(one.agent.id, agent.agentId)
  assert.equal(one.title, 'Un conseil en boutique')
  assert.equal((await timesOf(reason)).includes(times[2] ?? ''), false)

  const taken = await book(newPasser(cast.lyon), reason, { startsAt: times[2] ?? '' })
  assert.equal(verdictOf(taken), '409 appointments.not-free')
  assert.deepEqual(Object(taken.body).details.nearest, times.toSpliced(2, 1).concat(), 'the others are proposed')

  const [seen] = (await readCalendar(agent)).appointments
  assert.equal(seen?.id, one.id)
  assert.equal(seen?.name, 'Vera Lind')
})

test('the same booking sent again is one, and the same answer', async () => {
  const { reason } = await receiver()
  const vera = newPasser(cast.lyon)
  const id = newBooking()
  const first = await book(vera, reason, {}, id)
  const again = await book(vera, reason, {}, id)
  assert.deepEqual(again.body, first.body)
  assert.equal(verdictOf(await book(newPasser(cast.lyon), reason, {}, id)), '404 request.not-found', 'of nobody else')
})

test('fifty ask for the last time at once: one gets it, the others are told, nobody twice', async () => {
  const { agent, reason } = await receiver()
  const startsAt = '2026-03-02T08:30:00.000Z'
  const answers = await Promise.all(Array.from({ length: 50 }, () => book(newPasser(cast.lyon), reason, { startsAt })))
  const verdicts = answers.map(verdictOf)
  assert.equal(verdicts.filter((verdict) => verdict === '200').length, 1, [...new Set(verdicts)].join())
  const refused = verdicts.filter((verdict) => /^409 appointments\.(not-free|slot-taken)$/.test(verdict))
  assert.equal(refused.length, 49, [...new Set(verdicts)].join())
  assert.equal((await readCalendar(agent)).appointments.length, 1)
})

test('an agent gives away a time for which visitors ask at that moment: one has it, and the others are told', async () => {
  const { agent, reason } = await receiver()
  const startsAt = '2026-03-02T08:30:00.000Z'
  // Agents wait for nobody: what they give is given by the database's word alone.
  const byAgent = () =>
    make(cast.origin, {
      route: 'POST /organisations/:organisationId/appointments',
      by: agent,
      params: { organisationId: agent.organisationId },
      body: {
        ...{ bookingId: newBooking(), reasonId: reason.id, agentId: agent.agentId, startsAt, despite: [] },
        ...{ name: 'Vera Lind', email: null, phone: '', words: '', language: 'fr', zone: 'Europe/Paris' },
        conversationId: null,
      },
    })
  const byVisitor = () => book(newPasser(cast.lyon), reason, { startsAt })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, number) => (number % 2 ? byVisitor() : byAgent())))
  const verdicts = answers.map(verdictOf)
  assert.equal(verdicts.filter((verdict) => verdict === '200').length, 1, [...new Set(verdicts)].join())
  const refused = verdicts.filter((verdict) => /^409 appointments\.(not-free|slot-taken)$/.test(verdict))
  assert.equal(refused.length, 11, [...new Set(verdicts)].join())
  assert.equal((await readCalendar(agent)).appointments.length, 1)
})

test('fifty ask for overlapping times of three people: none is given twice, and each who is refused could not have had it', async () => {
  const agents = await Promise.all(['Léa Lang', 'Max Moll', 'Noé Nord'].map((name) => receiving.engage(name)))
  for (const agent of agents) await receiving.open(agent, { from: '2026-03-03T09:00', to: '2026-03-03T12:00' })
  const reason = await receiving.reason({
    takerIds: agents.map(({ agentId }) => agentId),
    everyMinutes: 10,
    minutes: 40,
    afterMinutes: 10,
  })
  const times = await timesOf(reason, { from: '2026-03-03T00:00:00.000Z', to: '2026-03-04T00:00:00.000Z' })
  assert.equal(times.length, 15, 'control')
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, number) =>
      book(newPasser(cast.lyon), reason, { startsAt: times[number % times.length] ?? '' }),
    ),
  )
  const given = answers.filter((answer) => verdictOf(answer) === '200').map(({ body }) => body as Booked)
  assert.ok(given.length >= 6, `${given.length} were given`)
  for (const one of given)
    for (const other of given)
      if (one !== other && one.agent.id === other.agent.id)
        assert.ok(
          Math.abs(Date.parse(one.startsAt) - Date.parse(other.startsAt)) >= 50 * 60_000,
          `${one.startsAt} and ${other.startsAt}`,
        )
  const left = await timesOf(reason, { from: '2026-03-03T00:00:00.000Z', to: '2026-03-04T00:00:00.000Z' })
  const refused = answers.flatMap((answer, number) =>
    verdictOf(answer) === '200' ? [] : [times[number % times.length] ?? ''],
  )
  assert.deepEqual(
    refused.filter((time) => left.includes(time)),
    [],
    'what was refused is taken',
  )
})

test('the letter carries the entry, and each change changes the one entry', async () => {
  const { agent, reason } = await receiver({ reminders: [] })
  const email = 'vera.lettres@maison.example'
  const one = await booked(reason, { email, startsAt: '2026-03-02T10:30:00.000Z' })
  const letter = await post.letterTo(email)
  assert.equal(letter.subject, 'Votre rendez-vous avec Maison Verdier')
  assert.match(letter.text, /lundi 2 mars 2026, 11:30 – 12:00/)
  assert.match(letter.text, /12 rue de la République/)
  assert.equal(letter.calendar?.method, 'REQUEST')
  const entry = entryOf(letter.calendar?.text ?? '')
  assert.equal(entry.startDate.toJSDate().toISOString(), one.startsAt)
  assert.equal(entry.endDate.toJSDate().toISOString(), one.endsAt)
  assert.equal(entry.sequence, 0)

  const moved = await make(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments/:appointmentId/move',
    by: agent,
    params: ofOne(one.id),
    body: { startsAt: '2026-03-02T09:00:00.000Z', version: one.version },
  })
  assert.equal(verdictOf(moved), '200')
  const second = await post.letterTo(email)
  const changed = entryOf(second.calendar?.text ?? '')
  assert.equal(changed.uid, entry.uid)
  assert.equal(changed.sequence, 1)
  assert.equal(changed.startDate.toJSDate().toISOString(), '2026-03-02T09:00:00.000Z')

  const off = await make(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments/:appointmentId/cancellation',
    by: agent,
    params: ofOne(one.id),
    body: { why: 'La boutique est fermée ce matin.', version: one.version + 1 },
  })
  assert.equal(verdictOf(off), '200')
  const third = await post.letterTo(email)
  assert.equal(third.calendar?.method, 'CANCEL')
  assert.match(third.text, /La boutique est fermée ce matin\./)
  assert.equal(entryOf(third.calendar?.text ?? '').uid, entry.uid)
  assert.ok((await timesOf(reason)).includes('2026-03-02T09:00:00.000Z'), 'its time is free again')
})

test('a reminder comes while its time stands, and not once it was moved', async () => {
  const { agent, reason } = await receiver({ reminders: [] })
  const email = 'vera.rappel@maison.example'
  const one = await booked(reason, { email })
  await post.letterTo(email)
  const needs = { ...cast.comptoir.platform, mailFrom: 'comptoir@verdier.example' }
  const due = (sequence: number) => remind({ organisationId: agent.organisationId, id: one.id, sequence }, needs)
  await due(0)
  assert.match((await post.letterTo(email)).subject, /^Rappel/)

  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments/:appointmentId/move',
    by: agent,
    params: ofOne(one.id),
    body: { startsAt: '2026-03-02T08:00:00.000Z', version: one.version },
  })
  await due(0)
  await due(1)
  const later = [await post.letterTo(email), await post.letterTo(email)].map(({ subject }) => subject)
  assert.deepEqual(
    later.map((subject) => subject.split(/\s/, 1)[0]).sort(),
    ['Rappel', 'Votre'],
    'of the new time alone',
  )
  const all = post.letters.filter(({ to }) => to.includes(email))
  assert.equal(all.length, 4)
})

test('reminders are for so long before a time; whoever books too late for one gets none', async () => {
  const { agent, reason } = await receiver({ reminders: [60, 1_440] })
  const dueOf = async ({ id }: Booked) => {
    const { rows } = await cast.comptoir.platform.database.asOwner(({ db }) =>
      sql<{
        due: string
      }>`select data->>'sequence' || ' ' || to_char(start_after at time zone 'utc', 'DD"T"HH24:MI') as due
        from pgboss.job where name = 'appointments.remind' and data->>'id' = ${id} order by 1`.execute(db),
    )
    return rows.map(({ due }) => due)
  }
  // It is eight in Paris: the day before is over.
  const one = await booked(reason, { startsAt: '2026-03-02T09:00:00.000Z' })
  assert.deepEqual(await dueOf(one), ['0 02T08:00'])
  const moved = await make(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments/:appointmentId/move',
    by: agent,
    params: ofOne(one.id),
    body: { startsAt: '2026-03-05T09:00:00.000Z', despite: ['closed'], version: one.version },
  })
  assert.equal(verdictOf(moved), '200', moved.text)
  assert.deepEqual(await dueOf(one), ['0 02T08:00', '1 04T09:00', '1 05T08:00'], 'those of the new time besides')
})

test('[A9] whoever is asked for another time reads so in their language and zone; until they choose one it stands', async () => {
  const { agent, reason } = await receiver({ reminders: [] })
  const email = 'vera.ailleurs@maison.example'
  const one = await booked(reason, { email, language: 'en', zone: 'America/Montreal' })
  await post.letterTo(email)
  const ask = () =>
    grant(cast.origin, {
      route: 'POST /organisations/:organisationId/appointments/:appointmentId/request-to-move',
      by: agent,
      params: ofOne(one.id),
    })
  const asked = await ask()
  assert.deepEqual(
    [asked.state, asked.startsAt, asked.askedToMoveAt],
    ['booked', one.startsAt, clock.now().toISOString()],
  )
  const letter = await post.letterTo(email)
  assert.equal(letter.subject, 'Choose another time with Maison Verdier')
  assert.match(letter.text, /^When: Monday, March 2, 2026, 4:00\sAM – 4:30\sAM \(Eastern Standard Time\)$/m)
  assert.equal((await ask()).version, asked.version, 'once is enough')

  const by = newPasser(cast.lyon)
  const token = linkIn(letter).hash.slice(1)
  const seen = await grant(cast.origin, { route: 'POST /appointment-links/view', by, body: { token } })
  assert.deepEqual([seen.state, seen.askedToMove], ['booked', true])
  const moved = await grant(cast.origin, {
    route: 'POST /appointment-links/move',
    by,
    body: { token, startsAt: '2026-03-02T08:00:00.000Z', version: seen.version },
  })
  assert.deepEqual([moved.startsAt, moved.askedToMove], ['2026-03-02T08:00:00.000Z', false])
  assert.match((await post.letterTo(email)).subject, /has a new time$/, 'no second request came before')

  const nobody = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments',
    by: agent,
    params: { organisationId: agent.organisationId },
    body: {
      ...{ bookingId: newBooking(), reasonId: reason.id, agentId: agent.agentId, startsAt: '2026-03-02T10:00:00.000Z' },
      ...{ name: 'Vera Lind', email: null, phone: '', words: '', language: 'fr', zone: 'Europe/Paris' },
      ...{ despite: [], conversationId: null },
    },
  })
  const unheard = await make(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments/:appointmentId/request-to-move',
    by: agent,
    params: ofOne(nobody.id),
  })
  assert.equal(verdictOf(unheard), '422 appointments.nobody-to-write-to')
})

test('by the link of their letter a visitor moves and cancels, without an account; a made-up link opens nothing', async () => {
  const { reason } = await receiver()
  const email = 'vera.lien@maison.example'
  const one = await booked(reason, { email })
  const token = linkIn(await post.letterTo(email)).hash.slice(1)
  const by = newPasser(cast.lyon)
  const seen = await grant(cast.origin, { route: 'POST /appointment-links/view', by, body: { token } })
  assert.deepEqual(seen, one)
  const window = { from: '2026-03-02T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' }
  const { slots } = await grant(cast.origin, { route: 'POST /appointment-links/slots', by, body: { token, ...window } })
  assert.ok(slots.includes(one.startsAt), 'as if it were not booked')

  const move = (startsAt: string, version: number) =>
    make(cast.origin, { route: 'POST /appointment-links/move', by, body: { token, startsAt, version } })
  assert.equal(
    verdictOf(await move('2026-03-02T13:00:00.000Z', 1)),
    '409 appointments.not-free',
    'nobody receives then',
  )
  assert.equal(verdictOf(await move('2026-03-02T08:00:00.000Z', 1)), '200')
  assert.equal(verdictOf(await move('2026-03-02T08:30:00.000Z', 1)), '409 appointments.changed-meanwhile')

  const cancel = (secret: string) =>
    make(cast.origin, { route: 'POST /appointment-links/cancel', by, body: { token: secret, why: '', version: 2 } })
  assert.equal(verdictOf(await cancel(`${token.slice(0, -1)}_`)), '404 appointments.link-unknown')
  assert.equal(verdictOf(await cancel(token)), '200')
  assert.equal(verdictOf(await cancel(token)), '200', 'twice is once')
  assert.equal(verdictOf(await move('2026-03-02T08:30:00.000Z', 3)), '409 appointments.over')
})

test('[A9] an agent books for somebody outside their hours when they say so, never over an absence or an appointment', async () => {
  const { agent, reason } = await receiver()
  await receiving.open(agent, { kind: 'absence', from: '2026-03-02T14:00', to: '2026-03-02T15:00', label: 'Dentiste' })
  const bookFor = (startsAt: string, despite: ('closed' | 'busy' | 'holiday')[] = []) =>
    make(cast.origin, {
      route: 'POST /organisations/:organisationId/appointments',
      by: agent,
      params: { organisationId: agent.organisationId },
      body: {
        ...{ bookingId: newBooking(), reasonId: reason.id, agentId: agent.agentId, startsAt, despite },
        ...{ name: 'Vera Lind', email: null, phone: '', words: '', language: 'fr', zone: 'Europe/Paris' },
        conversationId: null,
      },
    })
  const evening = await bookFor('2026-03-02T18:00:00.000Z')
  assert.equal(verdictOf(evening), '409 appointments.not-free')
  assert.deepEqual(Object(evening.body).details.why, ['closed'])
  assert.equal(verdictOf(await bookFor('2026-03-02T18:00:00.000Z', ['closed'])), '200')
  assert.equal(verdictOf(await bookFor('2026-03-02T18:15:00.000Z', ['closed'])), '409 appointments.slot-taken')
  const absent = await bookFor('2026-03-02T13:30:00.000Z', ['closed', 'busy', 'holiday'])
  assert.equal(verdictOf(absent), '409 appointments.not-free')
  assert.deepEqual(Object(absent.body).details.why, ['absent'])
  assert.equal(verdictOf(await bookFor('2026-03-02T06:00:00.000Z')), '422 appointments.past')
})

test('[A9] what came of it is said once it has begun, and may be put right', async () => {
  const { agent, reason } = await receiver()
  const one = await booked(reason)
  const conclude = (state: 'booked' | 'honoured' | 'missed', version: number) =>
    make(cast.origin, {
      route: 'POST /organisations/:organisationId/appointments/:appointmentId/outcome',
      by: agent,
      params: ofOne(one.id),
      body: { state, version },
    })
  assert.equal(verdictOf(await conclude('honoured', 1)), '409 appointments.not-begun')
  clock.advance(3 * 60 * 60 * 1000)
  assert.equal(verdictOf(await conclude('honoured', 1)), '200')
  assert.equal(verdictOf(await conclude('missed', 1)), '409 appointments.changed-meanwhile')
  assert.equal(verdictOf(await conclude('missed', 2)), '200')
  clock.advance(-3 * 60 * 60 * 1000)
})

test('[A9] an agent sees their own appointments, a manager their sub-account’s, those above all', async () => {
  const { agent, reason } = await receiver()
  const other = await receiving.engage('Max Moll')
  const one = await booked(reason)
  const view = async (by: Engaged) =>
    verdictOf(
      await make(cast.origin, {
        route: 'GET /organisations/:organisationId/appointments/:appointmentId',
        by,
        params: ofOne(one.id, by),
      }),
    )
  assert.equal(await view(agent), '200')
  assert.equal(await view(cast.ada), '200')
  assert.equal(await view(other), '404 request.not-found')
  assert.equal((await readCalendar(other)).appointments.length, 0)
  assert.deepEqual(
    (await readCalendar(other)).lanes.map(({ agent: { id } }) => id),
    [other.agentId],
  )
})
