import type { ConversationFilter } from '#contract/conversation-filter.ts'
import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type Sought, soughtIn } from '#server/platform/search-words.ts'
import type { Actor, HandlersOf } from '../../callers.ts'
import { conversationForAgent, messageForAgent } from '../present.ts'
import { refuseUnread } from '../refuse-unread.ts'
import { markHits, passageOf } from './passage.ts'
import { findMessages, findVisitors } from './store.ts'

type Doors = 'GET /organisations/:organisationId/search/visitors' | 'GET /organisations/:organisationId/search/messages'

/** Searching conversations: what is out of reach is neither found nor counted. */
export function searchHandlers({ database }: Pick<Platform, 'database'>): HandlersOf<Doors> {
  const limit = limits.foundPerPage

  /** One more is asked for than is shown: whether it comes says whether there are more. Text without a word finds nothing. */
  async function search<Row>(
    reader: Actor,
    { text, ...filter }: ConversationFilter & { text: string },
    find: (tx: OrganisationTransaction, sought: Sought) => Promise<Row[]>,
  ): Promise<{ rows: Row[]; more: boolean; sought: Sought }> {
    const sought = soughtIn(text)
    const found = await database.snapshot(reader.organisationId, async (tx) => {
      await refuseUnread(tx, reader, filter)
      return sought ? find(tx, sought) : []
    })
    return { rows: found.slice(0, limit), more: found.length > limit, sought: sought ?? { whole: [], begun: '' } }
  }

  return {
    'GET /organisations/:organisationId/search/visitors': async ({ caller, query }) => {
      const { before, beforeId, ...asked } = query
      const place = before && beforeId ? { lastActivityAt: new Date(before), id: beforeId } : undefined
      const { rows, more, sought } = await search(caller, asked, (tx, sought) =>
        findVisitors(tx, caller, { sought, filter: asked, before: place, limit: limit + 1 }),
      )
      const marked = (text: string | null) => (text === null ? null : markHits(text, sought))
      return {
        visitors: rows.map((conversation) => ({
          conversation: conversationForAgent(conversation, caller),
          name: marked(conversation.visitor.name),
          email: marked(conversation.visitor.email),
        })),
        more,
      }
    },

    'GET /organisations/:organisationId/search/messages': async ({ caller, query }) => {
      const { before, beforeId, beforeSeq, ...asked } = query
      const place =
        before && beforeId && beforeSeq
          ? { sentAt: new Date(before), conversationId: beforeId, seq: beforeSeq }
          : undefined
      const { rows, more, sought } = await search(caller, asked, (tx, sought) =>
        findMessages(tx, caller, { sought, filter: asked, before: place, limit: limit + 1 }),
      )
      return {
        messages: rows.map(({ message, conversation }) => ({
          conversation: conversationForAgent(conversation, caller),
          seq: message.seq,
          kind: message.kind === 'note' ? ('note' as const) : ('text' as const),
          author: messageForAgent(message).author,
          passage: passageOf(message.text, sought),
          sentAt: message.sentAt.toISOString(),
        })),
        more,
      }
    },
  }
}
