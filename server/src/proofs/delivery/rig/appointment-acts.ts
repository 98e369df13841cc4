import { uuid7 } from '#client/uuid7.ts'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import type { BookingId } from '#contract/ids.ts'
import { dayMs } from '#contract/wall-clock.ts'
import { usualReason } from '../../../testing/receiving.ts'
import type { LawWorld } from './law-world.ts'

const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString()

/** Milo books with Ada for Victor, whom Ben talks with. */
async function book({ params, people, lyon, open }: LawWorld): Promise<AppointmentForAgent> {
  const { ada, milo } = people
  const reason = await ada.call('POST /organisations/:organisationId/appointment-reasons', {
    params,
    body: {
      ...usualReason,
      texts: [...usualReason.texts],
      reminders: [],
      takerIds: [ada.agentId],
      subAccountId: lyon.id,
    },
  })
  return milo.call('POST /organisations/:organisationId/appointments', {
    params,
    body: {
      ...{ bookingId: uuid7() as BookingId, reasonId: reason.id, agentId: ada.agentId, startsAt: inDays(1) },
      ...{ name: 'Victor', email: null, phone: '', words: '', language: 'en', zone: 'Europe/London' },
      despite: ['closed', 'holiday'],
      conversationId: open,
    },
  })
}

const ofAppointment = ({ params }: LawWorld, { id }: AppointmentForAgent) => ({ ...params, appointmentId: id })

/** What is told in a conversation, to calendars, and to whoever receives. */
export const appointmentActs = {
  'appointments/booking/commit-appointments.ts': {
    'Milo books with Ada in Victor’s conversation': async (world: LawWorld) => () => book(world),
  },
  'appointments/booking/tell.ts': {
    'Milo moves what Victor has with Ada': async (world: LawWorld) => {
      const booked = await book(world)
      return () =>
        world.people.milo.call('POST /organisations/:organisationId/appointments/:appointmentId/move', {
          params: ofAppointment(world, booked),
          body: { startsAt: inDays(2), despite: ['closed', 'holiday'], version: booked.version },
        })
    },
  },
  'conversations/tell-of-appointments.ts': {
    'Ada cancels what Victor has with her': async (world: LawWorld) => {
      const booked = await book(world)
      return () =>
        world.people.ada.call('POST /organisations/:organisationId/appointments/:appointmentId/cancellation', {
          params: ofAppointment(world, booked),
          body: { why: '', version: booked.version },
        })
    },
  },
}
