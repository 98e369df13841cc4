import type { Flow } from '#contract/flow/flow.ts'
import type { QuestionnaireId, ReasonId } from '#contract/ids.ts'
import { reasonsToBook } from '#server/domains/appointments/index.ts'
import { publishDraft, saveDraft } from '#server/domains/questionnaires/change-draft.ts'
import { makeQuestionnaire } from '#server/domains/questionnaires/make-questionnaire.ts'
import type { Platform } from '#server/platform/platform.ts'
import { questionnaires } from './cast.ts'
import { ordersFlow, ordersFlowAtFirst } from './flows/orders-flow.ts'
import { unfinishedFlow } from './flows/unfinished-flow.ts'
import { workshopsFlow } from './flows/workshops-flow.ts'
import type { Stage } from './play-talk.ts'

/** One that has grown to its second version, one that is asked as it began, and one that is still being written; in this order. */
export async function writeQuestionnaires(
  { helene, camille, priya }: Stage['actors'],
  { advice }: Record<'advice', ReasonId>,
  needs: Platform,
): Promise<[orders: QuestionnaireId, workshops: QuestionnaireId, unfinished: QuestionnaireId]> {
  const make = async ({ name, shop }: (typeof questionnaires)[number]) => {
    const { subAccountId } = shop === 'nantes' ? camille : priya
    if (!subAccountId) throw new Error('managers have one')
    return (await makeQuestionnaire(helene, { name, subAccountId }, needs)).id
  }
  const [first, second, third] = questionnaires
  const [orders, workshops, unfinished] = [await make(first), await make(second), await make(third)]

  /** @returns the draft's version, which grows by one with each save */
  const save = async (questionnaireId: QuestionnaireId, flow: Flow, read = 0): Promise<number> => {
    await saveDraft(helene, { questionnaireId, flow, version: read }, { ...needs, reasonsToBook })
    return read + 1
  }
  const publish = async (questionnaireId: QuestionnaireId, flow: Flow, read = 0): Promise<number> => {
    const version = await save(questionnaireId, flow, read)
    await publishDraft(helene, { questionnaireId, version }, { ...needs, reasonsToBook })
    return version
  }
  await publish(orders, ordersFlow(advice), await publish(orders, ordersFlowAtFirst))
  await publish(workshops, workshopsFlow)
  await save(unfinished, unfinishedFlow)
  return [orders, workshops, unfinished]
}
