import * as z from 'zod'
import { TimeZone } from './channels.ts'
import { Count } from './counts.ts'
import { ConversationId, OrganisationId } from './ids.ts'
import { limits } from './limits.ts'
import { Score } from './messages.ts'
import { defineRoutes } from './route.ts'
import { Email, Locale, Prose } from './text.ts'
import { ChannelKey, ConversationForVisitor } from './visitors.ts'

/** How a visitor rates what came before a closing. */
export const RateConversation = z.strictObject({
  /** Of the notice that tells of the closing: one that was reopened and closed again is rated anew. */
  closingSeq: Count.positive(),
  score: Score,
  /** Empty: nothing to say to it. */
  word: Prose(limits.ratingWordLength, 0).default(''),
  /** Of the rating that was read; 0: none was. The same rating sent again is one rating. */
  version: Count,
})
export type RateConversation = z.infer<typeof RateConversation>

/** Where the words of the present talk are to be sent. */
export const AskTranscript = z.strictObject({
  email: Email,
  /** What the letter is written in. */
  locale: Locale,
  /** By whose clocks it says when something was said. */
  zone: TimeZone,
})
export type AskTranscript = z.infer<typeof AskTranscript>

/** Whether letters leave this server at all: without a mail server they wait for one, in the outbox. */
const leaves = z.boolean()

export const closingRoutes = defineRoutes({
  'PUT /widget/:channelKey/rating': {
    summary: 'Rate a conversation that was closed, or change how it was rated',
    who: 'visitor',
    params: z.object({ channelKey: ChannelKey }),
    body: RateConversation,
    reply: z.object({ conversation: ConversationForVisitor }),
    refuses: [
      'channels.site-refused',
      'ratings.not-closed',
      'ratings.not-asked',
      'ratings.too-late',
      'ratings.changed-meanwhile',
    ],
    perMinute: 20,
  },
  'POST /widget/:channelKey/transcript': {
    summary: 'Ask for the words of the present talk by letter',
    who: 'visitor',
    params: z.object({ channelKey: ChannelKey }),
    body: AskTranscript,
    reply: z.object({ leaves }),
    refuses: ['channels.site-refused', 'transcripts.nothing-said', 'transcripts.too-many'],
    perMinute: 20,
  },
  'POST /organisations/:organisationId/conversations/:conversationId/transcript': {
    summary: "Send the words of the present talk to the visitor's address, by letter",
    who: 'agent',
    key: 'conversations:write',
    params: z.object({ organisationId: OrganisationId, conversationId: ConversationId }),
    reply: z.object({ to: z.string(), leaves }),
    refuses: [
      'access.inactive',
      'conversations.not-yours',
      'transcripts.no-address',
      'transcripts.nothing-said',
      'transcripts.too-many',
    ],
  },
})
