import type { Platform } from '#server/platform/platform.ts'
import type { HandlersOf } from '../../callers.ts'
import type { TellingNeeds } from '../booking/tell.ts'
import { closeFeed, openFeed } from './change-feed.ts'
import { readFeed } from './read-feed.ts'

type Doors =
  | 'POST /organisations/:organisationId/agents/:agentId/calendar/feed'
  | 'DELETE /organisations/:organisationId/agents/:agentId/calendar/feed'
  | 'GET /calendars/:file'

export const feedHandlers = (needs: Platform & TellingNeeds): HandlersOf<Doors> => ({
  'POST /organisations/:organisationId/agents/:agentId/calendar/feed': ({ caller, params }) =>
    openFeed(caller, params.agentId, needs),

  'DELETE /organisations/:organisationId/agents/:agentId/calendar/feed': async ({ caller, params }) => {
    await closeFeed(caller, params.agentId, needs)
    return { done: true }
  },

  'GET /calendars/:file': async ({ params }) => Buffer.from(await readFeed(params.file.replace(/\.ics$/, ''), needs)),
})
