import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Agent } from './agent.ts'
import { accessChanged, colleagueChanged } from './events.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import { asTarget, lockPerson } from './lock-person.ts'
import { saveAgent } from './store.ts'

/** What later rooms do, in the same transaction, when an agent may do less than before: what they can no longer answer goes back. */
export type OnMayLess = (tx: OrganisationTransaction, agent: Agent) => Promise<void>

/**
 * Lets an agent talk to visitors, or stops them at once. A deactivated agent's open conversations go back to pending in the
 * same transaction. That their access changed is told first: their sockets end before they could hear of the rest.
 *
 * @refuses request.not-found | access.refused | agents.above-you | agents.yourself | agents.last-administrator
 */
export async function changeActivity(
  by: Actor,
  { agentId, active }: { agentId: AgentId; active: boolean },
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & { onMayLess: OnMayLess },
): Promise<Agent> {
  const { database, events, clock } = needs
  return database.transaction(by.organisationId, async (tx) => {
    const { actor, agent } = await lockPerson(tx, by, { agentId, act: 'agents.activate' })
    if (agent.active === active) return agent
    if (!active) await refuseLastAdministrator(tx, agent)

    const changed = await saveAgent(tx, { ...agent, active })
    events.append(tx, accessChanged(agent.id))
    if (!active) await needs.onMayLess(tx, changed)
    events.append(tx, colleagueChanged(changed, clock.now()))
    events.append(tx, settingsChanged('agents'))
    recordDeed(
      tx,
      actor,
      {
        act: 'agents.activity-changed',
        target: asTarget(agent),
        before: { active: agent.active },
        after: { active },
      },
      needs,
    )
    return changed
  })
}
