import type { SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { isSameName } from '#server/platform/same-name.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { findSubAccount } from '../sub-accounts/index.ts'
import { asTarget, type Questionnaire } from './questionnaire.ts'
import { insertQuestionnaire, listQuestionnaires } from './store.ts'

export type QuestionnaireNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/** Writes, in the same transaction, what it asks from the start. */
type Fill = (tx: OrganisationTransaction, actor: Actor, questionnaire: Questionnaire) => Promise<void>

/**
 * Makes a questionnaire of a sub-account. The organisation is held, so that names stay unique within each.
 *
 * @refuses request.not-found | access.refused | questionnaires.name-taken | questionnaires.too-many
 */
export async function makeQuestionnaire(
  by: Actor,
  { name, subAccountId }: { name: string; subAccountId: SubAccountId },
  needs: QuestionnaireNeeds,
  fill: Fill = async () => {},
): Promise<Questionnaire> {
  const { database, events, clock, ids } = needs
  return database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'questionnaires.change', { subAccountId })
    const subAccount = await findSubAccount(tx, subAccountId)
    if (subAccount?.archivedAt !== null) throw refusal('request.not-found', { field: 'subAccountId' })
    const others = await listQuestionnaires(tx)
    refuseTakenName(others, { name, subAccountId })
    refuseOneMore(others)

    const questionnaire = { id: ids.questionnaire(), subAccountId, name, version: 1, archivedAt: null }
    await insertQuestionnaire(tx, questionnaire, clock.now())
    await fill(tx, actor, questionnaire)
    events.append(tx, settingsChanged('questionnaires'))
    const after = { name, subAccount: subAccount.name }
    recordDeed(tx, actor, { act: 'questionnaires.made', target: asTarget(questionnaire), after }, needs)
    return questionnaire
  })
}

export function refuseTakenName(
  others: readonly Questionnaire[],
  { name, subAccountId }: { name: string; subAccountId: SubAccountId },
): void {
  if (others.some((other) => other.subAccountId === subAccountId && isSameName(other.name, name)))
    throw refusal('questionnaires.name-taken', { field: 'name' })
}

export function refuseOneMore(all: readonly Questionnaire[]): void {
  const limit = limits.questionnairesPerOrganisation
  if (all.filter(({ archivedAt }) => archivedAt === null).length >= limit)
    throw refusal('questionnaires.too-many', { details: { limit } })
}
