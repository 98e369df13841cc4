import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { type Conversation, listRoutable } from '../conversations/index.ts'
import type { Rule, Situation } from './plan.ts'
import { readAgents } from './read-agents.ts'
import { byHand, lastDecisionsOf, listRules, type SavedRule } from './store.ts'

/** Waiting conversations of one kind that are looked at together. */
const mostAlike = 1_000

/** What of an organisation routing decides on; null: nothing waits that it could offer. */
export async function readSituation(tx: OrganisationTransaction, now: Date): Promise<Situation | null> {
  const rules = await listRules(tx)
  const channelIds = [...rules].filter(([, { mode }]) => mode !== 'by-hand').map(([id]) => id)
  const waiting = await listRoutable(tx, { channelIds, mostAlike })
  if (waiting.length === 0) return null
  return {
    now,
    waiting,
    ruleOf: ruleIn(rules),
    agents: await readAgents(tx, now),
    lastDecisions: await lastDecisionsOf(
      tx,
      waiting.map(({ id }) => id),
    ),
  }
}

export const ruleIn =
  (rules: ReadonlyMap<Conversation['channelId'], SavedRule>) =>
  (channelId: Conversation['channelId']): Rule =>
    rules.get(channelId) ?? byHand
