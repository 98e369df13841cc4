import type { PushMessage } from '#contract/notifications.ts'
import { isTold } from '#contract/quiet-hours.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { withFirst } from '#words/first-of-month.ts'
import { pushWords } from '#words/push.ts'
import { findUser } from '../accounts/index.ts'
import { actorOf, findAgent } from '../agents/index.ts'
import { calledAppointment } from '../appointments/index.ts'
import type { AppointmentJob, PushNeeds } from './push.ts'
import { findSubscription, type PushSubscription, readSettings } from './store.ts'

/** What is pushed of an appointment to one browser. Null: it no longer calls, or they do not want to be told. */
export async function prepareAppointment(
  tx: OrganisationTransaction,
  { agentId, subscriptionId, appointmentId, call }: AppointmentJob,
  { clock, publicUrl }: Pick<PushNeeds, 'clock' | 'publicUrl'>,
): Promise<{ message: PushMessage; subscriptions: PushSubscription[] } | null> {
  const now = clock.now()
  const agent = await findAgent(tx, agentId)
  const user = agent && (await findUser(tx, agent.userId))
  const subscription = await findSubscription(tx, agentId, subscriptionId)
  if (!agent || !user || !subscription) return null
  const called = await calledAppointment(tx, actorOf(agent, tx.organisationId), { id: appointmentId, call, now })
  if (!called || !isTold(await readSettings(tx, agentId), { kind: 'appointment', way: 'push', now })) return null
  // What was taken from somebody is no longer theirs to open.
  const opened = call === 'taken' ? '' : `&open=${appointmentId}`
  const message: PushMessage = {
    act: 'show',
    tag: appointmentId,
    title: pushWords(user.locale).appointment[call](called.name),
    body: whenIn(called, user.locale),
    url: new URL(`/appointments?organisation=${tx.organisationId}${opened}`, publicUrl).href,
    locale: user.locale,
  }
  return { message, subscriptions: [subscription] }
}

const whenIn = ({ startsAt, zone }: { startsAt: Date; zone: string }, locale: Locale): string =>
  withFirst(
    new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full', timeStyle: 'short' }).format(startsAt),
    locale,
  )
