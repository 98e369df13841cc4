import type { ConversationId } from '#contract/ids.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'
import { findChannel } from '../../channels/index.ts'
import { visitorLocale } from '../../visitors/index.ts'
import { holdForAct } from '../act-on-conversation.ts'
import { asAssignee } from '../conversation.ts'
import { scopeOf } from '../events.ts'
import { type TranscriptNeeds, writeTranscript } from './write-transcript.ts'

/**
 * An agent sends the visitor what was said, to the address that is known of them, by the clocks of their channel. Returns the address.
 *
 * @refuses access.inactive | request.not-found | conversations.not-yours | transcripts.no-address | transcripts.nothing-said
 *   | transcripts.too-many
 */
export async function sendTranscript(
  by: Actor,
  conversationId: ConversationId,
  needs: TranscriptNeeds,
): Promise<string> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    const { actor, conversation } = await holdForAct(tx, by, conversationId)
    authorise(actor, 'conversations.send-transcript', scopeOf(conversation))
    const { id, email } = conversation.visitor
    if (email === null) throw refusal('transcripts.no-address')
    const locale = await visitorLocale(tx, id)
    const zone = (await findChannel(tx, conversation.channelId))?.hours.zone ?? 'UTC'
    await writeTranscript(tx, conversation, { to: email, locale, zone, askedBy: asAssignee(actor) }, needs)
    return email
  })
}
