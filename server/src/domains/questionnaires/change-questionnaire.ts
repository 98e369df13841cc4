import type { QuestionnaireId } from '#contract/ids.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { beginWithoutQuestionnaire } from '../channels/index.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { type QuestionnaireNeeds, refuseOneMore, refuseTakenName } from './make-questionnaire.ts'
import { asTarget, type Questionnaire } from './questionnaire.ts'
import { listQuestionnaires, lockQuestionnaire, saveQuestionnaire } from './store.ts'

/**
 * Gives a questionnaire another name, over the version that was read.
 *
 * @refuses request.not-found | access.refused | questionnaires.name-taken | questionnaires.changed-meanwhile
 */
export const renameQuestionnaire = (
  by: Actor,
  { questionnaireId, name, version }: { questionnaireId: QuestionnaireId; name: string; version: number },
  needs: QuestionnaireNeeds,
): Promise<Questionnaire> =>
  change(by, questionnaireId, needs, async (tx, earlier) => {
    if (earlier.version !== version) throw refusal('questionnaires.changed-meanwhile')
    const others = (await listQuestionnaires(tx)).filter(({ id }) => id !== earlier.id)
    refuseTakenName(others, { name, subAccountId: earlier.subAccountId })
    if (earlier.name === name) return null
    return { next: { ...earlier, name }, before: { name: earlier.name }, after: { name } }
  })

/**
 * Archives a questionnaire: no channel begins with it any more. Its advisors stay, for those who wait with it.
 *
 * @refuses request.not-found | access.refused
 */
export const archiveQuestionnaire = (
  by: Actor,
  id: QuestionnaireId,
  needs: QuestionnaireNeeds,
): Promise<Questionnaire> =>
  change(by, id, needs, async (tx, earlier) => {
    if (earlier.archivedAt !== null) return null
    await beginWithoutQuestionnaire(tx, id, needs)
    const next = { ...earlier, archivedAt: needs.clock.now() }
    return { next, before: { archived: false }, after: { archived: true } }
  })

/**
 * Offers an archived questionnaire again. Which channels begin with it is chosen anew.
 *
 * @refuses request.not-found | access.refused | questionnaires.too-many
 */
export const restoreQuestionnaire = (
  by: Actor,
  id: QuestionnaireId,
  needs: QuestionnaireNeeds,
): Promise<Questionnaire> =>
  change(by, id, needs, async (tx, earlier) => {
    if (earlier.archivedAt === null) return null
    refuseOneMore(await listQuestionnaires(tx))
    return { next: { ...earlier, archivedAt: null }, before: { archived: true }, after: { archived: false } }
  })

type Changing = (
  tx: OrganisationTransaction,
  earlier: Questionnaire,
) => Promise<{ next: Questionnaire; before: JournalChanges; after: JournalChanges } | null>

/** One change of one questionnaire: held, decided, written, told. `changing` hands back null when there is nothing to change. */
async function change(
  by: Actor,
  id: QuestionnaireId,
  needs: QuestionnaireNeeds,
  changing: Changing,
): Promise<Questionnaire> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'questionnaires.list', null)
    const earlier = await lockQuestionnaire(tx, id)
    if (!earlier) throw refusal('request.not-found')
    authorise(actor, 'questionnaires.change', earlier)
    const changed = await changing(tx, earlier)
    if (!changed) return earlier
    const next = { ...changed.next, version: earlier.version + 1 }
    await saveQuestionnaire(tx, next)
    needs.events.append(tx, settingsChanged('questionnaires'))
    const { before, after } = changed
    recordDeed(tx, actor, { act: 'questionnaires.changed', target: asTarget(next), before, after }, needs)
    return next
  })
}
