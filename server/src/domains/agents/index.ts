export { accessInWords } from './access-in-words.ts'
export type { Agent } from './agent.ts'
export { isPresent, nameForVisitors } from './agent.ts'
export type { OnMayLess } from './change-activity.ts'
export { accessChanged, agentViews } from './events.ts'
export type { HoldingRoom } from './holdings.ts'
export { joinOrganisation } from './join-organisation.ts'
export { keepAgents } from './keep-in-sub-accounts.ts'
export { markAbsent, markPresent, presenceEveryMs, sweepPresence } from './keep-presence.ts'
export { asColleague, personScope } from './present.ts'
export { type Granted, readAccess, refuseForeignPlace } from './read-access.ts'
export { actorOf, findActor, holdActor, lockActor, lockReceiver, readAs } from './recognise-agent.ts'
export {
  existsByEmail,
  findAgent,
  findByUser,
  holdAgent,
  holdHolders,
  listAgents,
  listAgentsAmong,
  listAgentsOf,
  lockAgent,
  setModulesOfHolders,
} from './store.ts'
export { lookForGone, tellGone } from './tell-gone.ts'
