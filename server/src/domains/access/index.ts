export {
  authorise,
  decide,
  type Figures,
  type Grant,
  grantableRoles,
  may,
  mayMakeQuestionnaires,
  type PersonScope,
  type RoleGrant,
} from './decide.ts'
export { type ConversationScope, whereReached } from './reach.ts'
