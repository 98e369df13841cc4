import * as z from 'zod'
import { OrganisationId, SalesRequestId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { deliver, laterThan, type Outbox } from '#server/platform/mail/outbox.ts'
import type { Platform } from '#server/platform/platform.ts'
import { letterWords } from '#words/letters.ts'
import { organisationName } from '../organisations/index.ts'
import { peopleBehind } from './people.ts'
import type { Plans } from './plans.ts'
import type { SalesRequest } from './sales-request.ts'
import { claimLetterOf, listUntoldEverywhere, updateLetterOf } from './sales-store.ts'
import { findSubscription } from './store.ts'
import { termsNow } from './subscription.ts'

export const salesLetterJob = 'billing.tell-operator'

const Delivery = z.object({ organisationId: OrganisationId, id: SalesRequestId })

type Needs = Pick<Platform, 'database' | 'jobs' | 'mailer' | 'clock'> & {
  plans: Plans
  /** Null: requests wait in the list. */
  operatorEmail: string | null
}

/** Registers the job. Before jobs start. */
export const billingReactions = (needs: Needs): void =>
  needs.jobs.work(salesLetterJob, (payload) => tellOperator(payload, needs))

/** One attempt at the letter of one request. Without a mail server or an address it does nothing, and the request waits. */
async function tellOperator(payload: unknown, needs: Needs): Promise<void> {
  const { mailer, clock, operatorEmail } = needs
  const { organisationId, id } = Delivery.parse(payload)
  if (mailer && operatorEmail) await deliver(id, outboxOf(organisationId, operatorEmail, needs), { mailer, clock })
}

/** At a start with a mail server and an address: every open request that was not told gets a job, whatever became of its last. */
export async function enqueueUntoldRequests({ database, jobs, clock, operatorEmail }: Needs): Promise<void> {
  if (!operatorEmail) return
  await database.asOwner(async (tx) => {
    for (const { nextAttemptAt, ...delivery } of await listUntoldEverywhere(tx))
      await jobs.enqueue(tx, salesLetterJob, delivery, { startAfter: laterThan(clock.now(), nextAttemptAt) })
  })
}

function outboxOf(
  organisationId: OrganisationId,
  to: string,
  { database, jobs, plans }: Needs,
): Outbox<SalesRequestId> {
  const settle = (id: SalesRequestId, state: 'sent' | 'failed', error: string | null) =>
    database.transaction(organisationId, (tx) => updateLetterOf(tx, id, { state, error, nextAttemptAt: null }))

  return {
    claim: (id, at) =>
      database.transaction(organisationId, async (tx) => {
        const claimed = await claimLetterOf(tx, id, at)
        if (!claimed) return null
        const { subject, body } = await wordsFor(tx, claimed.request, plans)
        return { letter: { id, to, subject, text: body }, attempts: claimed.attempts }
      }),
    markSent: (id) => settle(id, 'sent', null),
    postpone: (id, { error, nextAttemptAt }) =>
      database.transaction(organisationId, async (tx) => {
        await updateLetterOf(tx, id, { state: 'waiting', error, nextAttemptAt })
        await jobs.enqueue(tx, salesLetterJob, { organisationId, id }, { startAfter: nextAttemptAt })
      }),
    giveUp: (id, { error }) => settle(id, 'failed', error),
  }
}

/** In the language of whoever asks: it is the one they are to be answered in, and the operator's is not known. */
async function wordsFor(tx: OrganisationTransaction, request: SalesRequest, plans: Plans) {
  const person = (await peopleBehind(tx, [request.agentId])).get(request.agentId)
  if (!person) throw new Error('the row of an agent stays for ever')
  const { plan, seats } = termsNow(await findSubscription(tx), plans)
  return letterWords(request.locale).salesRequest({
    organisation: await organisationName(tx),
    organisationId: tx.organisationId,
    name: person.name,
    email: person.email,
    phone: request.phone,
    plan: plans.of[plan].name,
    seats,
    wishedSeats: request.seats,
    message: request.message,
  })
}
