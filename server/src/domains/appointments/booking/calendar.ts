import type { AppointmentForAgent, CalendarLane } from '#contract/appointments/appointments.ts'
import type { AppointmentId, ConversationId, ReasonId, SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { dayMs, type Span } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../../access/index.ts'
import { listAgents, readAs } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { readable, readableAmong } from '../../conversations/index.ts'
import { readAgentTimes } from '../calendars/agent-times.ts'
import { listReasons, type Reason } from '../reasons/index.ts'
import { type Appointment, scopeOf } from './appointment.ts'
import { appointmentForAgent } from './present.ts'
import { findAppointment, listBeside, listWithin } from './store.ts'

/**
 * Appointments that a reader sees and that meet a window, with the times of everybody who receives in it: whoever holds the module, and
 * those who have an appointment.
 *
 * @refuses access.refused | access.inactive | request.not-found | appointments.window-too-long
 */
export async function readCalendar(
  caller: Actor,
  { window, subAccountId, language }: { window: Span; subAccountId?: SubAccountId | undefined; language: Locale },
  needs: Pick<Platform, 'database'>,
): Promise<{ lanes: CalendarLane[]; appointments: AppointmentForAgent[] }> {
  refuseTooLong(window)
  return readAs(caller, needs, async (tx, reader) => {
    authorise(reader, 'reasons.list', null)
    if (subAccountId) authorise(reader, 'reasons.read', { subAccountId })
    const found = await listWithin(
      tx,
      { from: new Date(window.from), to: new Date(window.to) },
      subAccountId ? { subAccountId } : {},
    )
    const seen = found.filter((one) => may(reader, 'appointments.read', scopeOf(one)))
    return {
      lanes: await lanesOf(tx, { reader, window, subAccountId, language, seen }),
      appointments: await appointmentsForAgent(tx, seen, reader),
    }
  })
}

async function lanesOf(
  tx: OrganisationTransaction,
  asked: {
    reader: Actor
    window: Span
    subAccountId: SubAccountId | undefined
    language: Locale
    seen: readonly Appointment[]
  },
): Promise<CalendarLane[]> {
  const { reader, window, subAccountId, language, seen } = asked
  const busy = new Set(seen.map(({ agent }) => agent.id))
  const receives = ({ id, modules, subAccountId: place }: Awaited<ReturnType<typeof listAgents>>[number]) =>
    busy.has(id) ||
    (modules.includes('appointments') && (subAccountId === undefined || place === null || place === subAccountId))
  const agents = (await listAgents(tx)).filter(
    (agent) =>
      may(reader, 'calendars.read', { agentId: agent.id, subAccountId: agent.subAccountId }) && receives(agent),
  )
  const calendars = await readAgentTimes(
    tx,
    agents.map(({ id }) => id),
    window,
    language,
  )
  return agents.flatMap((agent) => {
    const calendar = calendars.get(agent.id)
    if (!calendar) return []
    const { zone, openings, absences, holidays, busy: outside } = calendar
    const within = <T extends Span>(spans: readonly T[]) =>
      spans.map(({ from, to, ...more }) => ({ ...asInstants({ from, to }), ...more }))
    return [
      {
        agent: { id: agent.id, name: agent.name, active: agent.active, subAccountId: agent.subAccountId },
        zone,
        openings: within(openings),
        absences: within(absences),
        holidays: within(holidays),
        busy: within(outside),
      },
    ]
  })
}

const asInstants = ({ from, to }: Span) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })

/** @refuses request.not-found | access.refused | access.inactive */
export async function readAppointment(
  caller: Actor,
  id: AppointmentId,
  needs: Pick<Platform, 'database'>,
): Promise<AppointmentForAgent> {
  return readAs(caller, needs, async (tx, reader) => {
    authorise(reader, 'reasons.list', null)
    const appointment = await findAppointment(tx, id)
    if (!appointment) throw refusal('request.not-found')
    authorise(reader, 'appointments.read', scopeOf(appointment))
    const [shown] = await appointmentsForAgent(tx, [appointment], reader)
    if (!shown) throw new Error('an appointment is shown by its reason')
    return shown
  })
}

/**
 * Beside a conversation: those that its visitor made or that stand in it, the latest first.
 *
 * @refuses request.not-found | access.refused | access.inactive
 */
export const readBeside = (
  caller: Actor,
  conversationId: ConversationId,
  needs: Pick<Platform, 'database'>,
): Promise<{ appointments: AppointmentForAgent[] }> =>
  readAs(caller, needs, async (tx, reader) => {
    authorise(reader, 'reasons.list', null)
    const { id, visitor } = await readable(tx, reader, conversationId)
    const found = await listBeside(tx, { conversationId: id, visitorId: visitor.id })
    const seen = found.filter((one) => may(reader, 'appointments.read', scopeOf(one)))
    return { appointments: await appointmentsForAgent(tx, seen, reader) }
  })

/** As somebody who may read them sees them, by few queries however many. */
export async function appointmentsForAgent(
  tx: OrganisationTransaction,
  appointments: readonly Appointment[],
  reader: Actor,
): Promise<AppointmentForAgent[]> {
  const reasons = new Map<ReasonId, Reason>((await listReasons(tx)).map((reason) => [reason.id, reason]))
  const conversationIds = appointments.flatMap(({ conversationId }) => conversationId ?? [])
  const reached = await readableAmong(tx, reader, conversationIds)
  const reaches = (id: ConversationId) => reached.has(id)
  return appointments.flatMap((appointment) => {
    const reason = reasons.get(appointment.reasonId)
    return reason ? [appointmentForAgent(appointment, { reason, reader, reaches })] : []
  })
}

/** @refuses appointments.window-too-long */
export function refuseTooLong({ from, to }: Span): void {
  const days = limits.calendarDays
  // An hour more: a span of whole days is longer where clocks are set back.
  if (to - from > days * dayMs + dayMs / 24) throw refusal('appointments.window-too-long', { details: { days } })
}

export const spanOfQuery = ({ from, to }: { from: string; to: string }): Span => ({
  from: Date.parse(from),
  to: Date.parse(to),
})
