export { type Act, acts, authorise, decide, grantableRoles, may, type PersonScope, type Things } from './decide.ts'
export { type ConversationScope, whereReached } from './reach.ts'
