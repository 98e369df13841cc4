import type { AgentId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { tellMembershipsChanged } from '../accounts/index.ts'
import { type SeatNeeds, takeSeats } from '../billing/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { agentInWords } from './access-in-words.ts'
import { type Agent, isRestorable } from './agent.ts'
import { colleagueChanged } from './events.ts'
import { asTarget, lockPeople } from './lock-person.ts'
import { personScope } from './present.ts'
import { readAccess } from './read-access.ts'
import { findByUser, insertMembership, lockRemoved, saveAgent } from './store.ts'

/**
 * Brings somebody back who was removed within the last thirty days, as what they were: a seat is taken, and whoever restores
 * must be able to grant all of it. What others took over stays theirs.
 *
 * @refuses request.not-found | access.refused | agents.above-you | agents.not-restorable | agents.already-member
 *   | billing.no-seat-left
 */
export async function restoreAgent(
  by: Actor,
  agentId: AgentId,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs'> & SeatNeeds,
): Promise<Agent> {
  const { database, events, clock } = needs
  return database.transaction(by.organisationId, async (tx) => {
    const actor = await lockPeople(tx, by)
    const removed = await lockRemoved(tx, agentId)
    if (!removed) throw refusal('request.not-found')
    authorise(actor, 'agents.read', personScope(removed))
    authorise(actor, 'agents.grant', { ...removed, agentId: removed.id })
    if (!isRestorable(removed, clock.now())) throw refusal('agents.not-restorable')
    // Invited or added anew meanwhile.
    if (await findByUser(tx, removed.userId)) throw refusal('agents.already-member')
    await takeSeats(tx, 1, needs)

    const access = await readAccess(tx, removed, removed)
    const agent = await saveAgent(tx, { ...removed, ...access, removedAt: null, removedBy: null })
    await insertMembership(tx, agent)
    await tellMembershipsChanged(tx, agent.userId, needs)
    events.append(tx, colleagueChanged(agent, clock.now()))
    events.append(tx, settingsChanged('agents'))
    const after = await agentInWords(tx, agent)
    recordDeed(tx, actor, { act: 'agents.restored', target: asTarget(agent), after }, needs)
    return agent
  })
}
