import type { AgentId, ChannelId, ConversationId } from '#contract/ids.ts'
import type { RoutingCause, RoutingMode } from '#contract/vocabulary.ts'
import { type Conversation, scopeOf } from '../conversations/index.ts'
import { type Routed, type RoutedAgent, route } from './route.ts'

/** How a channel finds somebody. */
export interface Rule {
  mode: RoutingMode
  offerSeconds: number
}

/** What was last decided about a conversation. */
export interface LastDecision {
  outcome: Routed['verdict']['verdict']
  agentId: AgentId | null
  because: string | null
}

/** What an organisation has waiting, of one instant. */
export interface Situation {
  now: Date
  waiting: readonly Conversation[]
  ruleOf: (channelId: ChannelId) => Rule
  /** With everything they are offered. */
  agents: readonly RoutedAgent[]
  lastDecisions: ReadonlyMap<ConversationId, LastDecision>
}

/** A decision that changes something, and about what: it holds while the conversation has this version. */
export interface Step {
  conversation: Conversation
  rule: Rule
  routed: Routed
  cause: RoutingCause
  /** Only what is kept of the decision is new: it waits as it did. */
  onlyTold: boolean
}

/** After everybody was asked in vain, they are asked again so much later. */
export const restMs = 30_000

/** What is to be done, longest waiting first; each decision counts with those before it. Pure. */
export function plan({ now, waiting, ruleOf, agents, lastDecisions }: Situation): Step[] {
  const people = new Map(agents.map((agent) => [agent.id, { ...agent }]))
  const steps: Step[] = []
  // Nobody takes this kind, and each further offer leaves less room: a backlog is decided once, until an offer comes back.
  const stuck = new Map<string, Routed>()
  for (const conversation of waiting) {
    const { offer, asked, restsUntil } = conversation
    const rule = ruleOf(conversation.channelId)
    const before = offer ? people.get(offer.agentId) : undefined
    if (before) {
      before.offered -= 1
      stuck.clear()
    }
    const scope = scopeOf(conversation)
    const isNew = offer === null && asked.length === 0
    const kind = `${rule.mode} ${scope.subAccountId} ${scope.language} ${scope.questionnaireId}`
    const routed =
      (isNew ? stuck.get(kind) : undefined) ??
      route({ now, mode: rule.mode, scope, offer, asked, restsUntil, agents: [...people.values()] })
    if (isNew && routed.verdict.verdict === 'nobody') stuck.set(kind, routed)
    const { verdict } = routed
    const after = verdict.verdict === 'offer' ? people.get(verdict.to) : undefined
    if (after) after.offered += 1
    if (after && after.id !== offer?.agentId) after.lastTurnAt = now
    const last = lastDecisions.get(conversation.id)
    const changes = isAnother(conversation, routed)
    if (!changes && (rule.mode === 'by-hand' || isKnown(routed, last))) continue
    steps.push({ conversation, rule, routed, cause: causeOf(conversation, routed, last), onlyTold: !changes })
  }
  return steps
}

/** Whether the conversation is not as it was decided. A standing offer, and a rest that has begun, are. */
function isAnother({ offer, asked, restsUntil }: Conversation, { verdict, asked: askedNow }: Routed): boolean {
  if (verdict.verdict === 'offer') return offer?.agentId !== verdict.to || asked.length !== askedNow.length
  const rests = verdict.verdict === 'waits' && verdict.because === 'all-asked'
  return offer !== null || asked.length !== askedNow.length || (restsUntil !== null) !== rests
}

function isKnown({ verdict }: Routed, last: LastDecision | undefined): boolean {
  if (verdict.verdict === 'offer') return true
  return last?.outcome === verdict.verdict && (verdict.verdict === 'waits' || last.because === verdict.because)
}

/** Passing takes the offer back at once; that it was, the last decision tells. */
function causeOf({ offer, asked }: Conversation, { cause }: Routed, last: LastDecision | undefined): RoutingCause {
  const passed = offer === null && last?.outcome === 'offer' && last.agentId !== null && asked.includes(last.agentId)
  return passed ? 'passed' : cause
}
