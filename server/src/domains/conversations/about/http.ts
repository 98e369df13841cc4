import { limits } from '#contract/limits.ts'
import type { Platform } from '#server/platform/platform.ts'
import { readAs } from '../../agents/index.ts'
import type { HandlersOf } from '../../callers.ts'
import { actedForAgent, conversationForAgent } from '../present.ts'
import { readable } from '../readable.ts'
import { keepPages } from './keep-pages.ts'
import { nameTheVisitor } from './name-the-visitor.ts'
import { listClosings, listPageViews, listSameAddress } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/conversations/:conversationId/about'
  | 'PUT /organisations/:organisationId/conversations/:conversationId/visitor'
  | 'POST /widget/:channelKey/pages'

/** What stands beside a conversation, and who tells it. */
export const aboutHandlers = (needs: Platform): HandlersOf<Doors> => ({
  'GET /organisations/:organisationId/conversations/:conversationId/about': ({ caller, params }) =>
    readAs(caller, needs, async (tx, reader) => {
      const conversation = await readable(tx, reader, params.conversationId)
      const closings = await listClosings(tx, conversation.id, limits.earlierTalksShown + 1)
      // The last closing is how it stands now, not an earlier talk.
      const earlier = conversation.state === 'closed' ? closings.slice(1) : closings.slice(0, limits.earlierTalksShown)
      const others = await listSameAddress(tx, reader, conversation, limits.sameAddressShown)
      return {
        pages: (await listPageViews(tx, conversation.id)).map(({ url, title, seenAt }) => ({
          url,
          title,
          seenAt: seenAt.toISOString(),
        })),
        earlier: earlier.map(({ seq, at, by, rating }) => ({ seq, closedAt: at.toISOString(), closedBy: by, rating })),
        sameAddress: others.map((other) => conversationForAgent(other, reader)),
      }
    }),

  'PUT /organisations/:organisationId/conversations/:conversationId/visitor': async ({ caller, params, body }) =>
    actedForAgent(await nameTheVisitor(caller, params.conversationId, body, needs)),

  'POST /widget/:channelKey/pages': async ({ caller, body }) => ({
    pagesSeen: await keepPages(caller, body, needs),
  }),
})
