import type { AgentId } from '#contract/ids.ts'
import type { RoutingCause, RoutingMode, WhyBlocked, WhyNot } from '#contract/vocabulary.ts'
import type { ConversationScope } from '../access/index.ts'
import { type Taker, whyNobody, whyNotNow } from '../conversations/index.ts'

/** Somebody it may be offered to. `offered` leaves the conversation that is decided out. */
export interface RoutedAgent extends Taker {
  id: AgentId
  /** When they were last offered one; null: never. */
  lastTurnAt: Date | null
}

/** Everything that decides what becomes of a waiting conversation. */
export interface Facts {
  now: Date
  mode: RoutingMode
  scope: ConversationScope
  /** Who is asked at the moment, and until when. */
  offer: { agentId: AgentId; until: Date } | null
  /** Who was asked in this round and did not take it. */
  asked: readonly AgentId[]
  /** Everybody was asked: when a new round begins. */
  restsUntil: Date | null
  agents: readonly RoutedAgent[]
}

export type Verdict =
  | { verdict: 'offer'; to: AgentId }
  /** Somebody could take it, but it is for them to do so: by hand, or everybody was asked. */
  | { verdict: 'waits'; because: 'by-hand' | 'all-asked' }
  | { verdict: 'nobody'; because: WhyBlocked }

export interface Routed {
  verdict: Verdict
  /** Why the earlier offer, if there was one, does not stand. */
  cause: Exclude<RoutingCause, 'passed'>
  /** Who was asked in this round, before the one who is asked now. */
  asked: readonly AgentId[]
  /** What keeps each from it; nothing: it is theirs to take, or offered to them. */
  reasons: ReadonlyMap<AgentId, readonly WhyNot[]>
}

/**
 * To whom a waiting conversation is offered, and why not to others. Pure and deterministic: the same facts, in whatever order the
 * agents come, give the same answer.
 */
export function route(facts: Facts): Routed {
  const { mode, now, offer } = facts
  const keeps = new Map(facts.agents.map((agent) => [agent.id, whyNotNow(agent, facts.scope)]))
  const cause = whyOfferEnded(facts, keeps)
  if (offer && cause === null)
    return told(facts, keeps, { verdict: 'offer', to: offer.agentId }, 'waiting', facts.asked)

  const ended = cause ?? 'waiting'
  const because = whyNobody([...keeps.values()])
  const askedNow = offer && ended === 'expired' ? [...facts.asked, offer.agentId] : facts.asked
  if (because) return told(facts, keeps, { verdict: 'nobody', because }, ended, askedNow)
  if (mode === 'by-hand') return told(facts, keeps, { verdict: 'waits', because: 'by-hand' }, ended, [])

  const able = facts.agents.filter(({ id }) => keeps.get(id)?.length === 0)
  const rested = facts.restsUntil !== null && facts.restsUntil <= now
  const unasked = able.filter(({ id }) => !askedNow.includes(id))
  const candidates = unasked.length === 0 && rested ? able : unasked
  const asked = candidates === able ? [] : askedNow
  const [first] = candidates.toSorted(orders[mode])
  if (!first) return told(facts, keeps, { verdict: 'waits', because: 'all-asked' }, ended, asked)
  return told(facts, keeps, { verdict: 'offer', to: first.id }, ended, asked)
}

/** Null: it stands. Without an offer, it waits. */
function whyOfferEnded(
  { offer, mode, now }: Facts,
  keeps: ReadonlyMap<AgentId, readonly WhyNot[]>,
): 'waiting' | 'expired' | 'withdrawn' | null {
  if (!offer) return 'waiting'
  if (mode === 'by-hand' || keeps.get(offer.agentId)?.length !== 0) return 'withdrawn'
  return offer.until <= now ? 'expired' : null
}

/** With the reasons of those who could take it, but are not the ones who are asked. */
function told(
  { agents, mode }: Facts,
  keeps: ReadonlyMap<AgentId, readonly WhyNot[]>,
  verdict: Verdict,
  cause: Routed['cause'],
  asked: readonly AgentId[],
): Routed {
  const reasons = new Map(
    agents.map(({ id }): [AgentId, readonly WhyNot[]] => {
      const why = keeps.get(id) ?? []
      if (why.length > 0 || mode === 'by-hand' || (verdict.verdict === 'offer' && verdict.to === id)) return [id, why]
      if (asked.includes(id)) return [id, ['asked']]
      return [id, [mode === 'least-busy' ? 'busier' : 'later']]
    }),
  )
  return { verdict, cause, asked, reasons }
}

const byTurn = (a: RoutedAgent, b: RoutedAgent): number =>
  (a.lastTurnAt?.getTime() ?? 0) - (b.lastTurnAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1)

/** Round robin: whose turn was longest ago. Least busy: who has least in hand, and of those whose turn was longest ago. */
const orders: Record<Exclude<RoutingMode, 'by-hand'>, (a: RoutedAgent, b: RoutedAgent) => number> = {
  'round-robin': byTurn,
  'least-busy': (a, b) => a.open + a.offered - (b.open + b.offered) || byTurn(a, b),
}
