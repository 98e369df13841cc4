import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Agent } from './agent.ts'
import type { Granted } from './read-access.ts'

type Access = Pick<Agent, keyof Granted>

/**
 * Asks for what is new to somebody whether the actor may give it: what they hold already and keep is nobody's gift.
 *
 * @refuses access.refused | agents.above-you
 */
export function authoriseNewRights(actor: Actor, agent: Agent, access: Granted): void {
  const added = {
    modules: without(access.modules, agent.modules),
    questionnaireIds: without(access.questionnaireIds, agent.questionnaireIds),
  }
  const isReachNew = access.reach !== agent.reach
  const isPlaceNew =
    access.role !== agent.role ||
    access.customRoleId !== agent.customRoleId ||
    access.subAccountId !== agent.subAccountId
  if (!isPlaceNew && !isReachNew && added.modules.length === 0 && added.questionnaireIds.length === 0) return
  authorise(actor, 'agents.grant', {
    ...access,
    ...added,
    agentId: agent.id,
    reach: isReachNew ? access.reach : 'own',
  })
}

/** Whether somebody may the same as before, name by name. */
export const hasSameAccess = (was: Access, now: Access): boolean =>
  JSON.stringify(sorted(was)) === JSON.stringify(sorted(now))

const sorted = (access: Access) => [
  access.role,
  access.customRoleId,
  access.subAccountId,
  access.reach,
  access.conversationLimit,
  [...access.modules].sort(),
  [...access.languages].sort(),
  [...access.questionnaireIds].sort(),
]

const without = <One>(these: readonly One[], those: readonly One[]): One[] =>
  these.filter((one) => !those.includes(one))
