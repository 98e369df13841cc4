import { sql } from 'kysely'
import type { AgentId, ChannelId, ConversationId, OrganisationId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { ChangeChannelRouting } from '#contract/routing.ts'
import type { RoutingCause, RoutingMode, RoutingOutcome, WhyBlocked, WhyNot } from '#contract/vocabulary.ts'
import type { Database, OrganisationTransaction } from '#server/platform/database/database.ts'
import type { LastDecision, Rule } from './plan.ts'

/** How a channel finds somebody, as it is saved. */
export interface SavedRule extends Rule {
  /** 0: never saved. */
  version: number
}

export const byHand: SavedRule = { mode: 'by-hand', offerSeconds: limits.offerSecondsDefault, version: 0 }

/** Of the channels that were ever changed; the others are by hand. */
export async function listRules(tx: OrganisationTransaction): Promise<Map<ChannelId, SavedRule>> {
  const rows = await tx.db
    .selectFrom('channel_routing')
    .selectAll()
    .where('organisation_id', '=', tx.organisationId)
    .execute()
  return new Map(
    rows.map(({ channel_id, mode, offer_seconds, version }) => [
      channel_id,
      { mode, offerSeconds: offer_seconds, version },
    ]),
  )
}

/** Saves over exactly the version that was read; undefined when somebody saved first. */
export async function saveRule(
  tx: OrganisationTransaction,
  channelId: ChannelId,
  { mode, offerSeconds, version }: ChangeChannelRouting,
): Promise<SavedRule | undefined> {
  const change = { mode, offer_seconds: offerSeconds, version: version + 1 }
  const row =
    version === 0
      ? await tx.db
          .insertInto('channel_routing')
          .values({ organisation_id: tx.organisationId, channel_id: channelId, ...change })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst()
      : await tx.db
          .updateTable('channel_routing')
          .set(change)
          .where('organisation_id', '=', tx.organisationId)
          .where('channel_id', '=', channelId)
          .where('version', '=', version)
          .returningAll()
          .executeTakeFirst()
  return row && { mode: row.mode, offerSeconds: row.offer_seconds, version: row.version }
}

/** When each agent was last offered a conversation. */
export async function readTurns(tx: OrganisationTransaction): Promise<Map<AgentId, Date>> {
  const rows = await tx.db
    .selectFrom('routing_turns')
    .select(['agent_id', 'last_turn_at'])
    .where('organisation_id', '=', tx.organisationId)
    .execute()
  return new Map(rows.map(({ agent_id, last_turn_at }) => [agent_id, last_turn_at]))
}

/** Their row is held: of two offers to one agent the later counts. */
export async function saveTurn(tx: OrganisationTransaction, agentId: AgentId, at: Date): Promise<void> {
  await tx.db
    .insertInto('routing_turns')
    .values({ organisation_id: tx.organisationId, agent_id: agentId, last_turn_at: at })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'agent_id']).doUpdateSet({ last_turn_at: at }))
    .execute()
}

/** A decision as it is kept. */
export interface Decision {
  decidedAt: Date
  mode: RoutingMode
  cause: RoutingCause
  outcome: RoutingOutcome
  agentId: AgentId | null
  because: WhyBlocked | null
  candidates: readonly { agentId: AgentId; why: readonly WhyNot[] }[]
}

/** Of one conversation so many are kept. */
const decisionsKept = 20

/** The conversation's row is held: its decisions are numbered under it. */
export async function insertDecision(
  tx: OrganisationTransaction,
  conversationId: ConversationId,
  decision: Decision,
): Promise<void> {
  const { last } = await tx.db
    .selectFrom('routing_decisions')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), sql<number>`0`).as('last'))
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('routing_decisions')
    .values({
      organisation_id: tx.organisationId,
      conversation_id: conversationId,
      number: last + 1,
      decided_at: decision.decidedAt,
      mode: decision.mode,
      cause: decision.cause,
      outcome: decision.outcome,
      agent_id: decision.agentId,
      because: decision.because,
      candidates: JSON.stringify(decision.candidates),
    })
    .execute()
  await tx.db
    .deleteFrom('routing_decisions')
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)
    .where('number', '<=', last + 1 - decisionsKept)
    .execute()
}

/** Newest first. */
export async function listDecisions(tx: OrganisationTransaction, conversationId: ConversationId): Promise<Decision[]> {
  const rows = await tx.db
    .selectFrom('routing_decisions')
    .selectAll()
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    decidedAt: row.decided_at,
    mode: row.mode,
    cause: row.cause,
    outcome: row.outcome,
    agentId: row.agent_id,
    because: row.because,
    // Written by insertDecision alone.
    candidates: row.candidates as Decision['candidates'],
  }))
}

/** What was last decided about each of these. */
export async function lastDecisionsOf(
  tx: OrganisationTransaction,
  conversationIds: readonly ConversationId[],
): Promise<Map<ConversationId, LastDecision>> {
  const rows = await tx.db
    .selectFrom('routing_decisions')
    .distinctOn('conversation_id')
    .select(['conversation_id', 'outcome', 'agent_id as agentId', 'because'])
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', sql<ConversationId>`any(${[...conversationIds]}::uuid[])`)
    .orderBy('conversation_id')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map(({ conversation_id, ...last }) => [conversation_id, last]))
}

/** Organisations that have a channel which offers conversations. */
export async function organisationsThatRoute(database: Database): Promise<OrganisationId[]> {
  const rows = await database.asOwner(({ db }) =>
    db.selectFrom('channel_routing').select('organisation_id').distinct().where('mode', '<>', 'by-hand').execute(),
  )
  return rows.map(({ organisation_id }) => organisation_id)
}
