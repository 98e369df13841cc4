import type { Platform } from '#server/platform/platform.ts'
import type { HandlersOf } from '../callers.ts'
import type { AgentHooks } from './http.ts'
import { leaveOrganisation, viewLeaving } from './leave-organisation.ts'
import { setNews } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/me/leaving'
  | 'DELETE /organisations/:organisationId/me'
  | 'DELETE /organisations/:organisationId/me/news'

/** What a person does about belonging here themselves. */
export const leavingHandlers = (
  needs: Platform & Pick<AgentHooks, 'holdingRooms' | 'onLeaves'>,
): HandlersOf<Doors> => ({
  'GET /organisations/:organisationId/me/leaving': ({ caller }) => viewLeaving(caller, needs),

  'DELETE /organisations/:organisationId/me': async ({ caller }) => ({
    account: await leaveOrganisation(caller, needs),
  }),

  'DELETE /organisations/:organisationId/me/news': async ({ caller }) => {
    await needs.database.transaction(caller.organisationId, (tx) => setNews(tx, caller.agentId, false))
    return { done: true }
  },
})
