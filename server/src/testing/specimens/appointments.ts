import { uuid7 } from '#client/uuid7.ts'
import type { BookingId } from '#contract/ids.ts'
import { dayMs, minuteMs } from '#contract/wall-clock.ts'
import { type Cast, newPasser } from '../cast.ts'
import { receivingAt } from '../receiving.ts'
import { grant, passerBy, type WishOf } from '../wish.ts'
import { newReader, type Specimens } from './stage.ts'

const ofOne = '/organisations/:organisationId/appointments/:appointmentId' as const

/** Of bookings: the team’s, the visitor’s on a site, and by the link of a letter. */
export const appointmentSpecimens = {
  'GET /organisations/:organisationId/appointments/calendar': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/appointments/calendar',
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
    query: windowOf(cast),
  }),
  'GET /organisations/:organisationId/appointments/:appointmentId': async ({ cast }) => ({
    route: `GET ${ofOne}`,
    by: cast.marc,
    params: paramsOf(cast, (await booked(cast)).appointment),
  }),
  'GET /organisations/:organisationId/conversations/:conversationId/appointments': async ({ cast, scene }) => {
    const agent = await receivingAt(cast).engage('Léa Lang')
    const { organisationId, conversationId } = await scene.talk(cast.lyon, agent, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/appointments',
      by: agent,
      params: { organisationId, conversationId },
    }
  },
  'GET /organisations/:organisationId/appointment-reasons/:reasonId/slots': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/appointment-reasons/:reasonId/slots',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, reasonId: (await reception(cast)).reason.id },
    query: windowOf(cast),
  }),
  'POST /organisations/:organisationId/appointments': async ({ cast }) => bookingWish(cast, await reception(cast)),
  'POST /organisations/:organisationId/appointments/:appointmentId/move': async ({ cast }) => ({
    route: `POST ${ofOne}/move`,
    by: cast.marc,
    params: paramsOf(cast, (await booked(cast)).appointment),
    body: { startsAt: fromNow(cast, 2 * dayMs), despite: [], version: 1 },
  }),
  'POST /organisations/:organisationId/appointments/:appointmentId/cancellation': async ({ cast }) => ({
    route: `POST ${ofOne}/cancellation`,
    by: cast.marc,
    params: paramsOf(cast, (await booked(cast)).appointment),
    body: { why: 'La boutique est fermée.', version: 1 },
  }),
  'POST /organisations/:organisationId/appointments/:appointmentId/outcome': async ({ cast }) => ({
    route: `POST ${ofOne}/outcome`,
    by: cast.marc,
    params: paramsOf(cast, await begun(cast)),
    body: { state: 'honoured', version: 1 },
  }),
  'POST /organisations/:organisationId/appointments/:appointmentId/request-to-move': async ({ cast }) => ({
    route: `POST ${ofOne}/request-to-move`,
    by: cast.marc,
    params: paramsOf(cast, (await booked(cast)).appointment),
  }),

  'GET /widget/:channelKey/booking/reasons': async ({ cast }) => {
    await reception(cast)
    return {
      route: 'GET /widget/:channelKey/booking/reasons',
      by: passerBy,
      params: { channelKey: cast.lyon.channelKey },
      query: { languages: 'fr' },
    }
  },
  'GET /widget/:channelKey/booking/reasons/:reasonId/slots': async ({ cast }) => ({
    route: 'GET /widget/:channelKey/booking/reasons/:reasonId/slots',
    by: passerBy,
    params: { channelKey: cast.lyon.channelKey, reasonId: (await reception(cast)).reason.id },
    query: windowOf(cast),
  }),
  'PUT /widget/:channelKey/bookings/:bookingId': async ({ cast }) => ({
    route: 'PUT /widget/:channelKey/bookings/:bookingId',
    by: newPasser(cast.lyon),
    params: { channelKey: cast.lyon.channelKey, bookingId: newBooking() },
    body: {
      reasonId: (await reception(cast)).reason.id,
      startsAt: fromNow(cast, dayMs),
      ...{ name: 'Vera Lind', email: newReader(), language: 'fr', zone: 'Europe/Paris' },
    },
  }),
  'GET /widget/:channelKey/bookings': async ({ cast }) => ({
    route: 'GET /widget/:channelKey/bookings',
    by: newPasser(cast.lyon),
    params: { channelKey: cast.lyon.channelKey },
  }),
  'POST /appointment-links/view': async ({ cast }) => ({
    route: 'POST /appointment-links/view',
    by: passerBy,
    body: { token: (await booked(cast)).token },
  }),
  'POST /appointment-links/slots': async ({ cast }) => ({
    route: 'POST /appointment-links/slots',
    by: passerBy,
    body: { token: (await booked(cast)).token, ...windowOf(cast) },
  }),
  'POST /appointment-links/move': async ({ cast }) => ({
    route: 'POST /appointment-links/move',
    by: passerBy,
    body: { token: (await booked(cast)).token, startsAt: fromNow(cast, 2 * dayMs), version: 1 },
  }),
  'POST /appointment-links/cancel': async ({ cast }) => ({
    route: 'POST /appointment-links/cancel',
    by: passerBy,
    body: { token: (await booked(cast)).token, why: 'Un empêchement.', version: 1 },
  }),
} satisfies Specimens

const newBooking = () => uuid7() as BookingId

/** Whole half hours: slots are counted from midnight. */
const fromNow = ({ comptoir }: Cast, ms: number): string => {
  const halfHour = 30 * minuteMs
  return new Date(Math.ceil((comptoir.platform.clock.now().getTime() + ms) / halfHour) * halfHour).toISOString()
}

const windowOf = (cast: Cast) => ({ from: fromNow(cast, 0), to: fromNow(cast, 7 * dayMs) })

const paramsOf = ({ verdier }: Cast, { id }: { id: Awaited<ReturnType<typeof booked>>['appointment']['id'] }) => ({
  organisationId: verdier.id,
  appointmentId: id,
})

/** Somebody new who receives day and night, and a reason that is theirs alone. */
async function reception(cast: Cast) {
  const receiving = receivingAt(cast)
  const agent = await receiving.engage('Léa Lang')
  await receiving.open(agent, { from: '2026-01-05T00:00', to: '2026-01-06T00:00', rule: 'FREQ=DAILY' })
  return { agent, reason: await receiving.reason({ takerIds: [agent.agentId], reminders: [] }) }
}

type Reception = Awaited<ReturnType<typeof reception>>

const bookingWish = (
  cast: Cast,
  { agent, reason }: Reception,
): WishOf<'POST /organisations/:organisationId/appointments'> => ({
  route: 'POST /organisations/:organisationId/appointments',
  by: cast.marc,
  params: { organisationId: cast.verdier.id },
  body: {
    ...{ bookingId: newBooking(), reasonId: reason.id, agentId: agent.agentId, despite: [] },
    ...{ name: 'Vera Lind', email: newReader(), phone: '', words: '', language: 'fr', zone: 'Europe/Paris' },
    startsAt: fromNow(cast, dayMs),
    conversationId: null,
  },
})

/** An appointment of tomorrow, and the secret of its letter. */
async function booked(cast: Cast) {
  const appointment = await grant(cast.origin, bookingWish(cast, await reception(cast)))
  const { link_token: token } = await cast.comptoir.platform.database.asOwner(({ db }) =>
    db
      .selectFrom('appointments')
      .select('link_token')
      .where('organisation_id', '=', cast.verdier.id)
      .where('id', '=', appointment.id)
      .executeTakeFirstOrThrow(),
  )
  return { appointment, token }
}

/** One whose time has come. */
async function begun(cast: Cast) {
  const { appointment } = await booked(cast)
  const { platform } = cast.comptoir
  const startsAt = new Date(platform.clock.now().getTime() - 10 * minuteMs)
  const endsAt = new Date(startsAt.getTime() + 30 * minuteMs)
  await platform.database.asOwner(({ db }) =>
    db
      .updateTable('appointments')
      .set({
        starts_at: startsAt,
        ends_at: endsAt,
        kept_free: `[${startsAt.toISOString()},${endsAt.toISOString()})`,
      })
      .where('organisation_id', '=', cast.verdier.id)
      .where('id', '=', appointment.id)
      .execute(),
  )
  return appointment
}
