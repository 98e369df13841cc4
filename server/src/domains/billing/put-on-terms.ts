import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Actor } from '../callers.ts'
import { changesBetween, recordDeed } from '../journal/index.ts'
import { organisationName } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { type Payment, settledOutside } from './payment.ts'
import type { Plans } from './plans.ts'
import { insertChange, updateSubscription } from './store.ts'
import { priceOf, type Subscription, type Terms } from './subscription.ts'

export type TermsNeeds = Pick<Platform, 'clock' | 'events' | 'ids'> & { plans: Plans; payment?: Payment }

/** What every change of a subscription writes, once its use case has found that it may be. */
export async function putOnTerms(
  tx: OrganisationTransaction,
  { by, was, to }: { by: Actor | 'operator'; was: Subscription; to: Terms },
  needs: TermsNeeds,
): Promise<void> {
  const { plans, clock, events, payment = settledOutside } = needs
  if (was.plan === to.plan && was.seats === to.seats) return
  const bill = {
    from: { plan: was.plan, seats: was.seats },
    to,
    monthlyCents: priceOf(to, plans),
    currency: plans.currency,
  }
  await payment.agree(tx, bill)
  const [version, now] = [was.version + 1, clock.now()]
  await updateSubscription(tx, { ...to, version }, now)
  await insertChange(tx, { ...bill, version, byAgentId: by === 'operator' ? null : by.agentId, at: now })
  const target = { kind: 'organisation', id: tx.organisationId, name: await organisationName(tx) } as const
  const inWords = ({ plan, seats }: Terms) => ({ plan: plans.of[plan].name, seats })
  recordDeed(tx, by, { act: 'billing.plan-changed', target, ...changesBetween(inWords(was), inWords(to)) }, needs)
  events.append(tx, settingsChanged('billing'))
}
