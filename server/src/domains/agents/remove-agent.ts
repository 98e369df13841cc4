import type { RemoveAgent } from '#contract/agents.ts'
import type { AgentId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { agentInWords } from './access-in-words.ts'
import { type EndingNeeds, endMembership } from './end-membership.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import { asTarget, lockPerson } from './lock-person.ts'

/**
 * Removes an agent from this organisation, and from no other. Access ends at once: sockets close after the commit, before they
 * could hear of what follows, keys are gone, and every request is refused. What they had in hand goes to heirs or to the queue.
 * What they wrote stays under their name; what they might do stays written down, so that they can be brought back.
 *
 * @refuses request.not-found | access.refused | agents.above-you | agents.last-administrator | agents.holds-too-much
 *   | agents.heir-refused
 */
export async function removeAgent(
  by: Actor,
  wish: { agentId: AgentId } & RemoveAgent,
  needs: Pick<Platform, 'database' | 'ids'> & EndingNeeds,
): Promise<void> {
  await needs.database.transaction(by.organisationId, async (tx) => {
    const { actor, agent } = await lockPerson(tx, by, { agentId: wish.agentId, act: 'agents.remove' })
    await refuseLastAdministrator(tx, agent)

    const before = await agentInWords(tx, agent)
    const heirs = await endMembership(tx, agent, { ...needs, by: actor, heirs: wish.heirs })
    const after = heirs.length > 0 ? { heir: heirs.map(({ name }) => name) } : undefined
    recordDeed(tx, actor, { act: 'agents.removed', target: asTarget(agent), before, ...(after && { after }) }, needs)
  })
}
