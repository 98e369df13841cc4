import type { AskSales } from '#contract/billing.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation, organisationName } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { HoldActor } from './change-subscription.ts'
import { openRequestsAtMost, type SalesRequest } from './sales-request.ts'
import { countOpenRequests, insertRequest } from './sales-store.ts'
import { salesLetterJob } from './tell-operator.ts'

/**
 * Asks whoever runs the server for what no plan offers by itself. The request stays in the organisation's list and in the
 * operator's (`npm run sales-requests`), and leaves as a letter after the commit.
 *
 * @refuses access.refused | billing.too-many-requests
 */
export async function askSales(
  by: Actor,
  wish: AskSales & { locale: Locale },
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs'> & { holdActor: HoldActor },
): Promise<SalesRequest> {
  const { database, events, clock, ids, jobs } = needs
  return database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await needs.holdActor(tx, by)
    authorise(actor, 'billing.change', null)
    if ((await countOpenRequests(tx)) >= openRequestsAtMost) throw refusal('billing.too-many-requests')
    const request: SalesRequest = {
      id: ids.salesRequest(),
      agentId: actor.agentId,
      locale: wish.locale,
      message: wish.message,
      phone: wish.phone,
      seats: wish.seats,
      createdAt: clock.now(),
      answeredAt: null,
    }
    await insertRequest(tx, request)
    await jobs.enqueue(tx, salesLetterJob, { organisationId: tx.organisationId, id: request.id })
    const target = { kind: 'organisation', id: tx.organisationId, name: await organisationName(tx) } as const
    recordDeed(tx, actor, { act: 'billing.sales-requested', target }, needs)
    events.append(tx, settingsChanged('billing'))
    return request
  })
}
