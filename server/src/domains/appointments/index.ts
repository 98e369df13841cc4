export { appointmentViews } from './booking/events.ts'
export { appointmentReactions } from './booking/tell.ts'
export { keepReasons } from './reasons/keep-in-sub-accounts.ts'
export { findReason } from './reasons/store.ts'
