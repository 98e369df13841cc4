export {
  authorise,
  decide,
  grantableRoles,
  may,
  mayMakeQuestionnaires,
  type PersonScope,
} from './decide.ts'
export { type ConversationScope, whereReached, whyNotTheirs } from './reach.ts'
