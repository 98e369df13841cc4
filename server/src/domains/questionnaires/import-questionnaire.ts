import type { ImportNote, QuestionnaireFile } from '#contract/drafts.ts'
import type { SubAccountId } from '#contract/ids.ts'
import type { Actor } from '../callers.ts'
import { emptyDraft, withinReasons, withinSubAccounts } from './draft.ts'
import { writeDraft } from './draft-store.ts'
import { makeQuestionnaire, type QuestionnaireNeeds } from './make-questionnaire.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { ReasonsToBook } from './reasons-to-book.ts'
import { subAccountsFor } from './surroundings.ts'

/**
 * Makes a questionnaire from a file: its draft, never published. A file is trusted no more than a form: what it says was parsed by the
 * same shape. An end to a sub-account that is not the actor's leads to the channel's own, and an appointment for what is not booked there
 * is for whatever the visitor chooses; notes say so.
 *
 * @refuses request.not-found | access.refused | questionnaires.name-taken | questionnaires.too-many
 */
export async function importQuestionnaire(
  by: Actor,
  { subAccountId, file }: { subAccountId: SubAccountId; file: QuestionnaireFile },
  needs: QuestionnaireNeeds & { reasonsToBook: ReasonsToBook },
): Promise<{ questionnaire: Questionnaire; notes: ImportNote[] }> {
  const notes: ImportNote[] = []
  const questionnaire = await makeQuestionnaire(
    by,
    { name: file.name, subAccountId },
    needs,
    async (tx, actor, { id }) => {
      const own = withinSubAccounts(file.flow, await subAccountsFor(tx, actor))
      const reasons = await needs.reasonsToBook(tx, subAccountId)
      const booked = withinReasons(
        own.flow,
        reasons.map((reason) => reason.id),
      )
      notes.push(...own.unset.map((stepId): ImportNote => ({ code: 'sub-account-unset', stepId })))
      notes.push(...booked.unset.map((stepId): ImportNote => ({ code: 'reason-unset', stepId })))
      const saved = { at: needs.clock.now(), by: actor.agentId }
      await writeDraft(tx, { ...emptyDraft(id), flow: booked.flow, version: 1, saved })
    },
  )
  return { questionnaire, notes }
}
