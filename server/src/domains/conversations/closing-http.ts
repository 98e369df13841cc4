import type { Platform } from '#server/platform/platform.ts'
import type { HandlersOf } from '../callers.ts'
import { conversationForVisitor } from './present.ts'
import { rateConversation } from './rating/rate-conversation.ts'
import { askTranscript } from './transcript/ask-transcript.ts'
import { sendTranscript } from './transcript/send-transcript.ts'

type Doors =
  | 'PUT /widget/:channelKey/rating'
  | 'POST /widget/:channelKey/transcript'
  | 'POST /organisations/:organisationId/conversations/:conversationId/transcript'

/** What stands at the end of a conversation: how it was, and what was said, to take along. */
export function closingHandlers(needs: Platform): HandlersOf<Doors> {
  const leaves = needs.mailer !== null
  return {
    'PUT /widget/:channelKey/rating': async ({ caller, body }) => ({
      conversation: conversationForVisitor(await rateConversation(caller, body, needs)),
    }),

    'POST /widget/:channelKey/transcript': async ({ caller, body }) => {
      await askTranscript(caller, body, needs)
      return { leaves }
    },

    'POST /organisations/:organisationId/conversations/:conversationId/transcript': async ({ caller, params }) => ({
      to: await sendTranscript(caller, params.conversationId, needs),
      leaves,
    }),
  }
}
