import type { SubAccountId } from '#contract/ids.ts'
import type { ReceiverRefusal } from '#contract/transfers.ts'
import type { WhyNot } from '#contract/vocabulary.ts'
import type { ConversationScope } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { whyNotReceive } from './could-take.ts'

/** Whether somebody can receive a conversation, and where it belongs when they do. */
export type Receiving = { can: true; subAccountId: SubAccountId } | { can: false; refusal: ReceiverRefusal }

/**
 * The rule of transfers: whoever receives a conversation could pick it up, were it waiting, and has room for it (N7). It stays
 * where it is if they could take it there; otherwise it goes to the sub-account they belong to, without its questionnaire, for
 * which nobody advises there. Being away keeps nobody from receiving. Pure: `open` is how many they have open.
 */
export function receiving(actor: Actor, conversation: ConversationScope, open: number): Receiving {
  let why: readonly WhyNot[] = []
  for (const place of placesFor(actor, conversation)) {
    why = whyNotReceive({ actor, open }, place)
    if (why.length === 0) return { can: true, subAccountId: place.subAccountId }
  }
  return { can: false, refusal: (why[0] && refusals[why[0]]) ?? 'conversations.receiver-no-access' }
}

/** Where it is; then the receiver's own sub-account, if that is another. */
function placesFor({ subAccountId }: Actor, here: ConversationScope): ConversationScope[] {
  if (subAccountId === null || subAccountId === here.subAccountId) return [here]
  return [here, { ...here, subAccountId, questionnaireId: null }]
}

const refusals: Partial<Record<WhyNot, ReceiverRefusal>> = {
  inactive: 'conversations.receiver-inactive',
  'no-module': 'conversations.receiver-no-access',
  language: 'conversations.receiver-language',
  questionnaire: 'conversations.receiver-questionnaire',
  full: 'conversations.receiver-full',
}
