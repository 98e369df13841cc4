import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { readAs } from '../agents/index.ts'
import type { HandlersOf } from '../callers.ts'
import { scopeOf } from './events.ts'
import { listReaders } from './mentions.ts'
import { listVersions } from './message-store.ts'
import { actedForAgent, messageForAgent } from './present.ts'
import { rewriteWords } from './rewrite-words.ts'
import { findConversation } from './store.ts'
import { takeBackWords } from './take-back-words.ts'

type Doors =
  | 'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq'
  | 'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq'
  | 'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions'
  | 'GET /organisations/:organisationId/conversations/:conversationId/readers'

export const wordsHandlers = (needs: Platform): HandlersOf<Doors> => ({
  'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq': async ({ caller, params, body }) => {
    const { message, ...acted } = await rewriteWords(caller, { ...params, ...body }, needs)
    return { message: messageForAgent(message), conversation: actedForAgent(acted) }
  },

  'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq': async ({ caller, params }) => {
    const { message, ...acted } = await takeBackWords(caller, params, needs)
    return { message: messageForAgent(message), conversation: actedForAgent(acted) }
  },

  'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions': ({ caller, params }) =>
    readAs(caller, needs, async (tx, reader) => {
      authorise(reader, 'conversations.take-part', null)
      const conversation = await findConversation(tx, params.conversationId)
      if (!conversation) throw refusal('request.not-found')
      authorise(reader, 'conversations.read-versions', scopeOf(conversation))
      const versions = await listVersions(tx, params)
      return {
        versions: versions.map(({ version, text, files, replacedAt }) => ({
          version,
          text,
          files: files.map(({ name }) => name),
          replacedAt: replacedAt.toISOString(),
        })),
      }
    }),

  'GET /organisations/:organisationId/conversations/:conversationId/readers': ({ caller, params }) =>
    readAs(caller, needs, async (tx, author) => {
      authorise(author, 'conversations.take-part', null)
      const conversation = await findConversation(tx, params.conversationId)
      if (!conversation) throw refusal('request.not-found')
      authorise(author, 'conversations.note', scopeOf(conversation))
      const readers = await listReaders(tx, author, conversation)
      return { agents: readers.map(({ id, name, photoId }) => ({ id, name, photoId })) }
    }),
})
