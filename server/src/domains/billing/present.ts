import type * as contract from '#contract/billing.ts'
import type { AgentId } from '#contract/ids.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { settledOutside } from './payment.ts'
import type { listSeatedAgents, listSeatedInvitations } from './people.ts'
import { inOrder, type Plans } from './plans.ts'
import type { SalesRequest } from './sales-request.ts'
import type { Change } from './store.ts'
import { priceOf, type Subscription, type TakenSeats, type Terms, termsNow } from './subscription.ts'

type People = ReadonlyMap<AgentId, { name: string }>

export const asSubscription = (
  subscription: Subscription,
  { taken, plans }: { taken: TakenSeats; plans: Plans },
): contract.Subscription => ({
  ...termsNow(subscription, plans),
  planName: plans.of[termsNow(subscription, plans).plan].name,
  monthlyCents: priceOf(subscription, plans),
  currency: plans.currency,
  taken,
  way: plans.fixed === null ? 'chosen' : 'fixed',
  payment: settledOutside.way,
  plans: plans.fixed === null ? inOrder(plans) : [],
  version: subscription.version,
})

export const asChange = (
  change: Change,
  { people, plans }: { people: People; plans: Plans },
): contract.SubscriptionChange => ({
  at: change.at.toISOString(),
  by: change.byAgentId === null ? null : { id: change.byAgentId, name: nameOf(change.byAgentId, people) },
  from: change.from && named(change.from, plans),
  to: named(change.to, plans),
  // Where the plan is fixed no price is shown, not even one that was agreed on before.
  monthlyCents: plans.fixed === null ? change.monthlyCents : null,
  currency: change.currency,
})

const named = (terms: Terms, plans: Plans) => ({ ...terms, planName: plans.of[terms.plan].name })

export const asRequest = (request: SalesRequest, people: People): contract.SalesRequest => ({
  id: request.id,
  byName: nameOf(request.agentId, people),
  message: request.message,
  phone: request.phone,
  seats: request.seats,
  createdAt: request.createdAt.toISOString(),
  answeredAt: request.answeredAt?.toISOString() ?? null,
})

/** Billing may be a right of somebody who does not see everybody: the others are only counted, as on the bill. */
export function asHolders(
  held: {
    agents: Awaited<ReturnType<typeof listSeatedAgents>>
    invitations: Awaited<ReturnType<typeof listSeatedInvitations>>
  },
  reader: Actor,
): { holders: contract.SeatHolder[]; unseen: number } {
  const agents = held.agents
    .filter(({ id, role, subAccountId }) => may(reader, 'agents.read', { agentId: id, role, subAccountId }))
    .map(({ id, name, email }) => ({ kind: 'agent' as const, id, name, email }))
  const invitations = held.invitations
    .filter(({ role, subAccountId }) => may(reader, 'invitations.read', { agentId: null, role, subAccountId }))
    .map(({ id, email, expiresAt }) => ({
      kind: 'invitation' as const,
      id,
      email,
      expiresAt: expiresAt.toISOString(),
    }))
  const holders = [...agents, ...invitations]
  return { holders, unseen: held.agents.length + held.invitations.length - holders.length }
}

function nameOf(agentId: AgentId, people: People): string {
  const person = people.get(agentId)
  if (!person) throw new Error('the row of an agent stays for ever')
  return person.name
}
