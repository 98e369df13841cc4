import assert from 'node:assert/strict'
import { uuid7 } from '#client/uuid7.ts'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { AppointmentId, BookingId } from '#contract/ids.ts'
import type { BodyOf, ReplyOf } from '#contract/routes.ts'
import { listUpcomingOf } from '#server/domains/appointments/booking/store.ts'
import { type Cast, newPasser, type Passer } from './cast.ts'
import { type Engaged, type Engagement, engage } from './staff.ts'
import { make, passerBy, verdictOf } from './wish.ts'

type Wish = BodyOf<'PUT /widget/:channelKey/bookings/:bookingId'>
type Booked = ReplyOf<'PUT /widget/:channelKey/bookings/:bookingId'>
export type Bookings = ReturnType<typeof bookingsAt>

const newBooking = () => uuid7() as BookingId
let readers = 0

/** Visitors and agents who book, and what is booked. */
export function bookingsAt(cast: Cast) {
  const { database, clock } = cast.comptoir.platform
  const upcoming = (agent: Engaged) =>
    database.transaction(agent.organisationId, (tx) => listUpcomingOf(tx, agent.agentId, clock.now()))

  const book = (by: Passer, reason: ReasonForAgent, wish: Partial<Wish> = {}) =>
    make(cast.origin, {
      route: 'PUT /widget/:channelKey/bookings/:bookingId',
      by,
      params: { channelKey: by.channelKey, bookingId: newBooking() },
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

  return {
    /** A visitor on the site of Lyon asks for the Monday at ten in Paris, unless the wish says otherwise. */
    book,

    async booked(reason: ReasonForAgent, wish: Partial<Wish> = {}): Promise<Booked> {
      const answer = await book(newPasser(cast.lyon), reason, wish)
      assert.equal(verdictOf(answer), '200', answer.text)
      // `make` has held it against the contract.
      return answer.body as Booked
    },

    /** An agent books with somebody, or with themselves. */
    bookFor: (agent: Engaged, by: Engaged, reason: ReasonForAgent, startsAt: string) =>
      make(cast.origin, {
        route: 'POST /organisations/:organisationId/appointments',
        by,
        params: { organisationId: by.organisationId },
        body: {
          ...{ bookingId: newBooking(), reasonId: reason.id, agentId: agent.agentId, startsAt, despite: [] },
          ...{ name: 'Vera Lind', email: null, phone: '', words: '', language: 'fr', zone: 'Europe/Paris' },
          conversationId: null,
        },
      }),

    /** By the link of their letter, a visitor moves an appointment that nobody has changed yet. */
    async move(id: AppointmentId, startsAt: string, version = 1) {
      const rows = await cast.comptoir.platform.database.asOwner((tx) =>
        tx.db.selectFrom('appointments').select('link_token').where('id', '=', id).execute(),
      )
      return make(cast.origin, {
        route: 'POST /appointment-links/move',
        by: passerBy,
        body: { token: rows[0]?.link_token ?? '', startsAt, version },
      })
    },

    /** Those to come of somebody, whoever may see them. */
    upcoming,
    upcomingOf: async (agent: Engaged): Promise<AppointmentId[]> => (await upcoming(agent)).map(({ id }) => id),

    /** Somebody who runs people and appointments in Lyon. */
    chief: (as: Partial<Engagement> = {}) =>
      engage(cast.comptoir, cast.verdier.id, 'Mona Chef', { role: 'manager', subAccountId: cast.lyon.id, ...as }),
  }
}
