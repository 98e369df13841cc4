import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { AgentId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { ConversationState, WhyNot } from '#contract/vocabulary.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Actor } from '../callers.ts'

/** What of a conversation decides who may do what with it. */
export interface ConversationScope {
  subAccountId: SubAccountId
  state: ConversationState
  assigneeId: AgentId | null
  language: string
  /** The one it began with; null: none. */
  questionnaireId: QuestionnaireId | null
}

/** Conditions that must all hold; an empty clause holds for every conversation of the organisation. */
interface Clause {
  subAccountId?: SubAccountId
  state?: ConversationState
  assigneeId?: AgentId
  languages?: readonly string[]
  /** One of these, or none at all. */
  questionnaires?: readonly QuestionnaireId[]
}

/** The conversations an actor reads: those of any clause. One table, of which the check and the list are two forms. */
function reachOf(actor: Actor): Clause[] {
  if (!actor.active || !actor.modules.includes('conversations')) return []
  if (actor.role === 'administrator' || actor.role === 'moderator') return [{}]
  // Only an agent's reach is a choice: a manager has one sub-account, whatever their row says.
  if (actor.role === 'agent' && actor.reach === 'all') return [{}]
  // Only those roles have no sub-account: fail closed should a row ever say otherwise.
  if (actor.subAccountId === null) return []
  const { subAccountId } = actor
  if (actor.role === 'manager' || actor.reach === 'sub-account') return [{ subAccountId }]
  return [{ subAccountId, assigneeId: actor.agentId }, takeable(actor, subAccountId)]
}

const takeable = (actor: Actor, subAccountId: SubAccountId): Clause => ({
  subAccountId,
  state: 'pending',
  languages: actor.languages,
  questionnaires: actor.questionnaireIds,
})

export const reaches = (actor: Actor, conversation: ConversationScope): boolean =>
  reachOf(actor).some((clause) => holds(clause, conversation))

/** Whether a pending conversation is one the actor may take: languages and questionnaires bind an agent, not those above. */
export const mayTake = (actor: Actor, conversation: ConversationScope): boolean =>
  reaches(actor, conversation) && (actor.role !== 'agent' || isFor(actor, conversation))

/** Why a waiting conversation is not the actor's to take, by right; none: they may pick it up. */
export function whyNotTheirs(actor: Actor, conversation: ConversationScope): WhyNot[] {
  const isAgent = actor.role === 'agent'
  const readsAll = actor.subAccountId === null || (isAgent && actor.reach === 'all')
  const { questionnaireId } = conversation
  // Asked for each agent of each conversation that waits: no list is made but the answer.
  const why: WhyNot[] = []
  if (!actor.active) why.push('inactive')
  if (!actor.modules.includes('conversations')) why.push('no-module')
  if (!readsAll && actor.subAccountId !== conversation.subAccountId) why.push('sub-account')
  if (isAgent && !actor.languages.includes(conversation.language)) why.push('language')
  if (isAgent && questionnaireId !== null && !actor.questionnaireIds.includes(questionnaireId))
    why.push('questionnaire')
  return why
}

const isFor = ({ languages, questionnaireIds }: Actor, conversation: ConversationScope): boolean =>
  holds({ languages, questionnaires: questionnaireIds }, conversation)

function holds(clause: Clause, conversation: ConversationScope): boolean {
  if (clause.subAccountId !== undefined && clause.subAccountId !== conversation.subAccountId) return false
  if (clause.state !== undefined && clause.state !== conversation.state) return false
  if (clause.assigneeId !== undefined && clause.assigneeId !== conversation.assigneeId) return false
  if (clause.languages !== undefined && !clause.languages.includes(conversation.language)) return false
  const { questionnaireId } = conversation
  return (
    clause.questionnaires === undefined || questionnaireId === null || clause.questionnaires.includes(questionnaireId)
  )
}

/**
 * The same as a condition on the table: a list equals its filter (proven in reach.db.test.ts). `state`: the one all rows are
 * in anyhow. Clauses that never hold there are left out, so that an index of the others is enough.
 */
export function whereReached(actor: Actor, state?: ConversationState) {
  return (eb: ExpressionBuilder<Tables, 'conversations'>): Expression<SqlBool> => {
    const clauses = reachOf(actor).filter((clause) => !state || !clause.state || clause.state === state)
    if (clauses.length === 0) return eb.lit(false)
    return eb.or(clauses.map((clause) => eb.and(conditionsOf(clause, eb))))
  }
}

function conditionsOf(clause: Clause, eb: ExpressionBuilder<Tables, 'conversations'>): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = []
  if (clause.subAccountId !== undefined) conditions.push(eb('conversations.sub_account_id', '=', clause.subAccountId))
  if (clause.state !== undefined) conditions.push(eb('conversations.state', '=', clause.state))
  if (clause.assigneeId !== undefined) conditions.push(eb('conversations.assignee_id', '=', clause.assigneeId))
  if (clause.languages !== undefined)
    conditions.push(eb('conversations.language', '=', sql<string>`any(${[...clause.languages]}::text[])`))
  if (clause.questionnaires !== undefined)
    conditions.push(
      eb.or([
        eb('conversations.questionnaire_id', 'is', null),
        eb('conversations.questionnaire_id', '=', sql<QuestionnaireId>`any(${[...clause.questionnaires]}::uuid[])`),
      ]),
    )
  return conditions
}
