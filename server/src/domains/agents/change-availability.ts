import type { Availability } from '#contract/vocabulary.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { colleagueChanged } from './events.ts'
import { holdActor } from './recognise-agent.ts'
import { updateAgent } from './store.ts'

/** The agent's own word on whether they take conversations now. @refuses access.inactive */
export async function changeAvailability(
  by: Actor,
  availability: Availability,
  { database, events, clock }: Pick<Platform, 'database' | 'events' | 'clock'>,
): Promise<void> {
  await database.transaction(by.organisationId, async (tx) => {
    authorise(await holdActor(tx, by), 'availability.change', null)
    const agent = await updateAgent(tx, by.agentId, { availability })
    if (!agent) throw refusal('request.not-found')
    events.append(tx, colleagueChanged(agent, clock.now()))
  })
}
