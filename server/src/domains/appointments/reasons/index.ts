export { type Reason, slotRuleOf, whyUnfit } from './reason.ts'
export { findReason, listReasons } from './store.ts'
export { takersOf } from './takers.ts'
