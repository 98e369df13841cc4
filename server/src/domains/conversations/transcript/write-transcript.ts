import { limits, times } from '#contract/limits.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { writeConfidentialLetter } from '../../letters/index.ts'
import { organisationName } from '../../organisations/index.ts'
import { listClosings } from '../about/store.ts'
import { commitChange } from '../commit-change.ts'
import { type Assignee, asAuthor, type Conversation, sentTranscript, visitorOf } from '../conversation.ts'
import { listMessages } from '../message-store.ts'
import { messagesForVisitor } from '../present.ts'
import { presentTalk, talkBegins, wasAnswered } from './present-talk.ts'
import { countTranscripts, insertTranscript, lockAddress } from './store.ts'
import { transcriptLetter } from './transcript-letter.ts'

export type TranscriptNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'mailer'>

const dayMs = 24 * 60 * 60 * 1000

/**
 * Writes the letter with a conversation's present talk, as it stands, and the notice that tells of it: it leaves after the commit. The
 * conversation's row must be held. `askedBy`: null for its visitor.
 *
 * @refuses transcripts.nothing-said | transcripts.too-many
 */
export async function writeTranscript(
  tx: OrganisationTransaction,
  conversation: Conversation,
  {
    to,
    locale,
    zone,
    askedBy,
  }: { to: string; locale: Locale; zone: string; askedBy: Pick<Assignee, 'id' | 'name' | 'shownName'> | null },
  needs: TranscriptNeeds,
): Promise<void> {
  const now = needs.clock.now()
  const closings = await listClosings(tx, conversation.id, 2)
  const newest = await listMessages(tx, conversation.id, { limit: limits.messagesPerTranscript, notes: false })
  const talk = presentTalk(
    { ...newest, messages: messagesForVisitor(newest.messages) },
    {
      after: talkBegins(
        conversation,
        closings.map(({ seq }) => seq),
      ),
      length: limits.transcriptLength,
    },
  )
  if (!wasAnswered(talk)) throw refusal('transcripts.nothing-said')
  await lockAddress(tx, to)
  const since = new Date(now.getTime() - dayMs)
  const { ofConversation, toAddress } = await countTranscripts(tx, { conversationId: conversation.id, to, since })
  if (ofConversation >= limits.transcriptsPerConversationDay)
    throw refusal('transcripts.too-many', { details: { limit: limits.transcriptsPerConversationDay } })
  if (toAddress >= limits.transcriptsPerAddressDay)
    throw refusal('transcripts.too-many', { field: 'email', details: { limit: limits.transcriptsPerAddressDay } })

  const organisation = await organisationName(tx)
  const usefulUntil = new Date(now.getTime() + times.transcriptUsefulMs)
  const letter = { to, usefulUntil, ...transcriptLetter(talk, { organisation, locale, zone }) }
  const letterId = await writeConfidentialLetter(tx, letter, needs)
  await insertTranscript(tx, {
    letterId,
    conversationId: conversation.id,
    to,
    askedAt: now,
    askedBy: askedBy?.id ?? null,
  })
  const author = askedBy ? asAuthor(askedBy) : visitorOf(conversation)
  const moment = { now, newMessageId: needs.ids.message }
  commitChange(tx, needs.events, conversation, sentTranscript(conversation, { author, to }, moment))
}
