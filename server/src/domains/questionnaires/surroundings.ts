import type { Surroundings } from '#contract/flow/problems.ts'
import type { Flow } from '#contract/flow/shape.ts'
import type { SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { listChannels } from '../channels/index.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'
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
 * Refuses ends to sub-accounts that are not the actor's, or not there: one answer for both.
 *
 * @param known stood there before: whoever put them there was let
 * @refuses request.not-found
 */
export async function refuseForeignEnds(
  tx: OrganisationTransaction,
  actor: Actor,
  { flow, known }: { flow: Flow; known: readonly SubAccountId[] },
): Promise<void> {
  const allowed = new Set([...(await subAccountsFor(tx, actor)), ...known])
  flow.steps.forEach((step, at) => {
    if (step.kind !== 'end' || step.to.kind !== 'agent' || step.to.subAccountId === null) return
    if (!allowed.has(step.to.subAccountId))
      throw refusal('request.not-found', { field: `flow.steps.${at}.to.subAccountId` })
  })
}
