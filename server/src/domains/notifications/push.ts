import * as z from 'zod'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { AgentId, AppointmentId, ConversationId, OrganisationId, PushSubscriptionId } from '#contract/ids.ts'
import type { PushMessage } from '#contract/notifications.ts'
import { isTold } from '#contract/quiet-hours.ts'
import { appointmentCalls, notificationKinds } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { pushWords } from '#words/push.ts'
import { findUser, sessionStands } from '../accounts/index.ts'
import { actorOf, findAgent } from '../agents/index.ts'
import { conversationAsSeen } from '../conversations/index.ts'
import { stillCalls } from './notification.ts'
import type { PushSender } from './post-push.ts'
import { prepareAppointment } from './push-appointment.ts'
import {
  deleteSubscription,
  listSubscriptions,
  markShown,
  type PushSubscription,
  readSettings,
  readShownTo,
  takeShown,
} from './store.ts'

export const pushJob = 'notifications.push'

const to = { organisationId: OrganisationId, agentId: AgentId, conversationId: ConversationId }
const PushJob = z.discriminatedUnion('act', [
  z.object({ act: z.literal('show'), ...to, kind: z.enum(notificationKinds).exclude(['appointment']), seq: z.int() }),
  z.object({ act: z.literal('clear'), ...to }),
  // For one browser: nothing is kept of what stands there, and those that took it are not told again for one that was away.
  z.object({
    act: z.literal('show-appointment'),
    organisationId: OrganisationId,
    agentId: AgentId,
    subscriptionId: PushSubscriptionId,
    appointmentId: AppointmentId,
    call: z.enum(appointmentCalls),
  }),
])
/** Nothing but who, where and why: what is said of it is read when it is pushed, as its reader may see it then. */
export type PushJob = z.infer<typeof PushJob>
type Show = Extract<PushJob, { act: 'show' }>
export type AppointmentJob = Extract<PushJob, { act: 'show-appointment' }>

export type PushNeeds = Pick<Platform, 'database' | 'clock' | 'log' | 'publicUrl'> & { send: PushSender }

/** The job: tells one agent's browsers of one thing, or takes it away again. A throw means again, for those that were away. */
export async function push(payload: unknown, needs: PushNeeds): Promise<void> {
  const job = PushJob.parse(payload)
  if (job.act === 'show') return show(job, needs)
  return job.act === 'clear' ? clear(job, needs) : showAppointment(job, needs)
}

async function showAppointment(job: AppointmentJob, needs: PushNeeds): Promise<void> {
  const ready = await needs.database.transaction(job.organisationId, (tx) => prepareAppointment(tx, job, needs))
  const away = ready ? await sendTo(ready.subscriptions, ready.message, { ...job, needs }) : 0
  if (away > 0) throw again()
}

const again = () => new Error('a push service asks to come again')

async function show(job: Show, needs: PushNeeds): Promise<void> {
  const { organisationId, agentId, conversationId, seq } = job
  const { database, clock } = needs
  const ready = await database.transaction(organisationId, (tx) => prepare(tx, job, needs))
  if (!ready) return
  const away = await sendTo(ready.subscriptions, ready.message, {
    ...{ organisationId, agentId, needs },
    onTaken: (tx, id) => markShown(tx, { id, now: clock.now() }, { conversationId, seq }),
  })
  if (away > 0) throw again()
}

async function clear(job: Extract<PushJob, { act: 'clear' }>, needs: PushNeeds): Promise<void> {
  const { organisationId, agentId, conversationId } = job
  const subscriptions = await needs.database.transaction(organisationId, async (tx) => {
    const stood = await takeShown(tx, job)
    return (await listSubscriptions(tx, agentId)).filter(({ id }) => stood.includes(id))
  })
  // Whoever was away is not asked again: a notification that lingers tells nothing new.
  await sendTo(subscriptions, { act: 'clear', tag: conversationId }, { organisationId, agentId, needs })
}

/** What is pushed, and to which browsers that do not show it yet. Null: it no longer calls, or they do not want to be told. */
async function prepare(
  tx: OrganisationTransaction,
  job: Show,
  { clock, publicUrl }: PushNeeds,
): Promise<{ message: PushMessage; subscriptions: PushSubscription[] } | null> {
  const { agentId, conversationId, kind, seq } = job
  const agent = await findAgent(tx, agentId)
  if (!agent || (isForWhoeverIsThere(kind) && agent.availability === 'away')) return null
  const conversation = await conversationAsSeen(tx, actorOf(agent, tx.organisationId), conversationId)
  if (!conversation || !stillCalls(kind, { seq, me: agentId }, conversation)) return null
  if (!isTold(await readSettings(tx, agentId), { kind, way: 'push', now: clock.now() })) return null
  const [subscriptions, shown, user] = [
    await listSubscriptions(tx, agentId),
    await readShownTo(tx, job),
    await findUser(tx, agent.userId),
  ]
  if (!user) return null
  const words = pushWords(user.locale)
  const message: PushMessage = {
    act: 'show',
    tag: conversationId,
    title: words[kind](conversation.visitor.name ?? conversation.visitor.email),
    body: lastWords(conversation.lastMessage, words),
    url: new URL(`/conversations/${conversationId}?organisation=${tx.organisationId}`, publicUrl).href,
    locale: user.locale,
  }
  return { message, subscriptions: subscriptions.filter(({ id }) => (shown.get(id) ?? 0) < seq) }
}

/** What the notification shows below its title: the last words, or what came without any. */
function lastWords(last: ConversationForAgent['lastMessage'], words: ReturnType<typeof pushWords>): string {
  if (!last) return ''
  return last.text || (last.files ? words.files(last.files.count, last.files.first) : '')
}

const isForWhoeverIsThere = (kind: Show['kind']): boolean => kind === 'waiting' || kind === 'offered'

interface Sending {
  organisationId: OrganisationId
  agentId: AgentId
  needs: PushNeeds
  onTaken?: (tx: OrganisationTransaction, id: PushSubscriptionId) => Promise<void>
}

/** Sends to each browser whose sign-in still stands; what no longer wants any is forgotten. Returns how many were away. */
async function sendTo(
  subscriptions: readonly PushSubscription[],
  message: PushMessage,
  { organisationId, agentId, needs, onTaken }: Sending,
): Promise<number> {
  const { database, log, send } = needs
  const stands = sessionStands(needs)
  let away = 0
  for (const subscription of subscriptions) {
    const outcome = (await stands(subscription)) ? await send(message, subscription) : 'gone'
    if (outcome === 'later') away += 1
    if (outcome === 'taken' && onTaken) await database.transaction(organisationId, (tx) => onTaken(tx, subscription.id))
    if (outcome === 'gone' || outcome === 'refused')
      await database.transaction(organisationId, (tx) => deleteSubscription(tx, agentId, subscription.id))
    if (outcome === 'refused') log.warn({ subscription: subscription.id }, 'notifications: a push service refused')
  }
  return away
}
