import type { Platform } from '#server/platform/platform.ts'
import { may } from '../access/index.ts'
import type { HandlersOf } from '../callers.ts'
import { scopeOf } from './events.ts'
import { conversationForAgent } from './present.ts'
import { readCandidates } from './read-candidates.ts'
import { transferConversation } from './transfer-conversation.ts'

type Doors =
  | 'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates'
  | 'POST /organisations/:organisationId/conversations/:conversationId/transfer'

export const transferHandlers = (needs: Platform): HandlersOf<Doors> => ({
  'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates': ({ caller, params }) =>
    readCandidates(caller, params.conversationId, needs),

  'POST /organisations/:organisationId/conversations/:conversationId/transfer': async ({ caller, params, body }) => {
    const { conversation, by } = await transferConversation(caller, { ...params, ...body }, needs)
    const isReached = may(by, 'conversations.read', scopeOf(conversation))
    return { conversation: isReached ? conversationForAgent(conversation, by) : null }
  },
})
