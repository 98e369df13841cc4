import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'

/** Those to come, the soonest first, and those that are over or were called off, the latest first. */
export function comingFirst(
  appointments: readonly AppointmentForAgent[],
  now: number,
): { coming: AppointmentForAgent[]; earlier: AppointmentForAgent[] } {
  const isComing = ({ state, endsAt }: AppointmentForAgent) => state === 'booked' && Date.parse(endsAt) > now
  const inOrder = appointments.toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
  return {
    coming: inOrder.filter(isComing),
    earlier: inOrder.filter((one) => !isComing(one)).reverse(),
  }
}
