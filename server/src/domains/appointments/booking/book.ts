import type { BookForVisitor } from '#contract/appointments/appointments.ts'
import type { Book } from '#contract/appointments/booking.ts'
import type { AgentId, BookingId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { newToken } from '#server/platform/secrets.ts'
import { authorise, may } from '../../access/index.ts'
import { type Agent, findAgent, holdActor, holdAgent } from '../../agents/index.ts'
import type { Actor, VisitorCaller } from '../../callers.ts'
import { findByVisitor, readable } from '../../conversations/index.ts'
import { findOrMakeVisitor } from '../../visitors/index.ts'
import { findReason, knows, type Reason, whyUnfit } from '../reasons/index.ts'
import { type Appointment, type Times, timesAt } from './appointment.ts'
import { commitAppointments } from './commit-appointments.ts'
import { isPassedOver, nearestTimes, whoReceives, whyNotAt } from './free-times.ts'
import { givingTime } from './giving-time.ts'
import { findByBooking, listUpcomingOfVisitor, lockBookings, lockDays } from './store.ts'
import type { TellingNeeds } from './tell.ts'

export type BookingNeeds = TellingNeeds & Pick<Platform, 'database'>

/** An appointment, with what it is for. */
export interface Booked {
  appointment: Appointment
  reason: Reason
}

/** What an agent did, with the rights they did it with: by those they are answered. */
export interface Acted extends Booked {
  by: Actor
}

/**
 * A visitor books a time that is offered, with whoever is free then or with the one they chose. The same booking sent again is one,
 * and the same answer.
 *
 * @refuses request.not-found | channels.paused | appointments.too-many | appointments.phone-missing
 *   | appointments.slot-taken or appointments.not-free, with details.nearest
 */
export function bookByVisitor(
  caller: VisitorCaller,
  wish: Book & { bookingId: BookingId },
  needs: BookingNeeds,
): Promise<Booked> {
  const { database, clock, ids } = needs
  return givingTime((isTaken) =>
    database.transaction(caller.organisationId, async (tx) => {
      const now = clock.now()
      const locale = wish.language.split('-', 1)[0] === 'fr' ? 'fr' : 'en'
      const visitor = await findOrMakeVisitor(tx, { id: ids.visitor(), ...caller, locale, now })
      await lockBookings(tx, visitor.id)
      const reason = await findReason(tx, wish.reasonId)
      const earlier = await findByBooking(tx, wish.bookingId)
      if (earlier && reason && earlier.visitorId === visitor.id) return { appointment: earlier, reason }
      if (!reason || earlier || reason.subAccountId !== caller.subAccountId) throw refusal('request.not-found')
      if (!caller.mayWrite) throw refusal('channels.paused')
      if (reason.archivedAt !== null) throw refusal('reasons.archived')
      if (wish.agentId !== undefined && !reason.visitorsChoose) throw refusal('request.not-found', { field: 'agentId' })
      if (reason.place === 'phone' && wish.phone === '') throw refusal('appointments.phone-missing', { field: 'phone' })
      const { bookingsPerVisitor: limit } = limits
      if ((await listUpcomingOfVisitor(tx, visitor.id, now)).length >= limit)
        throw refusal('appointments.too-many', { details: { limit } })

      const startsAt = new Date(wish.startsAt)
      const times = timesAt(startsAt, reason)
      await lockDays(tx, { ...reason, ...times })
      const agent = await receiverAt(tx, reason, { ...wish, startsAt, now, isTaken })
      const appointment = newAppointment({
        ...wish,
        ...{ agent, reason, times, now, id: ids.appointment() },
        visitorId: visitor.id,
        conversationId: (await findByVisitor(tx, visitor.id))?.id ?? null,
        channelId: caller.channelId,
        bookedBy: null,
      })
      await commitAppointments(tx, [{ before: null, after: appointment, reason, telling: 'booked' }], null, needs)
      return { appointment, reason }
    }),
  )
}

/**
 * Who receives a visitor at a time, held: they neither leave nor lose what lets them receive until the commit.
 *
 * @refuses appointments.slot-taken | appointments.not-free, with details.nearest
 */
export async function receiverAt(
  tx: OrganisationTransaction,
  reason: Reason,
  asked: {
    startsAt: Date
    agentId?: AgentId | undefined
    preferred?: AgentId
    except?: Appointment['id']
    now: Date
    /** Somebody else was given the time while this was tried. */
    isTaken: boolean
  },
): Promise<Agent> {
  const id = await whoReceives(tx, reason, asked)
  const agent = id && (await holdAgent(tx, id))
  if (agent && whyUnfit(agent, reason) === null) return agent
  const nearest = await nearestTimes(tx, reason, { ...asked, from: asked.startsAt })
  throw refusal(asked.isTaken ? 'appointments.slot-taken' : 'appointments.not-free', {
    field: 'startsAt',
    details: { nearest, why: [] },
  })
}

/**
 * An agent books for somebody, with themselves or with those whose appointments they keep. Notice and opening hours bind visitors;
 * agents pass over hours, holidays and what another calendar says when they say so, never over an absence or an appointment.
 *
 * @refuses request.not-found | access.refused | access.inactive | reasons.archived | appointments.past
 *   | appointments.not-free with details.why | appointments.slot-taken
 */
export function bookByAgent(by: Actor, wish: BookForVisitor, needs: BookingNeeds): Promise<Acted> {
  const { database, clock, ids } = needs
  return givingTime((isTaken) =>
    database.transaction(by.organisationId, async (tx) => {
      const now = clock.now()
      const reason = await findReason(tx, wish.reasonId)
      const held = await holdReceiver(tx, by, wish.agentId)
      const { actor } = held
      // Before it is said what is there: whoever has no part in appointments learns nothing.
      authorise(actor, 'reasons.list', null)
      if (!reason || !may(actor, 'reasons.read', reason)) throw refusal('request.not-found', { field: 'reasonId' })
      authorise(actor, 'appointments.keep', { agentId: wish.agentId, subAccountId: reason.subAccountId })
      const earlier = await findByBooking(tx, wish.bookingId)
      if (earlier?.bookedBy === actor.agentId) return { appointment: earlier, reason, by: actor }
      if (earlier) throw refusal('request.not-found')
      if (reason.archivedAt !== null) throw refusal('reasons.archived', { field: 'reasonId' })
      const startsAt = new Date(wish.startsAt)
      if (startsAt <= now) throw refusal('appointments.past', { field: 'startsAt' })
      const times = timesAt(startsAt, reason)
      const agent = held.agent
      // Somebody whom the actor does not know answers as somebody who is not there.
      if (!agent || !knows(actor, agent)) throw refusal('request.not-found', { field: 'agentId' })
      await refuseNotFree(tx, { agent, reason, times, despite: wish.despite, now, isTaken })

      const conversation = wish.conversationId === null ? null : await readable(tx, actor, wish.conversationId)
      const appointment = newAppointment({
        ...wish,
        email: wish.email ?? '',
        ...{ agent, reason, times, now, id: ids.appointment() },
        visitorId: conversation?.visitor.id ?? null,
        conversationId: conversation?.id ?? null,
        channelId: conversation?.channelId ?? null,
        bookedBy: actor.agentId,
      })
      await commitAppointments(tx, [{ before: null, after: appointment, reason, telling: 'booked' }], actor, needs)
      return { appointment, reason, by: actor }
    }),
  )
}

/** The actor and who is to receive, held in the order of their ids, so that two who book for each other do not wait in a circle. */
export async function holdReceiver(
  tx: OrganisationTransaction,
  by: Actor,
  agentId: AgentId,
): Promise<{ actor: Actor; agent: Agent | undefined }> {
  if (agentId === by.agentId) return { actor: await holdActor(tx, by), agent: await findAgent(tx, agentId) }
  const isFirst = agentId < by.agentId
  const early = isFirst ? await holdAgent(tx, agentId) : undefined
  const actor = await holdActor(tx, by)
  return { actor, agent: isFirst ? early : await holdAgent(tx, agentId) }
}

/**
 * By the rules of those who keep the calendar themselves.
 *
 * @refuses appointments.not-free, with details.why | appointments.slot-taken
 */
export async function refuseNotFree(
  tx: OrganisationTransaction,
  asked: {
    agent: Agent
    reason: Reason
    times: Times
    except?: Appointment['id']
    despite: BookForVisitor['despite']
    now: Date
    isTaken: boolean
  },
): Promise<void> {
  const { agent, reason, times, except, despite, now } = asked
  const found = await whyNotAt(tx, { agent, reason, times, ...(except && { except }) })
  const why = found.why.filter((one) => !isPassedOver(one, despite))
  const isTaken = found.isTaken || asked.isTaken
  if (why.length === 0 && !isTaken) return
  const from = times.startsAt
  const nearest = await nearestTimes(tx, reason, { from, agentId: agent.id, ...(except && { except }), now })
  throw refusal(why.length > 0 ? 'appointments.not-free' : 'appointments.slot-taken', {
    field: 'startsAt',
    details: { why, nearest },
  })
}

type New = Pick<
  Appointment,
  | 'id'
  | 'visitorId'
  | 'conversationId'
  | 'channelId'
  | 'name'
  | 'email'
  | 'phone'
  | 'words'
  | 'language'
  | 'zone'
  | 'bookedBy'
  | 'bookingId'
> & { agent: Agent; reason: Reason; times: Times; now: Date }

const newAppointment = ({ agent, reason, times, now, ...given }: New): Appointment => ({
  id: given.id,
  subAccountId: reason.subAccountId,
  reasonId: reason.id,
  agent: { id: agent.id, name: agent.name },
  state: 'booked',
  ...times,
  place: reason.place,
  placeDetail: reason.placeDetail,
  visitorId: given.visitorId,
  conversationId: given.conversationId,
  channelId: given.channelId,
  name: given.name,
  email: given.email,
  phone: given.phone,
  words: given.words,
  language: given.language,
  zone: given.zone,
  bookedBy: given.bookedBy,
  bookingId: given.bookingId,
  linkToken: newToken(),
  sequence: 0,
  askedToMoveAt: null,
  cancelled: null,
  version: 1,
  createdAt: now,
  changedAt: now,
})
