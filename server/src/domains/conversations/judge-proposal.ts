import type { ChannelId, ReasonId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Actor } from '../callers.ts'

/**
 * Whether an agent may propose an appointment for a reason to a visitor of a channel. The room of appointments, which comes later,
 * judges it.
 *
 * @refuses request.not-found | access.refused | reasons.archived
 */
export type JudgeProposal = (
  tx: OrganisationTransaction,
  by: Actor,
  proposed: { reasonId: ReasonId; channelId: ChannelId },
) => Promise<void>
