export { type Reason, slotRuleOf, whyUnfit } from './reason.ts'
export { findReason, holdReason, listReasons } from './store.ts'
export { takersOf } from './takers.ts'
