import type { QuestionnaireId } from '#contract/ids.ts'
import { editAgent } from '#server/domains/agents/edit-agent.ts'
import { type Agent, findAgent } from '#server/domains/agents/index.ts'
import type { Actor } from '#server/domains/callers.ts'
import { followAssigneeName, returnUnanswerable } from '#server/domains/conversations/index.ts'
import { makeRole } from '#server/domains/roles/make-role.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type CastKey, roleOfTheirOwn, setUp } from './cast.ts'
import type { Stage } from './play-talk.ts'
import { makeShortcuts } from './shortcuts.ts'

/** A role of the organisation's own, what everybody answers often, who takes how much and advises on what. */
export async function setUpAccess(
  actors: Stage['actors'],
  made: readonly QuestionnaireId[],
  needs: Platform,
): Promise<void> {
  const { helene } = actors
  await makeRole(helene, roleOfTheirOwn, needs)
  await makeShortcuts(actors, needs)
  // The keys are those of the cast.
  for (const [key, given] of Object.entries(setUp))
    await give(
      helene,
      actors[key as CastKey],
      {
        conversationLimit: given.conversationLimit,
        description: given.description,
        questionnaireIds: given.advises.flatMap((index) => made[index] ?? []),
      },
      needs,
    )
}

/** What somebody has, with something given besides. */
export async function give(
  by: Actor,
  to: Actor,
  given: Partial<Pick<Agent, 'conversationLimit' | 'description' | 'questionnaireIds' | 'modules'>>,
  needs: Platform,
): Promise<void> {
  const agent = await needs.database.transaction(by.organisationId, (tx) => findAgent(tx, to.agentId))
  if (!agent) throw new Error(`${to.name} is not there`)
  const { id, firstName, lastName, email, active, version, role, customRoleId, subAccountId, modules, reach } = agent
  const { languages, conversationLimit, description, questionnaireIds } = agent
  const kept = { firstName, lastName, email, active, version, role, customRoleId, subAccountId, modules, reach }
  await editAgent(
    by,
    { agentId: id, ...kept, shownName: '', languages, conversationLimit, description, questionnaireIds, ...given },
    { ...needs, onMayLess: returnUnanswerable(needs), onRenamed: followAssigneeName(needs) },
  )
}
