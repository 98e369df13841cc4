import type { AgentId, ConversationId } from '#contract/ids.ts'
import type { TransferCandidates } from '#contract/transfers.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, type ConversationScope, may } from '../access/index.ts'
import { type Agent, actorOf, asColleague, listAgents, personScope, readAs } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'
import { asWaiting } from './could-take.ts'
import { scopeOf } from './events.ts'
import { receiving } from './receiver.ts'
import { countOpenOf, findConversation } from './store.ts'

/**
 * To whom a conversation could go, as it stands at this instant: of those the reader knows. What it says may have changed at the
 * click, when the same rule is asked again.
 *
 * @refuses request.not-found | access.inactive | conversations.not-yours | conversations.closed
 */
export function readCandidates(
  caller: Actor,
  conversationId: ConversationId,
  needs: Pick<Platform, 'database' | 'clock'>,
): Promise<TransferCandidates> {
  return readAs(caller, needs, async (tx, reader) => {
    authorise(reader, 'conversations.take-part', null)
    const conversation = await findConversation(tx, conversationId)
    if (!conversation) throw refusal('request.not-found')
    const scope = scopeOf(conversation)
    authorise(reader, 'conversations.transfer', scope)

    const known = (await listAgents(tx)).filter((agent) => may(reader, 'colleagues.read', personScope(agent)))
    const ids = known.map(({ id }) => id)
    const open = await countOpenOf(tx, ids)
    const now = needs.clock.now()
    const agents = known
      .filter(({ id }) => id !== scope.assigneeId)
      .map((agent) => asReceiver(agent, { reader, scope, open, now }))
    const takersOf = (waiting: ConversationScope) =>
      known.filter((agent) => may(actorOf(agent, reader.organisationId), 'conversations.pick-up', waiting)).length
    const waiting = asWaiting(scope)
    return {
      agents,
      subAccounts: (await listSubAccounts(tx))
        .filter(({ id }) => id !== scope.subAccountId && may(reader, 'sub-accounts.read', { subAccountId: id }))
        .map(({ id, name }) => {
          return { id, name, takers: takersOf({ ...waiting, subAccountId: id, questionnaireId: null }) }
        }),
      queue: scope.state === 'pending' ? null : { takers: takersOf(waiting) },
    }
  })
}

interface Around {
  reader: Actor
  scope: ConversationScope
  open: ReadonlyMap<AgentId, number>
  now: Date
}

function asReceiver(agent: Agent, { reader, scope, open, now }: Around): TransferCandidates['agents'][number] {
  const { id, name, photoId, availability } = asColleague(agent, now)
  const verdict = receiving(actorOf(agent, reader.organisationId), scope, open.get(id) ?? 0)
  return {
    id,
    name,
    photoId,
    availability,
    open: open.get(id) ?? 0,
    limit: agent.conversationLimit,
    refusal: verdict.can ? null : verdict.refusal,
    movesTo: verdict.can && verdict.subAccountId !== scope.subAccountId ? verdict.subAccountId : null,
  }
}
