import type { AgentId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import { listChangesAskedIn } from '../accounts/index.ts'
import type { SeatNeeds } from '../billing/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { organisationName } from '../organisations/index.ts'
import { addAgent, type OnAdded } from './add-agent.ts'
import type { Agent } from './agent.ts'
import { changeActivity, type OnMayLess } from './change-activity.ts'
import { changeAvailability, type OnAway } from './change-availability.ts'
import { editAgent } from './edit-agent.ts'
import type { OnLeaves } from './end-membership.ts'
import { type HoldingRoom, readHoldings } from './holdings.ts'
import { type Around, asMe, forAgent, forRestorer, personScope } from './present.ts'
import type { OnRenamed } from './reactions.ts'
import { removeAgent } from './remove-agent.ts'
import { restoreAgent } from './restore-agent.ts'
import {
  belongsElsewhere,
  countActiveAdministrators,
  findAgent,
  listAgents,
  listAnybody,
  listRemoved,
} from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/me'
  | 'PUT /organisations/:organisationId/me/availability'
  | 'GET /organisations/:organisationId/agents'
  | 'PUT /organisations/:organisationId/agents/:agentId/activity'
  | 'DELETE /organisations/:organisationId/agents/:agentId'
  | 'POST /organisations/:organisationId/agents'
  | 'GET /organisations/:organisationId/agents/:agentId'
  | 'PUT /organisations/:organisationId/agents/:agentId'
  | 'GET /organisations/:organisationId/agents/:agentId/holdings'
  | 'GET /organisations/:organisationId/removed-agents'
  | 'POST /organisations/:organisationId/agents/:agentId/restoration'

/** What other rooms do when people change, and what they know of them. */
export interface AgentHooks {
  onMayLess: OnMayLess
  onAway: OnAway
  onRenamed: OnRenamed
  onAdded: OnAdded
  onLeaves: OnLeaves
  /** What may be in somebody's hands when they are removed, in the order in which it is passed on. */
  holdingRooms: readonly HoldingRoom[]
}

export function agentHandlers(needs: Platform & SeatNeeds & AgentHooks): HandlersOf<Doors> {
  const { database, clock } = needs
  const me = async (actor: Actor) => asMe(actor, await database.transaction(actor.organisationId, organisationName))
  const show = (actor: Actor, agent: Agent) =>
    database.transaction(actor.organisationId, async (tx) => forAgent(agent, actor, await readAround(tx, clock.now())))

  return {
    'GET /organisations/:organisationId/me': ({ caller }) => me(caller),

    'PUT /organisations/:organisationId/me/availability': async ({ caller, body }) => {
      await changeAvailability(caller, body.availability, needs)
      return me({ ...caller, availability: body.availability })
    },

    'GET /organisations/:organisationId/agents': async ({ caller }) => {
      authorise(caller, 'agents.list', null)
      return database.transaction(caller.organisationId, async (tx) => {
        const around = await readAround(tx, clock.now())
        const seen = (await listAgents(tx)).filter((agent) => may(caller, 'agents.read', personScope(agent)))
        return { agents: seen.map((agent) => forAgent(agent, caller, around)) }
      })
    },

    'POST /organisations/:organisationId/agents': async ({ caller, body }) =>
      show(caller, await addAgent(caller, body, needs)),

    'GET /organisations/:organisationId/agents/:agentId': ({ caller, params }) =>
      database.transaction(caller.organisationId, async (tx) =>
        forAgent(await readAgent(tx, caller, params.agentId, 'agents.read'), caller, await readAround(tx, clock.now())),
      ),

    'PUT /organisations/:organisationId/agents/:agentId': async ({ caller, params, body }) =>
      show(caller, await editAgent(caller, { ...body, agentId: params.agentId }, needs)),

    'PUT /organisations/:organisationId/agents/:agentId/activity': async ({ caller, params, body }) =>
      show(caller, await changeActivity(caller, { agentId: params.agentId, active: body.active }, needs)),

    'GET /organisations/:organisationId/agents/:agentId/holdings': ({ caller, params }) =>
      database.transaction(caller.organisationId, async (tx) => {
        const agent = await readAgent(tx, caller, params.agentId, 'agents.remove')
        const holdings = await readHoldings(tx, agent, { reader: caller, rooms: needs.holdingRooms })
        return { holdings, account: (await belongsElsewhere(tx, agent.userId)) ? 'stays' : 'goes' }
      }),

    'DELETE /organisations/:organisationId/agents/:agentId': async ({ caller, params, body }) => {
      await removeAgent(caller, { agentId: params.agentId, heirs: body.heirs }, needs)
      return { done: true }
    },

    'GET /organisations/:organisationId/removed-agents': async ({ caller }) => {
      authorise(caller, 'agents.list', null)
      return database.transaction(caller.organisationId, async (tx) => {
        const since = new Date(clock.now().getTime() - times.restorableForMs)
        const seen = (await listRemoved(tx, since)).filter((agent) => may(caller, 'agents.read', personScope(agent)))
        const removers = await listAnybody(
          tx,
          seen.flatMap(({ removedBy }) => (removedBy ? [removedBy] : [])),
        )
        const known = removers.filter((agent) => may(caller, 'agents.read', personScope(agent)))
        const names = new Map(known.map(({ id, name }) => [id, name]))
        return { agents: seen.map((agent) => forRestorer(agent, names)) }
      })
    },

    'POST /organisations/:organisationId/agents/:agentId/restoration': async ({ caller, params }) =>
      show(caller, await restoreAgent(caller, params.agentId, needs)),
  }
}

/** @refuses access.refused | request.not-found | agents.above-you */
async function readAgent(
  tx: OrganisationTransaction,
  reader: Actor,
  agentId: AgentId,
  act: 'agents.read' | 'agents.remove',
): Promise<Agent> {
  authorise(reader, 'agents.list', null)
  const agent = await findAgent(tx, agentId)
  if (!agent) throw refusal('request.not-found')
  authorise(reader, act, personScope(agent))
  return agent
}

const readAround = async (tx: OrganisationTransaction, now: Date): Promise<Around> => ({
  now,
  lastAdministrator: (await countActiveAdministrators(tx)) <= 1,
  nextEmails: await listChangesAskedIn(tx, tx.organisationId, now),
})
