import type { SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../../access/index.ts'
import { readAs } from '../../agents/index.ts'
import type { Actor, HandlersOf } from '../../callers.ts'
import { findReason } from '../reasons/index.ts'
import { type Acted, type BookingNeeds, bookByAgent } from './book.ts'
import {
  appointmentsForAgent,
  readAppointment,
  readBeside,
  readCalendar,
  refuseTooLong,
  spanOfQuery,
} from './calendar.ts'
import { freeTimes } from './free-times.ts'
import { cancelAppointment, concludeAppointment, moveAppointment, requestToMove } from './keep.ts'

type Doors =
  | 'GET /organisations/:organisationId/appointments/calendar'
  | 'GET /organisations/:organisationId/appointments/:appointmentId'
  | 'GET /organisations/:organisationId/conversations/:conversationId/appointments'
  | 'GET /organisations/:organisationId/appointment-reasons/:reasonId/slots'
  | 'POST /organisations/:organisationId/appointments'
  | 'POST /organisations/:organisationId/appointments/:appointmentId/move'
  | 'POST /organisations/:organisationId/appointments/:appointmentId/cancellation'
  | 'POST /organisations/:organisationId/appointments/:appointmentId/outcome'
  | 'POST /organisations/:organisationId/appointments/:appointmentId/request-to-move'

/** The team's doors to appointments. */
export function appointmentHandlers(needs: BookingNeeds & Platform): HandlersOf<Doors> {
  const { database, clock } = needs
  const shown = async ({ appointment, by }: Acted) => {
    const [one] = await database.transaction(by.organisationId, (tx) => appointmentsForAgent(tx, [appointment], by))
    if (!one) throw new Error('an appointment is shown by its reason')
    return one
  }
  return {
    'GET /organisations/:organisationId/appointments/calendar': ({ caller, query, knock }) =>
      readCalendar(
        caller,
        { window: spanOfQuery(query), subAccountId: query.subAccountId, language: knock.locale },
        needs,
      ),

    'GET /organisations/:organisationId/appointments/:appointmentId': ({ caller, params }) =>
      readAppointment(caller, params.appointmentId, needs),

    'GET /organisations/:organisationId/conversations/:conversationId/appointments': ({ caller, params }) =>
      readBeside(caller, params.conversationId, needs),

    'GET /organisations/:organisationId/appointment-reasons/:reasonId/slots': ({ caller, params, query }) => {
      const window = spanOfQuery(query)
      refuseTooLong(window)
      return readAs(caller, needs, async (tx, reader) => {
        const reason = await reasonInSight(tx, reader, params.reasonId)
        const slots = await freeTimes(tx, reason, { window, agentId: query.agentId, now: clock.now() })
        return { slots: slots.map(({ from, agentIds }) => ({ startsAt: new Date(from).toISOString(), agentIds })) }
      })
    },

    'POST /organisations/:organisationId/appointments': async ({ caller, body }) =>
      shown(await bookByAgent(caller, body, needs)),

    'POST /organisations/:organisationId/appointments/:appointmentId/move': async ({ caller, params, body }) =>
      shown(await moveAppointment(caller, { ...body, ...params }, needs)),

    'POST /organisations/:organisationId/appointments/:appointmentId/cancellation': async ({ caller, params, body }) =>
      shown(await cancelAppointment(caller, { ...body, ...params }, needs)),

    'POST /organisations/:organisationId/appointments/:appointmentId/outcome': async ({ caller, params, body }) =>
      shown(await concludeAppointment(caller, { ...body, ...params }, needs)),

    'POST /organisations/:organisationId/appointments/:appointmentId/request-to-move': async ({ caller, params }) =>
      shown(await requestToMove(caller, params.appointmentId, needs)),
  }
}

/** @refuses access.refused | access.inactive | request.not-found */
async function reasonInSight(tx: OrganisationTransaction, reader: Actor, id: Parameters<typeof findReason>[1]) {
  authorise(reader, 'reasons.list', null)
  const reason = await findReason(tx, id)
  if (!reason) throw refusal('request.not-found')
  authorise(reader, 'reasons.read', reason satisfies { subAccountId: SubAccountId })
  return reason
}
