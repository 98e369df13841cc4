import type { ConversationFilter } from '#contract/conversation-filter.ts'
import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type Sought, soughtIn } from '#server/platform/search-words.ts'
import { readAs } from '../../agents/index.ts'
import type { Actor, HandlersOf } from '../../callers.ts'
import { conversationForAgent, messageForAgent } from '../present.ts'
import { refuseUnread } from '../refuse-unread.ts'
import { markHits, passageOf } from './passage.ts'
import { findMessages, findVisitors } from './store.ts'

type Doors = 'GET /organisations/:organisationId/search/visitors' | 'GET /organisations/:organisationId/search/messages'

/** Searching conversations: what is out of reach is neither found nor counted. */
export function searchHandlers(needs: Pick<Platform, 'database'>): HandlersOf<Doors> {
  const limit = limits.foundPerPage

  /** One more is asked for than is shown: whether it comes says whether there are more. Text without a word finds nothing. */
  const search = <Row>(
    caller: Actor,
    { text, ...filter }: ConversationFilter & { text: string },
    find: (tx: OrganisationTransaction, reader: Actor, sought: Sought) => Promise<Row[]>,
  ): Promise<{ rows: Row[]; more: boolean; reader: Actor; sought: Sought }> =>
    readAs(caller, needs, async (tx, reader) => {
      await refuseUnread(tx, reader, filter)
      const sought = soughtIn(text)
      const found = sought ? await find(tx, reader, sought) : []
      const rows = found.slice(0, limit)
      return { rows, more: found.length > limit, reader, sought: sought ?? { whole: [], begun: '' } }
    })

  return {
    'GET /organisations/:organisationId/search/visitors': async ({ caller, query }) => {
      const { before, beforeId, ...asked } = query
      const place = before && beforeId ? { lastActivityAt: new Date(before), id: beforeId } : undefined
      const { rows, more, reader, sought } = await search(caller, asked, (tx, reader, sought) =>
        findVisitors(tx, reader, { sought, filter: asked, before: place, limit: limit + 1 }),
      )
      const marked = (text: string | null) => (text === null ? null : markHits(text, sought))
      return {
        visitors: rows.map((conversation) => ({
          conversation: conversationForAgent(conversation, reader),
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
      const { rows, more, reader, sought } = await search(caller, asked, (tx, reader, sought) =>
        findMessages(tx, reader, { sought, filter: asked, before: place, limit: limit + 1 }),
      )
      return {
        messages: rows.map(({ message, conversation }) => ({
          conversation: conversationForAgent(conversation, reader),
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
