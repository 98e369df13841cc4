import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { type Agent, isFullAdministrator } from './agent.ts'
import { accessChanged, colleagueChanged } from './events.ts'
import { personScope } from './present.ts'
import { holdActor } from './recognise-agent.ts'
import { countActiveAdministrators, findAgent, updateAgent } from './store.ts'

/** What later rooms do, in the same transaction, when an agent stops talking to visitors: their open conversations go back. */
export type OnStopsTalking = (tx: OrganisationTransaction, agent: Agent) => Promise<void>

/**
 * Lets an agent talk to visitors, or stops them at once. A deactivated agent's open conversations go back to pending in the
 * same transaction. That their access changed is told first: their sockets end before they could hear of the rest.
 *
 * @refuses request.not-found | access.refused | agents.last-administrator
 */
export async function changeActivity(
  by: Actor,
  wish: { agentId: AgentId; active: boolean },
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & { onStopsTalking: OnStopsTalking },
): Promise<Agent> {
  const { database, events, clock, onStopsTalking } = needs
  return database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'agents.list', null)
    const agent = await findAgent(tx, wish.agentId)
    if (!agent) throw refusal('request.not-found')
    authorise(actor, 'agents.activate', personScope(agent))
    if (agent.active === wish.active) return agent
    if (!wish.active) await refuseLastAdministrator(tx, agent)

    const changed = await updateAgent(tx, agent.id, { active: wish.active })
    if (!changed) throw refusal('request.not-found')
    events.append(tx, accessChanged(agent.id))
    if (!wish.active) await onStopsTalking(tx, changed)
    events.append(tx, colleagueChanged(changed, clock.now()))
    events.append(tx, settingsChanged('agents'))
    recordDeed(
      tx,
      actor,
      {
        act: 'agents.activity-changed',
        target: { kind: 'agent', id: agent.id, name: agent.name },
        before: { active: agent.active },
        after: { active: wish.active },
      },
      needs,
    )
    return changed
  })
}

/** The organisation's row is locked: two administrators cannot let each other go at once. */
export async function refuseLastAdministrator(tx: OrganisationTransaction, agent: Agent): Promise<void> {
  if (!isFullAdministrator(agent) || !agent.active) return
  if ((await countActiveAdministrators(tx)) <= 1) throw refusal('agents.last-administrator')
}
