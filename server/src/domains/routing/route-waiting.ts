import type { OrganisationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { actorOf, isPresent, lockAgent } from '../agents/index.ts'
import {
  type Conversation,
  commitChange,
  countOffersTo,
  countOpenOf,
  lockConversation,
  offerTo,
  rest,
  scopeOf,
  whyNotNow,
} from '../conversations/index.ts'
import { keepDecision } from './keep-decision.ts'
import { plan, restMs, type Step } from './plan.ts'
import { readSituation } from './read-situation.ts'
import { saveTurn } from './store.ts'

export type RoutingNeeds = Pick<Platform, 'database' | 'events' | 'clock'>

/**
 * Looks at what waits in an organisation and offers it to whoever is next, until nothing is left to decide. Any number of processes
 * may do it at once: what is decided is read without locks, and each step holds its agent and its conversation and looks again.
 */
export async function routeWaiting(organisationId: OrganisationId, needs: RoutingNeeds): Promise<void> {
  const { database, clock } = needs
  for (;;) {
    const situation = await database.snapshot(organisationId, (tx) => readSituation(tx, clock.now()))
    const steps = situation ? plan(situation) : []
    if (steps.length === 0) return
    for (const step of steps) await database.transaction(organisationId, (tx) => carryOut(tx, step, needs))
  }
}

/** Does one step, unless what it was decided on is otherwise by now: then it is decided anew. */
async function carryOut(tx: OrganisationTransaction, step: Step, { events, clock }: RoutingNeeds): Promise<void> {
  const { conversation: seen, rule, routed, onlyTold } = step
  const now = clock.now()
  const to = routed.verdict.verdict === 'offer' ? routed.verdict.to : null
  // The agent before the conversation, as in every act: nobody waits in a circle.
  if (to !== null && !(await hasStillRoom(tx, to, seen, now))) return
  const conversation = await lockConversation(tx, seen.id)
  if (conversation?.version !== seen.version) return

  await keepDecision(tx, step, now)
  if (onlyTold) return
  const { asked } = routed
  if (to !== null) await saveTurn(tx, to, now)
  const change =
    to !== null
      ? offerTo(conversation, { agentId: to, until: new Date(now.getTime() + rule.offerSeconds * 1000), asked })
      : rest(conversation, { asked, restsUntil: restOf(step, now) })
  commitChange(tx, events, conversation, change)
}

/** Holds the agent: what they have open and are offered stays so until the commit (N7). */
async function hasStillRoom(
  tx: OrganisationTransaction,
  agentId: Conversation['asked'][number],
  conversation: Conversation,
  now: Date,
): Promise<boolean> {
  const agent = await lockAgent(tx, agentId)
  if (!agent) return false
  const taker = {
    actor: actorOf(agent, tx.organisationId),
    present: isPresent(agent, now),
    open: (await countOpenOf(tx, [agentId])).get(agentId) ?? 0,
    offered: (await countOffersTo(tx, [agentId], conversation.id)).get(agentId) ?? 0,
  }
  return whyNotNow(taker, scopeOf(conversation)).length === 0
}

const restOf = ({ routed: { verdict } }: Step, now: Date): Date | null =>
  verdict.verdict === 'waits' && verdict.because === 'all-asked' ? new Date(now.getTime() + restMs) : null
