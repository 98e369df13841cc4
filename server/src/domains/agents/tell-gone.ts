import type { AgentId, OrganisationId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Agent } from './agent.ts'
import { lockAgent, updateAgent } from './store.ts'

/** What later rooms do, in the same transaction, when an agent is gone: what nobody has answered goes back. */
export type OnGone = (tx: OrganisationTransaction, agent: Agent) => Promise<void>

type Needs = Pick<Platform, 'database' | 'clock'> & { onGone: OnGone }

const everyMs = 10_000

/**
 * Looks, now and then, who closed their console and did not come back. When that was is in the database: a start after a kill goes on
 * where it was, and any number of processes may look. Not at once at a start: whoever the stop sent away comes back first.
 */
export function lookForGone({ log, ...needs }: Needs & Pick<Platform, 'log'>): { stop(): Promise<void> } {
  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking
      .then(() => tellGone(needs))
      .catch((error) => log.warn({ err: error }, 'presence: will look again who is gone'))
  }, everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

/** Everybody who has had no console open for `times.goneAfterMs`, each once. */
export async function tellGone(needs: Needs): Promise<void> {
  const since = new Date(needs.clock.now().getTime() - times.goneAfterMs)
  const gone = await needs.database.asOwner(({ db }) =>
    db
      .selectFrom('agents')
      .select(['organisation_id', 'id'])
      .where('consoles_closed_at', '<=', since)
      .limit(500)
      .execute(),
  )
  for (const { organisation_id, id } of gone) await tellOf(organisation_id, id, since, needs)
}

/** Held, and looked at again: whoever came back meanwhile is here. */
async function tellOf(
  organisationId: OrganisationId,
  agentId: AgentId,
  since: Date,
  { database, onGone }: Needs,
): Promise<void> {
  await database.transaction(organisationId, async (tx) => {
    const agent = await lockAgent(tx, agentId)
    if (!agent?.consolesClosedAt || agent.consolesClosedAt > since) return
    await onGone(tx, agent)
    await updateAgent(tx, agentId, { consolesClosedAt: null })
  })
}
