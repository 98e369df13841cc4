import type { QuestionnaireId } from '#contract/ids.ts'
import { editAgent } from '#server/domains/agents/edit-agent.ts'
import { findAgent } from '#server/domains/agents/index.ts'
import type { Actor } from '#server/domains/callers.ts'
import { followAssigneeName, returnUnanswerable } from '#server/domains/conversations/index.ts'
import { publishDraft, saveDraft } from '#server/domains/questionnaires/change-draft.ts'
import { makeQuestionnaire } from '#server/domains/questionnaires/make-questionnaire.ts'
import { makeRole } from '#server/domains/roles/make-role.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type CastKey, questionnaires, roleOfTheirOwn, setUp } from './cast.ts'
import { ordersFlow } from './orders-flow.ts'
import type { Stage } from './play-talk.ts'
import { makeShortcuts } from './shortcuts.ts'

/** What the organisation settled for itself: questionnaires and their advisors, a role of its own, who takes how much. */
export async function setUpAccess(actors: Stage['actors'], needs: Platform): Promise<void> {
  const { helene } = actors
  await makeRole(helene, roleOfTheirOwn, needs)
  const made: QuestionnaireId[] = []
  for (const { name, shop } of questionnaires) {
    const { subAccountId } = actors[shop === 'nantes' ? 'camille' : 'priya']
    // Managers have one.
    if (subAccountId) made.push((await makeQuestionnaire(helene, { name, subAccountId }, needs)).id)
  }
  // The first asks already; the others are still to be written.
  const [questionnaireId] = made
  if (questionnaireId) {
    await saveDraft(helene, { questionnaireId, flow: ordersFlow, version: 0 }, needs)
    await publishDraft(helene, { questionnaireId, version: 1 }, needs)
  }
  await makeShortcuts(actors, needs)
  // The keys are those of the cast.
  for (const [key, given] of Object.entries(setUp))
    await give(
      helene,
      actors[key as CastKey],
      { ...given, advises: given.advises.flatMap((index) => made[index] ?? []) },
      needs,
    )
}

async function give(
  by: Actor,
  to: Actor,
  { advises, ...given }: { conversationLimit: number | null; description: string; advises: QuestionnaireId[] },
  needs: Platform,
): Promise<void> {
  const agent = await needs.database.transaction(by.organisationId, (tx) => findAgent(tx, to.agentId))
  if (!agent) throw new Error(`${to.name} is not there`)
  const { id, firstName, lastName, email, active, version, role, customRoleId, subAccountId, modules, reach } = agent
  const kept = { firstName, lastName, email, active, version, role, customRoleId, subAccountId, modules, reach }
  await editAgent(
    by,
    { agentId: id, ...kept, shownName: '', languages: agent.languages, ...given, questionnaireIds: advises },
    { ...needs, onMayLess: returnUnanswerable(needs), onRenamed: followAssigneeName(needs) },
  )
}
