import type { Inbox } from '#contract/conversations.ts'
import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Stream } from '#server/platform/events/events.ts'
import type { Platform } from '#server/platform/platform.ts'
import { may } from '../access/index.ts'
import { asColleague, listAgents, personScope, readAs } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { listChannels } from '../channels/index.ts'
import { listQuestionnaires } from '../questionnaires/index.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'
import type { Conversation } from './conversation.ts'
import { listClosed, listMentioned, listWaitingOrOpen } from './list-store.ts'
import { conversationForAgent } from './present.ts'

/**
 * Everything the conversations page begins with, of one instant. The cursors are read first: what is committed but not yet
 * numbered is in the lists and comes again as an event, which applying by version makes harmless.
 */
export function readInbox(
  caller: Actor,
  { database, events, clock }: Pick<Platform, 'database' | 'events' | 'clock'>,
): Promise<Inbox> {
  return readAs(caller, { database }, async (tx, actor) => {
    const reached = (await listSubAccounts(tx)).filter(({ id }) =>
      may(actor, 'sub-accounts.read', { subAccountId: id }),
    )
    const heads = await events.heads(tx, ['organisation', ...reached.map(({ id }): Stream => `sub-account:${id}`)])
    const [pending, open, closed] = await readLists(tx, actor)
    const mentioned = await listMentioned(tx, actor, limits.conversationsInSnapshot)
    return {
      cursors: [...heads].map(([stream, since]) => ({ stream, epoch: events.epoch, since })),
      pending: pending.rows,
      open: open.rows,
      closed: closed.rows,
      mentioned: mentioned.map((conversation) => conversationForAgent(conversation, actor)),
      more: { pending: pending.more, open: open.more, closed: closed.more },
      colleagues: (await listAgents(tx))
        .filter((agent) => may(actor, 'colleagues.read', personScope(agent)))
        .map((agent) => asColleague(agent, clock.now())),
      subAccounts: reached,
      channels: (await listChannels(tx))
        .filter(({ subAccountId }) => reached.some(({ id }) => id === subAccountId))
        .map(({ id, subAccountId, name }) => ({ id, subAccountId, name })),
      questionnaires: (await listQuestionnaires(tx))
        .filter(({ subAccountId }) => reached.some(({ id }) => id === subAccountId))
        .map(({ id, subAccountId, name }) => ({ id, subAccountId, name })),
    }
  })
}

async function readLists(tx: OrganisationTransaction, actor: Actor) {
  const most = limits.conversationsInSnapshot
  const lists = await Promise.all([
    listWaitingOrOpen(tx, actor, 'pending', most + 1).then(cut(most)),
    listWaitingOrOpen(tx, actor, 'open', most + 1).then(cut(most)),
    listClosed(tx, actor, { limit: limits.conversationsPerPage + 1 }).then(cut(limits.conversationsPerPage)),
  ])
  const shown = ({ rows, more }: { rows: Conversation[]; more: boolean }) => ({
    rows: rows.map((row) => conversationForAgent(row, actor)),
    more,
  })
  const [pending, open, closed] = lists
  return [shown(pending), shown(open), shown(closed)] as const
}

/** One more was asked for than is shown: whether it came says whether there are more. */
const cut =
  (most: number) =>
  <Row>(rows: Row[]) => ({ rows: rows.slice(0, most), more: rows.length > most })
