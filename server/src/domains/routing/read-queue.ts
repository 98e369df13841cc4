import { limits } from '#contract/limits.ts'
import type { Queue } from '#contract/routing.ts'
import type { WhyBlocked } from '#contract/vocabulary.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type ConversationScope, may } from '../access/index.ts'
import { readAs } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { listWaitingOrOpen, scopeOf, whyNobody, whyNotNow } from '../conversations/index.ts'
import { readAgents } from './read-agents.ts'

/** Of what waits and is the reader's to run: what nobody could take now, and why (N8). */
export function readQueue(caller: Actor, needs: Pick<Platform, 'database' | 'clock'>): Promise<Queue> {
  return readAs(caller, needs, async (tx, reader) => {
    const waiting = (await listWaitingOrOpen(tx, reader, 'pending', limits.conversationsInSnapshot)).filter((one) =>
      may(reader, 'conversations.explain', scopeOf(one)),
    )
    if (waiting.length === 0) return { blocked: [] }
    const agents = await readAgents(tx, needs.clock.now())
    // Few kinds wait, however many do: each is asked once.
    const known = new Map<string, WhyBlocked | null>()
    const whyOf = (scope: ConversationScope): WhyBlocked | null => {
      const kind = `${scope.subAccountId} ${scope.questionnaireId} ${scope.language}`
      const why = known.get(kind) ?? whyNobody(agents.map((agent) => whyNotNow({ ...agent, offered: 0 }, scope)))
      known.set(kind, why)
      return why
    }
    return {
      blocked: waiting.flatMap((one) => {
        const because = whyOf(scopeOf(one))
        return because ? [{ conversationId: one.id, because }] : []
      }),
    }
  })
}
