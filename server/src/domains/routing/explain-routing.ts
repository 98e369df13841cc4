import type { ConversationId } from '#contract/ids.ts'
import type { RoutingOfConversation } from '#contract/routing.ts'
import type { Platform } from '#server/platform/platform.ts'
import { authorise, may } from '../access/index.ts'
import { personScope, readAs } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { type Conversation, readable, scopeOf } from '../conversations/index.ts'
import { inCodes } from './keep-decision.ts'
import { readAgents } from './read-agents.ts'
import { ruleIn } from './read-situation.ts'
import { route } from './route.ts'
import { type Decision, listDecisions, listRules } from './store.ts'

/**
 * Why this agent, why not that one, why it still waits: what was decided, and what would be now. Names only people whom the reader
 * knows.
 *
 * @refuses request.not-found | access.inactive | access.refused
 */
export function explainRouting(
  caller: Actor,
  id: ConversationId,
  needs: Pick<Platform, 'database' | 'clock'>,
): Promise<RoutingOfConversation> {
  const now = needs.clock.now()
  return readAs(caller, needs, async (tx, reader) => {
    const conversation = await readable(tx, reader, id)
    authorise(reader, 'conversations.explain', scopeOf(conversation))
    const rule = ruleIn(await listRules(tx))(conversation.channelId)
    const agents = await readAgents(tx, now)
    const known = new Map(
      agents
        .filter(({ agent }) => may(reader, 'colleagues.read', personScope(agent)))
        .map(({ agent }) => [agent.id, { id: agent.id, name: agent.name }]),
    )
    const named = ({ outcome, agentId, because, candidates }: Pick<Decision, keyof ReturnType<typeof inCodes>>) => ({
      outcome,
      agent: (agentId && known.get(agentId)) ?? null,
      because,
      candidates: candidates.flatMap(({ agentId: one, why }) => {
        const person = known.get(one)
        return person ? [{ ...person, why: [...why] }] : []
      }),
    })
    const { offer } = conversation
    return {
      mode: rule.mode,
      offer: offer && { agent: known.get(offer.agentId) ?? null, until: offer.until.toISOString() },
      now: conversation.state === 'pending' ? named(decideNow(conversation, { now, mode: rule.mode, agents })) : null,
      decisions: (await listDecisions(tx, id)).map((decision) => ({
        decidedAt: decision.decidedAt.toISOString(),
        mode: decision.mode,
        cause: decision.cause,
        ...named(decision),
      })),
    }
  })
}

/** By hand nobody is next: whoever could take it is told without a reason against them. */
function decideNow(
  conversation: Conversation,
  {
    now,
    mode,
    agents,
  }: { now: Date; mode: ReturnType<ReturnType<typeof ruleIn>>['mode']; agents: Awaited<ReturnType<typeof readAgents>> },
) {
  const { offer, asked, restsUntil } = conversation
  const others = agents.map((agent) => ({ ...agent, offered: agent.offered - (agent.id === offer?.agentId ? 1 : 0) }))
  return inCodes(route({ now, mode, scope: scopeOf(conversation), offer, asked, restsUntil, agents: others }))
}
