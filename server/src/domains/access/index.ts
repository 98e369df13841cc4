export {
  authorise,
  decide,
  grantableRoles,
  may,
  mayMakeQuestionnaires,
  type PersonScope,
} from './decide.ts'
export { type ConversationScope, whereReached } from './reach.ts'
