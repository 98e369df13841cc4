import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../../access/index.ts'
import { findChannel } from '../../channels/index.ts'
import type { JudgeProposal } from '../../conversations/index.ts'
import { findReason } from './store.ts'

const field = 'proposedReasonId'

/** Only what its visitors can book on a channel is proposed there: reasons of its sub-account, as long as they are offered. */
export const judgeProposal: JudgeProposal = async (tx, by, { reasonId, channelId }) => {
  const reason = await findReason(tx, reasonId)
  const channel = await findChannel(tx, channelId)
  if (!reason || reason.subAccountId !== channel?.subAccountId) throw refusal('request.not-found', { field })
  authorise(by, 'reasons.read', reason)
  if (reason.archivedAt !== null) throw refusal('reasons.archived', { field })
}
