/** Reasons, openings and appointments of a house, made by the API: for stories about its calendar. */

import { uuid7 } from '#client/uuid7.ts'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { AgentId, BookingId } from '#contract/ids.ts'
import type { BodyOf } from '#contract/routes.ts'
import { usualReason } from '#server/testing/receiving.ts'
import type { House } from './house.ts'

type Booking = BodyOf<'POST /organisations/:organisationId/appointments'>
type OpeningWish = BodyOf<'POST /organisations/:organisationId/agents/:agentId/calendar/openings'>

export interface Receiving {
  reason(wish?: Partial<Pick<ReasonForAgent, 'name' | 'minutes' | 'colour' | 'takerIds'>>): Promise<ReasonForAgent>
  /** By the clocks of the agent. */
  open(agentId: AgentId, wish: Pick<OpeningWish, 'from' | 'to'> & Partial<OpeningWish>): Promise<void>
  book(
    wish: Pick<Booking, 'reasonId' | 'agentId' | 'startsAt' | 'name'> & Partial<Booking>,
  ): Promise<AppointmentForAgent>
}

export function receivingIn({ ada, channel }: House): Receiving {
  const { params } = ada
  return {
    reason: (wish = {}) =>
      ada.call('POST /organisations/:organisationId/appointment-reasons', {
        params,
        body: {
          ...usualReason,
          texts: [...usualReason.texts],
          reminders: [],
          subAccountId: channel.subAccountId,
          ...wish,
        },
      }),
    async open(agentId, wish) {
      await ada.call('POST /organisations/:organisationId/agents/:agentId/calendar/openings', {
        params: { ...params, agentId },
        body: { kind: 'opening', rule: null, label: '', ...wish },
      })
    },
    book: (wish) =>
      ada.call('POST /organisations/:organisationId/appointments', {
        params,
        body: {
          bookingId: uuid7() as BookingId,
          despite: [],
          ...{ email: null, phone: '', words: '', language: 'fr', zone: 'Europe/Paris', conversationId: null },
          ...wish,
        },
      }),
  }
}
