import type { Availability } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Agent } from './agent.ts'
import { colleagueChanged } from './events.ts'
import { lockActor } from './recognise-agent.ts'
import { updateAgent } from './store.ts'

/** What later rooms do, in the same transaction, when an agent goes away: what nobody has answered yet goes back. */
export type OnAway = (tx: OrganisationTransaction, agent: Agent) => Promise<void>

/** The agent's own word on whether they take conversations now. @refuses access.inactive */
export async function changeAvailability(
  by: Actor,
  availability: Availability,
  { database, events, clock, onAway }: Pick<Platform, 'database' | 'events' | 'clock'> & { onAway: OnAway },
): Promise<void> {
  await database.transaction(by.organisationId, async (tx) => {
    const actor = await lockActor(tx, by)
    authorise(actor, 'availability.change', null)
    const agent = await updateAgent(tx, by.agentId, { availability })
    if (!agent) throw refusal('request.not-found')
    if (availability === 'away' && actor.availability !== 'away') await onAway(tx, agent)
    events.append(tx, colleagueChanged(agent, clock.now()))
  })
}
