import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { countOpenOf } from './store.ts'

/**
 * Makes sure that an agent has room for one more open conversation (N7): whoever picks up, reopens or is handed one passes
 * here. The transaction holds the agent's row alone, so that what is counted stays so until the commit.
 *
 * @refuses conversations.limit-reached, with details.limit
 */
export async function takeRoom(
  tx: OrganisationTransaction,
  { agentId, conversationLimit }: Pick<Actor, 'agentId' | 'conversationLimit'>,
): Promise<void> {
  if (conversationLimit === null) return
  const open = (await countOpenOf(tx, [agentId])).get(agentId) ?? 0
  if (!hasRoom(conversationLimit, { open, more: 1 }))
    throw refusal('conversations.limit-reached', { details: { limit: conversationLimit } })
}

export const hasRoom = (limit: number | null, { open, more }: { open: number; more: number }): boolean =>
  limit === null || open + more <= limit
