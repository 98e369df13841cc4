import * as z from 'zod'
import { AgentId, InvitationId, OrganisationId, SalesRequestId } from './ids.ts'
import { limits } from './limits.ts'
import { planFeatures, planKeys } from './plans.ts'
import { defineRoutes } from './route.ts'
import { Instant, Line, Prose } from './text.ts'

/** A plan as it is on offer. */
export const Plan = z.object({
  key: z.enum(planKeys),
  /** What it is called here; the operator may call it otherwise. */
  name: z.string(),
  seats: z.object({ least: z.int(), most: z.int().nullable() }),
  /** Of one seat for one month, in cents: the currency's smallest unit. Null: by agreement, to be asked of the sales department. */
  pricePerSeatCents: z.int().nullable(),
  features: z.array(z.enum(planFeatures)),
})
export type Plan = z.infer<typeof Plan>

/** What an organisation is on, and what else there is. */
export const Subscription = z.object({
  plan: z.enum(planKeys),
  planName: z.string(),
  /** Bought, or agreed on; null: unlimited. */
  seats: z.int().nullable(),
  /** Each month, in cents: the currency's smallest unit. Null: by agreement, or no matter of this server. */
  monthlyCents: z.int().nullable(),
  /** ISO 4217. */
  currency: z.string(),
  /** Held by people who belong here, and by invitations whose links still work. */
  taken: z.object({ agents: z.int(), invitations: z.int() }),
  /** chosen: by those who may, among `plans` · fixed: for every organisation of this server, and there are no prices */
  way: z.enum(['chosen', 'fixed']),
  /** How it is paid. settled-outside: with whoever runs this server, and nothing is charged here. */
  payment: z.enum(['settled-outside']),
  /** Empty where the plan is fixed. */
  plans: z.array(Plan),
  /** Goes back with a change, so that of two who change at once the second is told. */
  version: z.int(),
})
export type Subscription = z.infer<typeof Subscription>

export const ChangeSubscription = z.strictObject({
  plan: z.enum(planKeys),
  seats: z.int().min(1).max(limits.seatsPerOrganisation),
  version: z.int(),
})
export type ChangeSubscription = z.infer<typeof ChangeSubscription>

const Terms = z.object({ plan: z.enum(planKeys), planName: z.string(), seats: z.int().nullable() })

/** One line of what happened to a subscription. */
export const SubscriptionChange = z.object({
  at: Instant,
  /** Who changed it; null: whoever runs the server, or nobody (its beginning). */
  by: z.object({ id: AgentId, name: z.string() }).nullable(),
  /** Null: it began then. */
  from: Terms.nullable(),
  to: Terms,
  /** What was to be paid each month from then on, as it was shown; null: by agreement. */
  monthlyCents: z.int().nullable(),
  currency: z.string(),
})
export type SubscriptionChange = z.infer<typeof SubscriptionChange>

/** What holds a seat. */
export const SeatHolder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), id: AgentId, name: z.string(), email: z.string() }),
  z.object({ kind: z.literal('invitation'), id: InvitationId, email: z.string(), expiresAt: Instant }),
])
export type SeatHolder = z.infer<typeof SeatHolder>

export const AskSales = z.strictObject({
  message: Prose(limits.salesMessageLength),
  /** As people write them; empty: none given. */
  phone: Line(limits.phoneLength, 0).default(''),
  /** How many seats are wished for; null: to be talked about. */
  seats: z.int().min(1).max(limits.seatsPerOrganisation).nullable().default(null),
})
export type AskSales = z.infer<typeof AskSales>

export const SalesRequest = z.object({
  id: SalesRequestId,
  byName: z.string(),
  message: z.string(),
  phone: z.string(),
  seats: z.int().nullable(),
  createdAt: Instant,
  /** When whoever runs the server said it was dealt with; null: not yet. */
  answeredAt: Instant.nullable(),
})
export type SalesRequest = z.infer<typeof SalesRequest>

const inOrganisation = z.object({ organisationId: OrganisationId })

export const billingRoutes = defineRoutes({
  'GET /organisations/:organisationId/subscription': {
    summary: 'Plan, seats and price, and the plans on offer',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: Subscription,
    refuses: ['access.refused'],
  },
  'PUT /organisations/:organisationId/subscription': {
    summary: 'Change plan or number of seats, from now on',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    body: ChangeSubscription,
    reply: Subscription,
    refuses: [
      'access.refused',
      'billing.plan-fixed',
      'billing.by-request',
      'billing.seats-not-offered',
      'billing.too-few-seats',
      'billing.changed-meanwhile',
    ],
    perMinute: 20,
  },
  'GET /organisations/:organisationId/subscription/changes': {
    summary: 'What happened to the subscription, newest first',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: z.object({ changes: z.array(SubscriptionChange) }),
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/seats': {
    summary: 'Who and what holds the seats, as far as the reader may see them',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: z.object({ holders: z.array(SeatHolder), unseen: z.int() }),
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/sales-requests': {
    summary: 'What this organisation asked of the sales department, newest first',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: z.object({ requests: z.array(SalesRequest) }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/sales-requests': {
    summary: 'Ask the sales department: the request is kept, and reaches whoever runs the server',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    body: AskSales,
    reply: SalesRequest,
    refuses: ['access.refused', 'billing.too-many-requests'],
    perMinute: 20,
  },
})
