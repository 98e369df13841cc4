import type { ConversationId, VisitorId } from '#contract/ids.ts'
import type { AppointmentNotice } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { findAgent, nameForVisitors } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { type Conversation, lockConversation, tellOfAppointments } from '../../conversations/index.ts'
import { introduce, type Visitor } from '../../visitors/index.ts'
import type { Reason } from '../reasons/index.ts'
import type { Appointment } from './appointment.ts'
import { calledBy } from './calls.ts'
import { appointmentCalled } from './events.ts'
import type { Telling } from './letter.ts'
import { insertAppointment, saveAppointment } from './store.ts'
import { type TellingNeeds, tellChange } from './tell.ts'

/** What became of an appointment. */
export interface AppointmentChange {
  /** Null: it is new. */
  before: Appointment | null
  after: Appointment
  reason: Reason
  /** Null: what its visitor has no use for. */
  telling: Telling | null
}

const notices: Partial<Record<Telling, AppointmentNotice>> = {
  booked: 'appointment-booked',
  moved: 'appointment-moved',
  cancelled: 'appointment-cancelled',
  reassigned: 'appointment-reassigned',
}

/**
 * Writes what became of appointments and tells of it: the calendars that are looked at, whoever receives, the visitors, and the
 * conversations they stand in. Whoever books is known by the name they gave, where none was. `by` null: the visitor did it.
 *
 * Conversations are held before a time is given: whoever waits until somebody else was given it, or was not, must not hold one that
 * they in turn wait for.
 */
export async function commitAppointments(
  tx: OrganisationTransaction,
  changes: readonly AppointmentChange[],
  by: Actor | null,
  needs: TellingNeeds,
): Promise<void> {
  const threads = await holdThreads(tx, changes)
  for (const { before, after } of changes) await (before ? saveAppointment : insertAppointment)(tx, after)
  const introduced = await introduceNew(tx, changes)
  for (const change of changes) {
    await tellChange(tx, change, needs)
    for (const called of calledBy(change, by?.agentId ?? null))
      needs.events.append(tx, appointmentCalled(change.after, called))
  }
  for (const { conversation, told } of threads) {
    const visitor = introduced.get(conversation.visitor.id) ?? conversation.visitor
    const notices = await Promise.all(told.map((one) => noticeOf(tx, one)))
    tellOfAppointments(tx, { ...conversation, visitor }, { by, told: notices }, needs)
  }
}

/** Visitors who book, as they are named from now on. */
async function introduceNew(
  tx: OrganisationTransaction,
  changes: readonly AppointmentChange[],
): Promise<Map<VisitorId, Visitor>> {
  const introduced = new Map<VisitorId, Visitor>()
  for (const { before, after } of changes) {
    if (before || after.visitorId === null) continue
    const { visitorId, name, email, phone } = after
    introduced.set(visitorId, await introduce(tx, visitorId, { name, email: email || null, phone: phone || null }))
  }
  return introduced
}

interface Thread {
  conversation: Conversation
  told: { after: Appointment; notice: AppointmentNotice }[]
}

/** The conversations that are told, held in the order of their ids. */
async function holdThreads(tx: OrganisationTransaction, changes: readonly AppointmentChange[]): Promise<Thread[]> {
  const toldIn = new Map<ConversationId, Thread['told']>()
  for (const { after, telling } of changes) {
    const notice = telling && notices[telling]
    if (!notice || after.conversationId === null) continue
    toldIn.set(after.conversationId, [...(toldIn.get(after.conversationId) ?? []), { after, notice }])
  }
  const threads: Thread[] = []
  for (const [id, told] of [...toldIn].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const conversation = await lockConversation(tx, id)
    if (conversation) threads.push({ conversation, told })
  }
  return threads
}

async function noticeOf(tx: OrganisationTransaction, { after, notice }: Thread['told'][number]) {
  const { id, startsAt, agent } = after
  const receiver = await findAgent(tx, agent.id)
  const shownName = receiver ? nameForVisitors(receiver) : agent.name
  return { notice, appointment: { id, startsAt: startsAt.toISOString(), agent: { ...agent, shownName } } }
}
