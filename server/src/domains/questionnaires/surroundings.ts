import type { Surroundings } from '#contract/flow/problems.ts'
import type { Flow } from '#contract/flow/shape.ts'
import type { SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { listChannels } from '../channels/index.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'
import { leadsTo, reasonsOf, subAccountsOf } from './draft.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { ReasonsToBook, ReasonToBook } from './reasons-to-book.ts'

/** What a flow is measured by: the languages of the channels that begin with it, the sub-accounts there are, and what may be booked. */
export async function readSurroundings(
  tx: OrganisationTransaction,
  { id, subAccountId }: Questionnaire,
  { reasonsToBook }: { reasonsToBook: ReasonsToBook },
): Promise<Surroundings & { reasons: ReasonToBook[] }> {
  const channels = (await listChannels(tx)).filter(({ questionnaireId }) => questionnaireId === id)
  const reasons = await reasonsToBook(tx, subAccountId)
  return {
    reasons,
    reasonIds: reasons.map((reason) => reason.id),
    languages: [...new Set(channels.flatMap(({ languages }) => languages))],
    subAccountIds: (await listSubAccounts(tx)).map((subAccount) => subAccount.id),
  }
}

/** Sub-accounts in use to which the actor may send visitors: those they make questionnaires of. */
export async function subAccountsFor(tx: OrganisationTransaction, actor: Actor): Promise<SubAccountId[]> {
  const all = (await listSubAccounts(tx)).map(({ id }) => id)
  return all.filter((subAccountId) => may(actor, 'questionnaires.change', { subAccountId }))
}

/**
 * Refuses ends to sub-accounts that are not the actor's, or not there, and to reasons that are not booked there: one answer for all.
 *
 * @param before what led there already: whoever put it there was let
 * @refuses request.not-found
 */
export async function refuseForeignEnds(
  tx: OrganisationTransaction,
  { actor, questionnaire, before, flow }: { actor: Actor; questionnaire: Questionnaire; before: Flow; flow: Flow },
  { reasonsToBook }: { reasonsToBook: ReasonsToBook },
): Promise<void> {
  const offered = await reasonsToBook(tx, questionnaire.subAccountId)
  const subAccounts = new Set([...(await subAccountsFor(tx, actor)), ...subAccountsOf(before)])
  const reasons = new Set([...offered.map(({ id }) => id), ...reasonsOf(before)])
  flow.steps.forEach((step, at) => {
    const { subAccountId, reasonId } = leadsTo(step)
    if (subAccountId !== null && !subAccounts.has(subAccountId))
      throw refusal('request.not-found', { field: `flow.steps.${at}.to.subAccountId` })
    if (reasonId !== null && !reasons.has(reasonId))
      throw refusal('request.not-found', { field: `flow.steps.${at}.to.reasonId` })
  })
}
