import { sql } from 'kysely'
import type { AgentId, ConversationId, OrganisationId, PushSubscriptionId, SessionId } from '#contract/ids.ts'
import type { NotificationSettings } from '#contract/notifications.ts'
import type { OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Stream } from '#server/platform/events/events.ts'
import type { Recipient } from './post-push.ts'
import { wholeSettings } from './settings.ts'

/** A browser that is told though no page is open. */
export interface PushSubscription extends Recipient {
  id: PushSubscriptionId
  agentId: AgentId
  sessionId: SessionId
  userAgent: string | null
  createdAt: Date
  lastPushedAt: Date | null
}

export async function readSettings(tx: OrganisationTransaction, agentId: AgentId): Promise<NotificationSettings> {
  const row = await tx.db
    .selectFrom('notification_settings')
    .select('settings')
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst()
  // Written by saveSettings alone, perhaps of an earlier version.
  return wholeSettings(row?.settings as Partial<NotificationSettings> | undefined)
}

export async function saveSettings(
  tx: OrganisationTransaction,
  agentId: AgentId,
  chosen: NotificationSettings,
): Promise<void> {
  const settings = JSON.stringify(chosen)
  await tx.db
    .insertInto('notification_settings')
    .values({ organisation_id: tx.organisationId, agent_id: agentId, settings })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'agent_id']).doUpdateSet({ settings }))
    .execute()
}

/** Oldest first. */
export async function listSubscriptions(tx: OrganisationTransaction, agentId: AgentId): Promise<PushSubscription[]> {
  return subscriptions(tx).where('agent_id', '=', agentId).orderBy('created_at').orderBy('id').execute()
}

export async function findSubscription(
  tx: OrganisationTransaction,
  agentId: AgentId,
  id: PushSubscriptionId,
): Promise<PushSubscription | undefined> {
  return subscriptions(tx).where('agent_id', '=', agentId).where('id', '=', id).executeTakeFirst()
}

/** New, or the same browser's again under another sign-in or with other keys. */
export async function saveSubscription(tx: OrganisationTransaction, wish: PushSubscription): Promise<PushSubscription> {
  const { sessionId: session_id, p256dh, auth, userAgent: user_agent } = wish
  await tx.db
    .insertInto('push_subscriptions')
    .values({
      organisation_id: tx.organisationId,
      id: wish.id,
      agent_id: wish.agentId,
      endpoint: wish.endpoint,
      created_at: wish.createdAt,
      ...{ session_id, p256dh, auth, user_agent },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'agent_id', 'endpoint'])
        .doUpdateSet({ session_id, p256dh, auth, user_agent }),
    )
    .execute()
  return subscriptions(tx)
    .where('agent_id', '=', wish.agentId)
    .where('endpoint', '=', wish.endpoint)
    .executeTakeFirstOrThrow()
}

export async function deleteSubscription(
  tx: OrganisationTransaction,
  agentId: AgentId,
  id: PushSubscriptionId,
): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('push_subscriptions')
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Who of the organisation has a browser to push to. */
export async function listSubscribers(tx: OrganisationTransaction): Promise<AgentId[]> {
  const rows = await tx.db
    .selectFrom('push_subscriptions')
    .select('agent_id')
    .distinct()
    .where('organisation_id', '=', tx.organisationId)
    .execute()
  return rows.map(({ agent_id }) => agent_id)
}

/** What a browser shows for a conversation from now on. */
export async function markShown(
  tx: OrganisationTransaction,
  { id, now }: { id: PushSubscriptionId; now: Date },
  shown: { conversationId: ConversationId; seq: number },
): Promise<void> {
  await tx.db
    .insertInto('pushes_shown')
    .values({
      organisation_id: tx.organisationId,
      subscription_id: id,
      conversation_id: shown.conversationId,
      seq: shown.seq,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'subscription_id', 'conversation_id'])
        .doUpdateSet({ seq: sql<number>`greatest(pushes_shown.seq, excluded.seq)` }),
    )
    .execute()
  await tx.db
    .updateTable('push_subscriptions')
    .set({ last_pushed_at: now })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** What stands on the browsers of these agents for these conversations. */
export async function listShown(
  tx: OrganisationTransaction,
  conversationIds: readonly ConversationId[],
): Promise<{ agentId: AgentId; conversationId: ConversationId; seq: number }[]> {
  return tx.db
    .selectFrom('pushes_shown')
    .innerJoin('push_subscriptions', (join) =>
      join
        .onRef('push_subscriptions.organisation_id', '=', 'pushes_shown.organisation_id')
        .onRef('push_subscriptions.id', '=', 'pushes_shown.subscription_id'),
    )
    .select(['agent_id as agentId', 'conversation_id as conversationId'])
    .select((eb) => eb.fn.max<number>('seq').as('seq'))
    .where('pushes_shown.organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', sql<ConversationId>`any(${conversationIds}::uuid[])`)
    .groupBy(['agent_id', 'conversation_id'])
    .execute()
}

/** On which browsers of an agent something stands for a conversation, and for which message. */
export async function readShownTo(
  tx: OrganisationTransaction,
  { agentId, conversationId }: { agentId: AgentId; conversationId: ConversationId },
): Promise<Map<PushSubscriptionId, number>> {
  const rows = await tx.db
    .selectFrom('pushes_shown')
    .innerJoin('push_subscriptions', (join) =>
      join
        .onRef('push_subscriptions.organisation_id', '=', 'pushes_shown.organisation_id')
        .onRef('push_subscriptions.id', '=', 'pushes_shown.subscription_id'),
    )
    .select(['subscription_id as id', 'seq'])
    .where('pushes_shown.organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .where('conversation_id', '=', conversationId)
    .execute()
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}

/** Forgets what stands on an agent's browsers for a conversation; says on which it stood. */
export async function takeShown(
  tx: OrganisationTransaction,
  { agentId, conversationId }: { agentId: AgentId; conversationId: ConversationId },
): Promise<PushSubscriptionId[]> {
  const { rows } = await sql<{ id: PushSubscriptionId }>`
    delete from pushes_shown using push_subscriptions
    where pushes_shown.organisation_id = ${tx.organisationId}
      and push_subscriptions.organisation_id = ${tx.organisationId}
      and push_subscriptions.id = pushes_shown.subscription_id
      and push_subscriptions.agent_id = ${agentId}
      and pushes_shown.conversation_id = ${conversationId}
    returning push_subscriptions.id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Streams of organisations with subscribers in which something happened since it was last looked whom to push to. */
export async function listUnlooked({ db }: Transaction): Promise<{ organisationId: OrganisationId; stream: Stream }[]> {
  const { rows } = await sql<{ organisationId: OrganisationId; stream: Stream }>`
    select streams.organisation_id as "organisationId", streams.name as stream
    from streams
    left join push_progress progress on progress.organisation_id = streams.organisation_id and progress.stream = streams.name
    where streams.name <> 'organisation'
      and streams.head > coalesce(progress.number, -1)
      and exists (select from push_subscriptions where push_subscriptions.organisation_id = streams.organisation_id)
    limit 1000`.execute(db)
  return rows
}

/** Where looking stands in a stream, held until the commit: null while another process looks. A new stream is looked at whole. */
export async function holdProgress(tx: OrganisationTransaction, stream: Stream): Promise<number | null> {
  await tx.db
    .insertInto('push_progress')
    .values({ organisation_id: tx.organisationId, stream, number: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { rows } = await sql<{ number: number }>`
    select number from push_progress
    where organisation_id = ${tx.organisationId} and stream = ${stream}
    for update skip locked`.execute(tx.db)
  return rows[0]?.number ?? null
}

/** What happened before anybody of the organisation subscribed is no news: looking begins where the streams stand. */
export async function beginLooking(tx: OrganisationTransaction): Promise<void> {
  await sql`
    insert into push_progress (organisation_id, stream, number)
    select organisation_id, name, head from streams
    where organisation_id = ${tx.organisationId}
      and not exists (select from push_subscriptions where organisation_id = ${tx.organisationId})
    on conflict (organisation_id, stream) do update set number = excluded.number`.execute(tx.db)
}

export async function saveProgress(tx: OrganisationTransaction, stream: Stream, number: number): Promise<void> {
  await tx.db
    .updateTable('push_progress')
    .set({ number })
    .where('organisation_id', '=', tx.organisationId)
    .where('stream', '=', stream)
    .execute()
}

const subscriptions = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('push_subscriptions')
    .select([
      'id',
      'agent_id as agentId',
      'session_id as sessionId',
      'endpoint',
      'p256dh',
      'auth',
      'user_agent as userAgent',
      'created_at as createdAt',
      'last_pushed_at as lastPushedAt',
    ])
    .where('organisation_id', '=', tx.organisationId)
