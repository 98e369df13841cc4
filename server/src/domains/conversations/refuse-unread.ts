import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { listChannels } from '../channels/index.ts'
import { listQuestionnaires } from '../questionnaires/index.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'

/**
 * A sub-account, channel or questionnaire that the reader does not reach is not there to filter by, nor is a sub-account that holds
 * nothing any more. An agent is not looked for: whoever was removed still stands on what they closed, and a list by somebody out of
 * reach is as empty as one by nobody.
 *
 * @refuses request.not-found
 */
export async function refuseUnread(
  tx: OrganisationTransaction,
  actor: Actor,
  { subAccountId, channelId, questionnaireId }: ConversationFilter,
): Promise<void> {
  if (subAccountId) {
    authorise(actor, 'sub-accounts.read', { subAccountId })
    if (!(await listSubAccounts(tx)).some(({ id }) => id === subAccountId))
      throw refusal('request.not-found', { field: 'subAccountId' })
  }
  if (channelId) refuseWithout(actor, await listChannels(tx), channelId)
  if (questionnaireId) refuseWithout(actor, await listQuestionnaires(tx), questionnaireId)
}

function refuseWithout(actor: Actor, all: readonly { id: string; subAccountId: SubAccountId }[], wanted: string): void {
  const found = all.find(({ id }) => id === wanted)
  if (!found) throw refusal('request.not-found')
  authorise(actor, 'sub-accounts.read', { subAccountId: found.subAccountId })
}
