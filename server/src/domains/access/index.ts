export {
  type AppointmentScope,
  authorise,
  decide,
  grantableRoles,
  may,
  mayMakeChannels,
  mayMakeQuestionnaires,
  type PersonScope,
  type ShortcutOwner,
} from './decide.ts'
export { type ConversationScope, whereReached, whyNotTheirs } from './reach.ts'
