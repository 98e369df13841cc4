import { type RawBuilder, sql } from 'kysely'
import type { AgentId, ChannelId, ConversationId, OrganisationId } from '#contract/ids.ts'
import type { Database, OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Conversation } from './conversation.ts'
import { conversations, toConversation } from './store.ts'

/**
 * What waits on these channels, longest waiting first, and whatever is still offered on others. Of what the same people could take,
 * so many at most: whoever waits behind them is not next, and a crowd that nobody can take hides nobody else.
 */
export async function listRoutable(
  tx: OrganisationTransaction,
  { channelIds, mostAlike }: { channelIds: readonly ChannelId[]; mostAlike: number },
): Promise<Conversation[]> {
  const first = sql<ConversationId>`(
    select id from (
      select id, row_number() over (
        partition by channel_id, sub_account_id, language, questionnaire_id order by state_since, id
      ) as place
      from conversations
      where organisation_id = ${tx.organisationId} and state = 'pending' and channel_id = any(${[...channelIds]}::uuid[])
    ) as alike
    where place <= ${mostAlike}
  )`
  const rows = await conversations(tx)
    .where('conversations.state', '=', 'pending')
    .where((eb) => eb.or([eb('conversations.id', 'in', first), eb('conversations.route_at', 'is not', null)]))
    .orderBy('conversations.state_since')
    .orderBy('conversations.id')
    .execute()
  return rows.map(toConversation)
}

/** How many waiting conversations are offered to each of these agents, this one left out; who has none is not named. */
export async function countOffersTo(
  tx: OrganisationTransaction,
  agentIds: readonly AgentId[],
  but: ConversationId | null = null,
): Promise<Map<AgentId, number>> {
  const rows = await tx.db
    .selectFrom('conversations')
    .select((eb) => ['offered_to', eb.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', tx.organisationId)
    .where('offered_to', '=', sql<AgentId>`any(${[...agentIds]}::uuid[])`)
    .where('id', 'is distinct from', but)
    .groupBy('offered_to')
    .execute()
  return new Map(rows.flatMap(({ offered_to, count }) => (offered_to ? [[offered_to, count] as const] : [])))
}

/** Organisations where an offer's time, or a rest, is over. */
export async function organisationsDue(database: Database, now: Date): Promise<OrganisationId[]> {
  const rows = await database.asOwner(({ db }) =>
    db.selectFrom('conversations').select('organisation_id').distinct().where('route_at', '<=', now).execute(),
  )
  return rows.map(({ organisation_id }) => organisation_id)
}

/** How many wait before this one for the same people: in its sub-account, language and questionnaire. */
export async function countBefore(tx: OrganisationTransaction, one: Conversation): Promise<number> {
  const { count } = await tx.db
    .selectFrom('conversations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', '=', one.subAccountId)
    .where('state', '=', 'pending')
    .where('language', '=', one.language)
    .where('questionnaire_id', 'is not distinct from', one.questionnaireId)
    .where(sql<boolean>`(state_since, id) < (${one.stateSince}, ${one.id}::uuid)`)
    .executeTakeFirstOrThrow()
  return count
}

/** How long the last ones picked up on a channel had waited. */
export async function lastWaitsMs(
  tx: OrganisationTransaction,
  { channelId, after, limit }: { channelId: ChannelId; after: Date; limit: number },
): Promise<number[]> {
  const rows = await tx.db
    .selectFrom('conversations')
    .select('waited_ms')
    .where('organisation_id', '=', tx.organisationId)
    .where('channel_id', '=', channelId)
    .where('picked_up_at', '>', after)
    .orderBy('picked_up_at', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ waited_ms }) => waited_ms ?? [])
}

/** Of these open ones, those whose visitor spoke last and whose agent has said nothing since they took it. They are locked. */
export async function listUnanswered(
  tx: OrganisationTransaction,
  ids: readonly ConversationId[],
): Promise<Set<ConversationId>> {
  const last = (what: RawBuilder<boolean>) => sql<number>`coalesce(max(seq) filter (where ${what}), 0)`
  const taken = last(sql`notice in ('picked-up', 'reopened', 'transferred', 'handed-over')`)
  const answered = last(sql`kind = 'text' and author = 'agent'`)
  const heard = last(sql`kind = 'text' and author = 'visitor'`)
  const rows = await tx.db
    .selectFrom('messages')
    .select('conversation_id')
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', sql<ConversationId>`any(${[...ids]}::uuid[])`)
    .groupBy('conversation_id')
    .having(sql<boolean>`${answered} < ${taken} and ${answered} < ${heard}`)
    .execute()
  return new Set(rows.map(({ conversation_id }) => conversation_id))
}
