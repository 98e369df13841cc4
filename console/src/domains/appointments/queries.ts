import { queryOptions } from '@tanstack/react-query'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import type { AppointmentId, ConversationId, OrganisationId, ReasonId, SubAccountId } from '#contract/ids.ts'
import type { ReplyOf } from '#contract/routes.ts'
import type { Span } from '#contract/wall-clock.ts'
import { api } from '../../live/api.ts'
import { appointmentsKey } from '../../live/appointments-key.ts'
import { settingsKey } from '../../live/settings-key.ts'

export type CalendarReply = ReplyOf<'GET /organisations/:organisationId/appointments/calendar'>

/** Where the calendars of all times that were looked at are kept. */
export const calendarsKey = (organisationId: OrganisationId) =>
  [...appointmentsKey(organisationId), 'calendar'] as const

/** What the reader may see of a time: appointments, and when their agents are open, absent and busy. */
export const calendarQuery = (organisationId: OrganisationId, { from, to }: Span, subAccountId: SubAccountId | null) =>
  queryOptions({
    queryKey: [...calendarsKey(organisationId), subAccountId, from, to],
    queryFn: ({ signal }): Promise<CalendarReply> =>
      api.call('GET /organisations/:organisationId/appointments/calendar', {
        params: { organisationId },
        query: { ...asQuery({ from, to }), ...(subAccountId && { subAccountId }) },
        signal,
      }),
  })

export const appointmentQuery = (organisationId: OrganisationId, appointmentId: AppointmentId) =>
  queryOptions({
    queryKey: [...appointmentsKey(organisationId), 'one', appointmentId],
    queryFn: ({ signal }): Promise<AppointmentForAgent> =>
      api.call('GET /organisations/:organisationId/appointments/:appointmentId', {
        params: { organisationId, appointmentId },
        signal,
      }),
  })

/** Appointments of a conversation's visitor. */
export const besideQuery = (organisationId: OrganisationId, conversationId: ConversationId) =>
  queryOptions({
    queryKey: [...appointmentsKey(organisationId), 'beside', conversationId],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/appointments', {
        params: { organisationId, conversationId },
        signal,
      }),
  })

/** Free times for a reason, and with whom. */
export const slotsQuery = (organisationId: OrganisationId, reasonId: ReasonId, { from, to }: Span) =>
  queryOptions({
    queryKey: [...appointmentsKey(organisationId), 'slots', reasonId, from, to],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/appointment-reasons/:reasonId/slots', {
        params: { organisationId, reasonId },
        query: asQuery({ from, to }),
        signal,
      }),
  })

/** What may be booked, archived ones included. */
export const reasonsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'appointment-reasons'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/appointment-reasons', { params: { organisationId }, signal }),
  })

const asQuery = ({ from, to }: Span) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })
