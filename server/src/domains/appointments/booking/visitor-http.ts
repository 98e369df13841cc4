import type { AppointmentForVisitor, ReasonForVisitor } from '#contract/appointments/booking.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { type Agent, findAgent, nameForVisitors } from '../../agents/index.ts'
import type { HandlersOf } from '../../callers.ts'
import { type ChannelsByKey, findChannel, usualColour } from '../../channels/index.ts'
import { organisationName } from '../../organisations/index.ts'
import { findVisitor } from '../../visitors/index.ts'
import { findReason, listReasons, type Reason, takersOf } from '../reasons/index.ts'
import { type Booked, type BookingNeeds, bookByVisitor } from './book.ts'
import { cancelByLink, moveByLink, timesByLink, viewByLink } from './by-link.ts'
import { refuseTooLong, spanOfQuery } from './calendar.ts'
import { freeTimes } from './free-times.ts'
import { appointmentForVisitor, textIn } from './present.ts'
import { listUpcomingOfVisitor } from './store.ts'

type Doors =
  | 'GET /widget/:channelKey/booking/reasons'
  | 'GET /widget/:channelKey/booking/reasons/:reasonId/slots'
  | 'PUT /widget/:channelKey/bookings/:bookingId'
  | 'GET /widget/:channelKey/bookings'
  | 'POST /appointment-links/view'
  | 'POST /appointment-links/slots'
  | 'POST /appointment-links/move'
  | 'POST /appointment-links/cancel'

/** Visitors' doors: on a site's channel, and by the secret of a letter. */
export function bookingHandlers(needs: BookingNeeds & Platform, channelOf: ChannelsByKey): HandlersOf<Doors> {
  const { database, clock } = needs
  const shown = (tx: OrganisationTransaction, booked: Booked) => forVisitor(tx, booked, clock.now())
  return {
    'GET /widget/:channelKey/booking/reasons': async ({ params, query, knock }) => {
      const { organisationId, channel } = await channelOf(knock, params.channelKey)
      const wanted = query.languages?.split(',') ?? []
      return database.transaction(organisationId, async (tx) => {
        const offered = (await listReasons(tx)).filter(
          ({ subAccountId, archivedAt }) => subAccountId === channel.subAccountId && archivedAt === null,
        )
        const reasons: ReasonForVisitor[] = []
        for (const reason of offered) {
          const takers = await takersOf(tx, reason)
          // Nobody to receive: nothing to choose.
          if (takers.length > 0) reasons.push(reasonForVisitor(reason, takers, wanted))
        }
        return { organisationName: await organisationName(tx), reasons }
      })
    },

    'GET /widget/:channelKey/booking/reasons/:reasonId/slots': async ({ params, query, knock }) => {
      const { organisationId, channel } = await channelOf(knock, params.channelKey)
      const window = spanOfQuery(query)
      refuseTooLong(window)
      return database.transaction(organisationId, async (tx) => {
        const reason = await findReason(tx, params.reasonId)
        if (!reason || reason.archivedAt !== null || reason.subAccountId !== channel.subAccountId)
          throw refusal('request.not-found')
        // Whom they may not choose they do not ask about either.
        const agentId = reason.visitorsChoose ? query.agentId : undefined
        const slots = await freeTimes(tx, reason, { window, agentId, now: clock.now() })
        return { slots: slots.map(({ from }) => new Date(from).toISOString()) }
      })
    },

    'PUT /widget/:channelKey/bookings/:bookingId': async ({ caller, params, body }) => {
      const booked = await bookByVisitor(caller, { ...body, bookingId: params.bookingId }, needs)
      return database.transaction(caller.organisationId, (tx) => shown(tx, booked))
    },

    'GET /widget/:channelKey/bookings': ({ caller }) =>
      database.snapshot(caller.organisationId, async (tx) => {
        const visitor = await findVisitor(tx, caller)
        const upcoming = visitor ? await listUpcomingOfVisitor(tx, visitor.id, clock.now()) : []
        const appointments: AppointmentForVisitor[] = []
        for (const appointment of upcoming) {
          const reason = await findReason(tx, appointment.reasonId)
          if (reason) appointments.push(await shown(tx, { appointment, reason }))
        }
        return { appointments }
      }),

    'POST /appointment-links/view': ({ body }) => viewByLink(body.token, needs, shown),

    'POST /appointment-links/slots': async ({ body }) => {
      const window = spanOfQuery(body)
      refuseTooLong(window)
      return { slots: await timesByLink(body.token, window, needs) }
    },

    'POST /appointment-links/move': ({ body }) => moveByLink(body, needs, shown),

    'POST /appointment-links/cancel': ({ body }) => cancelByLink(body, needs, shown),
  }
}

function reasonForVisitor(reason: Reason, takers: readonly Agent[], wanted: readonly string[]): ReasonForVisitor {
  const language = wanted.find((one) => reason.texts.some((text) => text.language === one)) ?? wanted[0] ?? ''
  const { title, description } = textIn(reason, language)
  return {
    id: reason.id,
    title,
    description,
    minutes: reason.minutes,
    place: reason.place,
    // Where to go is worth knowing before; a link to a talk is for whoever booked it.
    placeDetail: reason.place === 'on-site' ? reason.placeDetail : '',
    agents: reason.visitorsChoose ? takers.map(asSeen) : [],
  }
}

async function forVisitor(
  tx: OrganisationTransaction,
  { appointment, reason }: Booked,
  now: Date,
): Promise<AppointmentForVisitor> {
  const agent = await findAgent(tx, appointment.agent.id)
  const channel = appointment.channelId && (await findChannel(tx, appointment.channelId))
  return appointmentForVisitor(appointment, {
    reason,
    agent: agent ? asSeen(agent) : { id: appointment.agent.id, name: appointment.agent.name, photoId: null },
    organisationName: await organisationName(tx),
    colour: channel ? channel.colour : usualColour,
    now,
  })
}

const asSeen = (agent: Agent) => ({ id: agent.id, name: nameForVisitors(agent), photoId: agent.photoId })
