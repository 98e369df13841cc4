export { calledAppointment } from './booking/called-appointment.ts'
export { appointmentViews } from './booking/events.ts'
export { appointmentReactions } from './booking/tell.ts'
export {
  type OutsideCalendars,
  type OutsideReading,
  readOutsideCalendars,
} from './outside/read-outside-calendars.ts'
export { judgeProposal } from './reasons/judge-proposal.ts'
export { keepReasons } from './reasons/keep-in-sub-accounts.ts'
export { findReason } from './reasons/store.ts'
export { reasonsToBook } from './reasons/to-book.ts'
export { upcomingAppointments } from './reassigning/hold-appointments.ts'
