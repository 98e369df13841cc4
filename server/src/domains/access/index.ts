export { authorise, decide, grantableRoles, may, type PersonScope } from './decide.ts'
export { type ConversationScope, whereReached } from './reach.ts'
