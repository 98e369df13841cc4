import type { AgentId, OrganisationId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { isPresent } from './agent.ts'
import { colleagueChanged } from './events.ts'
import { lockAgent, updateAgent } from './store.ts'

/** A console says it is there this often; unseen for longer than the second figure, its agent is offline. */
export const presenceEveryMs = 30_000
const presenceLastsMs = 75_000

type Needs = Pick<Platform, 'database' | 'events' | 'clock'>

/** One of the agent's consoles is connected. Told to colleagues only when it is news. */
export async function markPresent(
  organisationId: OrganisationId,
  agentId: AgentId,
  { database, events, clock }: Needs,
): Promise<void> {
  await database.transaction(organisationId, async (tx) => {
    const before = await lockAgent(tx, agentId)
    const now = clock.now()
    const agent = await updateAgent(tx, agentId, {
      presentUntil: new Date(now.getTime() + presenceLastsMs),
      consolesClosedAt: null,
    })
    if (before && agent && !isPresent(before, now)) events.append(tx, colleagueChanged(agent, now))
  })
}

/** The last console of the agent that this process knew is gone. */
export async function markAbsent(
  organisationId: OrganisationId,
  agentId: AgentId,
  { database, events, clock }: Needs,
): Promise<void> {
  await database.transaction(organisationId, async (tx) => {
    const before = await lockAgent(tx, agentId)
    if (!before || before.presentUntil === null) return
    const now = clock.now()
    const agent = await updateAgent(tx, agentId, { presentUntil: null, consolesClosedAt: now })
    if (agent) events.append(tx, colleagueChanged(agent, now))
  })
}

/** Consoles that vanished without a word, with their process: tells colleagues that their agents are offline. */
export async function sweepPresence(needs: Needs): Promise<void> {
  const gone = await needs.database.asOwner(({ db }) =>
    db
      .selectFrom('agents')
      .select(['organisation_id', 'id'])
      .where('present_until', '<', needs.clock.now())
      .limit(500)
      .execute(),
  )
  for (const { organisation_id, id } of gone) await markAbsent(organisation_id, id, needs)
}
