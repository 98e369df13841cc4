export { type Reason, slotRuleOf, whyUnfit } from './reason.ts'
export { findReason, listReasons } from './store.ts'
export { knows, takersOf } from './takers.ts'
