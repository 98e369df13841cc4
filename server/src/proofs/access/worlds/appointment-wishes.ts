import type { Act } from '#server/testing/naive/act.ts'
import { whoComes } from '#server/testing/naive/appointment-acts.ts'
import { instantOf } from '#server/testing/naive/hours.ts'
import { usualReason } from '#server/testing/receiving.ts'
import { at, ofHouse, type WishesOf } from './wishes.ts'

const ofAppointment = `${ofHouse}/appointments/:appointmentId` as const
const inAppointment = (act: Extract<Act, { appointmentId: string }>) => ({
  ...at(act),
  appointmentId: act.appointmentId,
})
const inReason = (act: Extract<Act, { reasonId: string; house: object }>) => ({ ...at(act), reasonId: act.reasonId })

/** An hour long, at every hour, and nobody reminds anybody of it. */
const settingsOf = (act: Extract<Act, { takerIds: string[] | null }>) => ({
  ...{ ...usualReason, minutes: 60, everyMinutes: 60, reminders: [] },
  ...{ name: act.name, takerIds: act.takerIds, visitorsChoose: act.visitorsChoose },
})

const guest = { name: whoComes, phone: '', words: '', language: 'fr', zone: 'Europe/Zurich' }
const despiteOf = ({ despite }: { despite: boolean }) => (despite ? ['closed'] : [])

export const appointmentWishes: WishesOf<
  | ('make-reason' | 'change-reason' | 'archive-reason' | 'offer-reason' | 'book' | 'book-for' | 'reassign')
  | ('move-appointment' | 'cancel-appointment' | 'conclude-appointment' | 'ask-to-move')
> = {
  'make-reason': (act) => ({
    route: `POST ${ofHouse}/appointment-reasons`,
    params: at(act),
    body: { ...settingsOf(act), subAccountId: act.subAccountId },
  }),
  'change-reason': (act) => ({
    route: `PUT ${ofHouse}/appointment-reasons/:reasonId`,
    params: inReason(act),
    body: { ...settingsOf(act), version: act.version },
  }),
  'archive-reason': (act) => ({
    route: `POST ${ofHouse}/appointment-reasons/:reasonId/archiving`,
    params: inReason(act),
  }),
  'offer-reason': (act) => ({
    route: `DELETE ${ofHouse}/appointment-reasons/:reasonId/archiving`,
    params: inReason(act),
  }),
  book: (act) => ({
    route: 'PUT /widget/:channelKey/bookings/:bookingId',
    params: { channelKey: act.channelKey, bookingId: act.bookingId },
    body: {
      ...{ ...guest, reasonId: act.reasonId, startsAt: instantOf(act.hour), email: act.email },
      ...(act.agentId !== null && { agentId: act.agentId }),
    },
  }),
  'book-for': (act) => ({
    route: `POST ${ofHouse}/appointments`,
    params: at(act),
    body: {
      ...{ ...guest, bookingId: act.bookingId, reasonId: act.reasonId, agentId: act.agentId },
      ...{ startsAt: instantOf(act.hour), despite: despiteOf(act), conversationId: act.conversationId },
      email: act.email === '' ? null : act.email,
    },
  }),
  'move-appointment': (act) => ({
    route: `POST ${ofAppointment}/move`,
    params: inAppointment(act),
    body: { startsAt: instantOf(act.hour), despite: despiteOf(act), version: act.version },
  }),
  'cancel-appointment': (act) => ({
    route: `POST ${ofAppointment}/cancellation`,
    params: inAppointment(act),
    body: { why: '', version: act.version },
  }),
  'conclude-appointment': (act) => ({
    route: `POST ${ofAppointment}/outcome`,
    params: inAppointment(act),
    body: { state: act.state, version: act.version },
  }),
  'ask-to-move': (act) => ({ route: `POST ${ofAppointment}/request-to-move`, params: inAppointment(act) }),
  reassign: (act) => ({
    route: `POST ${ofHouse}/agents/:agentId/reassignment`,
    params: { ...at(act), agentId: act.agentId },
    body: { moves: act.moves },
  }),
}
