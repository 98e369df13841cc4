import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { organisationName } from '../organisations/index.ts'
import { changeActivity, type OnStopsTalking } from './change-activity.ts'
import { changeAvailability } from './change-availability.ts'
import { asMe, forAgent } from './present.ts'
import { type OnLeaves, removeAgent } from './remove-agent.ts'
import { countActiveAdministrators, listAgents } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/me'
  | 'PUT /organisations/:organisationId/me/availability'
  | 'GET /organisations/:organisationId/agents'
  | 'PUT /organisations/:organisationId/agents/:agentId/activity'
  | 'DELETE /organisations/:organisationId/agents/:agentId'
  | NotYet

type NotYet =
  | 'POST /organisations/:organisationId/agents'
  | 'GET /organisations/:organisationId/agents/:agentId'
  | 'PUT /organisations/:organisationId/agents/:agentId'
  | 'GET /organisations/:organisationId/agents/:agentId/holdings'
  | 'GET /organisations/:organisationId/removed-agents'
  | 'POST /organisations/:organisationId/agents/:agentId/restoration'
  | 'PUT /organisations/:organisationId/agents/:agentId/photo'
  | 'DELETE /organisations/:organisationId/agents/:agentId/photo'
  | 'PUT /organisations/:organisationId/me/photo'
  | 'DELETE /organisations/:organisationId/me/photo'
  | 'GET /photos/:photoId'

// Filled door by door in the commits that follow this one.
const notYet = async (): Promise<never> => {
  throw refusal('request.unavailable')
}

export function agentHandlers(
  needs: Platform & { onStopsTalking: OnStopsTalking; onLeaves: OnLeaves },
): HandlersOf<Doors> {
  const { database, clock } = needs
  const me = async (actor: Actor) => asMe(actor, await database.transaction(actor.organisationId, organisationName))

  return {
    'GET /organisations/:organisationId/me': ({ caller }) => me(caller),

    'PUT /organisations/:organisationId/me/availability': async ({ caller, body }) => {
      await changeAvailability(caller, body.availability, needs)
      return me({ ...caller, availability: body.availability })
    },

    'GET /organisations/:organisationId/agents': async ({ caller }) => {
      authorise(caller, 'agents.list', null)
      return database.transaction(caller.organisationId, async (tx) => {
        const lastAdministrator = (await countActiveAdministrators(tx)) <= 1
        const seen = (await listAgents(tx)).filter((agent) =>
          may(caller, 'agents.read', { agentId: agent.id, role: agent.role, subAccountId: agent.subAccountId }),
        )
        return { agents: seen.map((agent) => forAgent(agent, caller, { now: clock.now(), lastAdministrator })) }
      })
    },

    'PUT /organisations/:organisationId/agents/:agentId/activity': async ({ caller, params, body }) => {
      const agent = await changeActivity(caller, { agentId: params.agentId, active: body.active }, needs)
      const administrators = await database.transaction(caller.organisationId, countActiveAdministrators)
      return forAgent(agent, caller, { now: clock.now(), lastAdministrator: administrators <= 1 })
    },

    'DELETE /organisations/:organisationId/agents/:agentId': async ({ caller, params }) => {
      await removeAgent(caller, params.agentId, needs)
      return { done: true }
    },

    'POST /organisations/:organisationId/agents': notYet,
    'GET /organisations/:organisationId/agents/:agentId': notYet,
    'PUT /organisations/:organisationId/agents/:agentId': notYet,
    'GET /organisations/:organisationId/agents/:agentId/holdings': notYet,
    'GET /organisations/:organisationId/removed-agents': notYet,
    'POST /organisations/:organisationId/agents/:agentId/restoration': notYet,
    'PUT /organisations/:organisationId/agents/:agentId/photo': notYet,
    'DELETE /organisations/:organisationId/agents/:agentId/photo': notYet,
    'PUT /organisations/:organisationId/me/photo': notYet,
    'DELETE /organisations/:organisationId/me/photo': notYet,
    'GET /photos/:photoId': notYet,
  }
}
