import type { AppointmentForAgent, CalendarLane } from '#contract/appointments/appointments.ts'

/** To come, and not called off. */
export const isUpcoming = (
  { state, startsAt }: Pick<AppointmentForAgent, 'state' | 'startsAt'>,
  now: number,
): boolean => state === 'booked' && Date.parse(startsAt) > now

/** Whether whoever is to receive will not be there, or may not receive: it has to be given to somebody else, or moved. */
export function needsOther(
  appointment: Pick<AppointmentForAgent, 'state' | 'startsAt' | 'endsAt'>,
  lane: { agent: Pick<CalendarLane['agent'], 'active'>; absences: readonly { from: string; to: string }[] } | undefined,
  now: number,
): boolean {
  if (!lane || !isUpcoming(appointment, now)) return false
  const [from, to] = [Date.parse(appointment.startsAt), Date.parse(appointment.endsAt)]
  return !lane.agent.active || lane.absences.some((one) => Date.parse(one.from) < to && Date.parse(one.to) > from)
}
