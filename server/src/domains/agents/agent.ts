import type { AgentId, SubAccountId, UserId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import { type Availability, type Module, modules, type Reach, type Role } from '#contract/vocabulary.ts'

/** A membership, present or past. */
export interface Agent {
  id: AgentId
  userId: UserId
  name: string
  email: string
  role: Role
  /** Null exactly for administrators and moderators. */
  subAccountId: SubAccountId | null
  active: boolean
  availability: Availability
  /** While this lies ahead, one of their consoles is connected. */
  presentUntil: Date | null
  languages: string[]
  reach: Reach
  modules: Module[]
  lastSignInAt: Date | null
  createdAt: Date
  removedAt: Date | null
}

/** What a role holds from the start. Administrators, moderators and managers hold every module; an agent's are granted. */
export const modulesOf = (role: Role): Module[] =>
  role === 'agent' ? ['conversations', 'visitors', 'recordings', 'shortcuts'] : [...modules]

export const hasEverySubAccount = (role: Role): boolean => role === 'administrator' || role === 'moderator'

export const isPresent = (agent: Pick<Agent, 'presentUntil'>, now: Date): boolean =>
  agent.presentUntil !== null && agent.presentUntil > now

/** Not signed in for 30 days; somebody who never did counts from when they joined. */
export const isDormant = (agent: Pick<Agent, 'lastSignInAt' | 'createdAt'>, now: Date): boolean =>
  now.getTime() - (agent.lastSignInAt ?? agent.createdAt).getTime() > times.dormantAfterMs

/** Visitors read who answers by first name. */
export const nameForVisitors = (name: string): string => name.split(' ')[0] ?? name
