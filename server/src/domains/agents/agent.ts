import type { AgentId, PhotoId, QuestionnaireId, RoleId, SubAccountId, UserId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import {
  type Availability,
  type Module,
  type Permission,
  type Reach,
  type Role,
  roleModels,
} from '#contract/vocabulary.ts'

/** A membership, present or past. */
export interface Agent {
  id: AgentId
  userId: UserId
  firstName: string
  /** Empty for people of one name. */
  lastName: string
  /** Both: what colleagues read. */
  name: string
  /** What visitors read; null: the first name. */
  shownName: string | null
  description: string
  photoId: PhotoId | null
  /** Lower-cased. */
  email: string
  /** The role, or the one their custom role was copied from. */
  role: Role
  customRoleId: RoleId | null
  /** What the role, custom or not, allows. */
  permissions: readonly Permission[]
  /** Null exactly for administrators and moderators. */
  subAccountId: SubAccountId | null
  active: boolean
  availability: Availability
  /** While this lies ahead, one of their consoles is connected. */
  presentUntil: Date | null
  /** When the last of their consoles closed; null: one is open, or it was acted on. */
  consolesClosedAt: Date | null
  languages: string[]
  reach: Reach
  modules: Module[]
  /** Open conversations at once; null: unlimited. */
  conversationLimit: number | null
  /** Those they are advisor for. */
  questionnaireIds: QuestionnaireId[]
  lastSignInAt: Date | null
  /** Last use of a session here, at most an hour behind. */
  lastSeenAt: Date | null
  /** Counts the changes the form shows. */
  version: number
  createdAt: Date
  removedAt: Date | null
  /** Themselves, when they left. */
  removedBy: AgentId | null
}

export const hasEverySubAccount = (role: Role): boolean => roleModels[role].scope === 'organisation'

/** Holds everything. A custom role made of the administrator's may not, and does not count as one. */
export const isFullAdministrator = ({ role, customRoleId }: Pick<Agent, 'role' | 'customRoleId'>): boolean =>
  role === 'administrator' && customRoleId === null

export const isPresent = (agent: Pick<Agent, 'presentUntil'>, now: Date): boolean =>
  agent.presentUntil !== null && agent.presentUntil > now

/** Neither signed in nor here for 30 days; somebody who never was counts from when they joined. */
export const isDormant = (agent: Pick<Agent, 'lastSignInAt' | 'lastSeenAt' | 'createdAt'>, now: Date): boolean =>
  now.getTime() - lastHere(agent).getTime() >= times.dormantAfterMs

function lastHere({
  lastSignInAt,
  lastSeenAt,
  createdAt,
}: Pick<Agent, 'lastSignInAt' | 'lastSeenAt' | 'createdAt'>): Date {
  if (lastSignInAt === null || lastSeenAt === null) return lastSignInAt ?? lastSeenAt ?? createdAt
  return lastSignInAt > lastSeenAt ? lastSignInAt : lastSeenAt
}

const seenAtMostEveryMs = 60 * 60 * 1000

/** Written at most once an hour, so that reading stays reading: who is dormant is told by days. */
export const isSeenAnew = ({ lastSeenAt }: Pick<Agent, 'lastSeenAt'>, now: Date): boolean =>
  lastSeenAt === null || now.getTime() - lastSeenAt.getTime() >= seenAtMostEveryMs

/** Whether somebody who was removed can still be brought back. */
export const isRestorable = ({ removedAt }: Pick<Agent, 'removedAt'>, now: Date): boolean =>
  removedAt !== null && now < restorableUntil(removedAt)

export const restorableUntil = (removedAt: Date): Date => new Date(removedAt.getTime() + times.restorableForMs)

/** Who answers, as visitors read it. */
export const nameForVisitors = (agent: Pick<Agent, 'shownName' | 'firstName'>): string =>
  agent.shownName ?? agent.firstName
