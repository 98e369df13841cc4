import type { WhyNot } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { ConversationScope } from '../access/index.ts'
import { type Agent, actorOf, isPresent, listAgents } from '../agents/index.ts'
import { type Taker, whyNotNow } from './could-take.ts'
import { countOpenOf } from './store.ts'

/** Everybody who belongs to the organisation, with what decides whether they take a conversation now. */
export async function readTakers(tx: OrganisationTransaction, now: Date): Promise<(Taker & { agent: Agent })[]> {
  const agents = await listAgents(tx)
  const ids = agents.map(({ id }) => id)
  const open = await countOpenOf(tx, ids)
  return agents.map((agent) => ({
    agent,
    actor: actorOf(agent, tx.organisationId),
    present: isPresent(agent, now),
    open: open.get(agent.id) ?? 0,
    offered: 0,
  }))
}

/**
 * For each agent of the organisation: what keeps them from taking such a conversation now; nothing: they could. "Somebody could" is
 * `some(({ why }) => why.length === 0)`; it may be otherwise a moment later, so ask again when it is clicked.
 */
export async function whoCouldTake(
  tx: OrganisationTransaction,
  scope: Pick<ConversationScope, 'subAccountId' | 'language' | 'questionnaireId'>,
  now: Date,
): Promise<{ agent: Agent; why: WhyNot[] }[]> {
  const waiting: ConversationScope = { ...scope, state: 'pending', assigneeId: null }
  return (await readTakers(tx, now)).map((taker) => ({ agent: taker.agent, why: whyNotNow(taker, waiting) }))
}
