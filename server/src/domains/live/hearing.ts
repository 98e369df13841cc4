import type { ApiKeyId, ConversationId, SessionId } from '#contract/ids.ts'
import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { Refusal } from '#server/platform/refusal.ts'
import { type ConversationScope, may } from '../access/index.ts'
import { findActor } from '../agents/index.ts'
import { nowhere } from '../callers.ts'
import type { ChannelsByKey } from '../channels/index.ts'
import { findConversation, scopeOf } from '../conversations/index.ts'
import type { Bearer } from './bearer.ts'
import type { DownFrame } from './follow.ts'
import { agentReader, type Reader, visitorReader } from './reader.ts'

type By = Extract<DownFrame, { type: 'typing' }>['by']
type LookingAs = Pick<Extract<DownFrame, { type: 'looking' }>, 'agentId' | 'name'>

/** A bearer as they are now. */
export interface Listener {
  reader: Reader
  by: By
  mayWatch(conversationId: ConversationId, scope: ConversationScope): boolean
  /** The conversation's scope when this person may type in it, else null. */
  typingScope(conversationId: ConversationId): Promise<ConversationScope | null>
  /** As colleagues see who looks, with the conversation's scope when this person may read it; null: nobody is told. */
  lookingScope(conversationId: ConversationId): Promise<{ scope: ConversationScope; as: LookingAs } | null>
}

/** Whether the session or the key of an agent still stands: asked of accounts. */
interface Standing {
  sessionStands: (session: { sessionId: SessionId }) => Promise<boolean>
  apiKeyStands: (id: ApiKeyId) => Promise<boolean>
}

/** Who may listen, and to what: asked of the database at each handshake and each poll. */
export function createHearing(
  needs: Pick<Platform, 'database' | 'clock' | 'publicUrl'> & { channelOf: ChannelsByKey } & Standing,
) {
  const { database, publicUrl, channelOf } = needs

  const scopeIn = (organisationId: Bearer['organisationId'], id: ConversationId) =>
    database.transaction(organisationId, async (tx) => {
      const conversation = await findConversation(tx, id)
      return conversation ? scopeOf(conversation) : null
    })

  /** Nobody is shown anything for a session or a key that is over. */
  async function stands({ sessionId, apiKeyId }: Extract<Bearer, { kind: 'agent' }>): Promise<boolean> {
    if (sessionId !== null) return needs.sessionStands({ sessionId })
    return apiKeyId !== undefined && needs.apiKeyStands(apiKeyId)
  }

  return {
    stands: async (bearer: Bearer): Promise<boolean> => bearer.kind === 'visitor' || stands(bearer),

    /** Cookies travel with any page's socket: only our own pages may use an agent's, only the channel's sites a visitor's. */
    async originAllowed(bearer: Bearer, origin: string | null): Promise<boolean> {
      if (origin === null) return true
      if (bearer.kind === 'agent') return origin === publicUrl.origin || isLoopback(origin, publicUrl)
      try {
        await channelOf(asKnock(origin), bearer.channelKey)
        return true
      } catch (error) {
        if (error instanceof Refusal) return false
        throw error
      }
    },

    /** Null when the bearer is nobody here any more. */
    async listenerFor(bearer: Bearer): Promise<Listener | null> {
      if (bearer.kind === 'visitor') return visitorListener(bearer)
      if (!(await stands(bearer))) return null
      const actor = await findActor({ ...bearer, origin: nowhere, limitKey: '' }, bearer.organisationId, needs)
      if (actor?.agentId !== bearer.agentId) return null
      return {
        reader: agentReader(actor, needs),
        by: { kind: 'agent', agentId: actor.agentId, name: actor.shownName },
        mayWatch: (_id, scope) => may(actor, 'conversations.read', scope),
        typingScope: async (id) => {
          const scope = await scopeIn(bearer.organisationId, id)
          return scope && may(actor, 'conversations.write', scope) ? scope : null
        },
        lookingScope: async (id) => {
          const scope = await scopeIn(bearer.organisationId, id)
          const { agentId, name } = actor
          return scope && may(actor, 'conversations.read', scope) ? { scope, as: { agentId, name } } : null
        },
      }
    },
  }

  function visitorListener(bearer: Extract<Bearer, { kind: 'visitor' }>): Listener {
    return {
      reader: visitorReader(bearer),
      by: { kind: 'visitor' },
      mayWatch: (id) => id === bearer.conversationId,
      typingScope: (id) => (id === bearer.conversationId ? scopeIn(bearer.organisationId, id) : Promise.resolve(null)),
      lookingScope: () => Promise.resolve(null),
    }
  }
}
export type Hearing = ReturnType<typeof createHearing>

/** The same server reached by another name of this machine, as when developing. */
const isLoopback = (origin: string, publicUrl: URL): boolean =>
  ['localhost', '127.0.0.1'].some((host) => origin === `${publicUrl.protocol}//${host}:${publicUrl.port}`)

const asKnock = (origin: string): Knock => ({
  origin,
  address: '',
  userAgent: null,
  locale: 'en',
  cookie: () => undefined,
  credential: () => undefined,
})
