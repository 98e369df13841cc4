import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { agentInWords } from './access-in-words.ts'
import type { Agent } from './agent.ts'
import { type OnStopsTalking, refuseLastAdministrator } from './change-activity.ts'
import { accessChanged, colleagueLeft } from './events.ts'
import { personScope } from './present.ts'
import { holdActor } from './recognise-agent.ts'
import { deleteMembership, findAgent, updateAgent } from './store.ts'

/** What later rooms do, in the same transaction, when an agent leaves: the invitations that rest on their rights end. */
export type OnLeaves = (tx: OrganisationTransaction, agent: Agent) => Promise<void>

/**
 * Removes an agent from this organisation. Access ends at once: sockets close after the commit, before they could hear of
 * what follows, and every request is refused.
 * What they wrote stays under their name.
 *
 * @refuses request.not-found | access.refused | agents.last-administrator
 */
export async function removeAgent(
  by: Actor,
  agentId: AgentId,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & {
    onStopsTalking: OnStopsTalking
    onLeaves: OnLeaves
  },
): Promise<void> {
  const { database, events, clock } = needs
  await database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'agents.list', null)
    const agent = await findAgent(tx, agentId)
    if (!agent) throw refusal('request.not-found')
    authorise(actor, 'agents.remove', personScope(agent))
    await refuseLastAdministrator(tx, agent)

    const target = { kind: 'agent', id: agent.id, name: agent.name } as const
    recordDeed(tx, actor, { act: 'agents.removed', target, before: await agentInWords(tx, agent) }, needs)
    await updateAgent(tx, agent.id, { active: false, presentUntil: null, removedAt: clock.now() })
    await deleteMembership(tx, agent.id)
    events.append(tx, accessChanged(agent.id))
    await needs.onStopsTalking(tx, agent)
    await needs.onLeaves(tx, agent)
    events.append(tx, colleagueLeft(agent.id))
    events.append(tx, settingsChanged('agents'))
  })
}
