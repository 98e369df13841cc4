import * as z from 'zod'
import { AppointmentId, OrganisationId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { minuteMs } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { findAgent, nameForVisitors } from '../../agents/index.ts'
import { writeConfidentialLetter } from '../../letters/index.ts'
import { organisationName } from '../../organisations/index.ts'
import type { Reason } from '../reasons/index.ts'
import { findReason } from '../reasons/index.ts'
import { type Appointment, isUpcoming, scopeOf } from './appointment.ts'
import { appointmentsChanged } from './events.ts'
import { type Around, appointmentLetter, type Telling } from './letter.ts'
import { textIn } from './present.ts'
import { lockAppointment } from './store.ts'

export type TellingNeeds = Pick<Platform, 'events' | 'clock' | 'ids' | 'jobs' | 'publicUrl'> & { mailFrom: string }

/**
 * Tells of a change, in its transaction: calendars that are looked at, the visitor by letter, and, of a new time, the reminders
 * to come. `telling` is null for what the visitor has no use for.
 */
export async function tellChange(
  tx: OrganisationTransaction,
  change: { before: Appointment | null; after: Appointment; reason: Reason; telling: Telling | null },
  needs: TellingNeeds,
): Promise<void> {
  const { before, after, reason, telling } = change
  needs.events.append(tx, appointmentsChanged([...(before ? [scopeOf(before)] : []), scopeOf(after)]))
  if (telling === null) return
  await writeToVisitor(tx, after, { reason, telling }, needs)
  if (telling === 'booked' || telling === 'moved' || telling === 'reassigned')
    await remindLater(tx, after, reason, needs)
}

async function writeToVisitor(
  tx: OrganisationTransaction,
  appointment: Appointment,
  { reason, telling }: { reason: Reason; telling: Telling },
  needs: TellingNeeds,
): Promise<void> {
  if (appointment.email === '') return
  const letter = appointmentLetter(appointment, telling, await aroundOf(tx, appointment, reason, needs))
  // Of no use once it has begun; what is cancelled is worth telling until then too.
  await writeConfidentialLetter(tx, { to: appointment.email, usefulUntil: appointment.startsAt, ...letter }, needs)
}

/** What letters and calendars outside say around an appointment. */
export async function aroundOf(
  tx: OrganisationTransaction,
  appointment: Appointment,
  reason: Pick<Reason, 'texts'>,
  { publicUrl, mailFrom }: Pick<TellingNeeds, 'publicUrl' | 'mailFrom'>,
): Promise<Around> {
  const agent = await findAgent(tx, appointment.agent.id)
  const organisation = await organisationName(tx)
  return {
    locale: localeOf(appointment),
    organisation,
    title: textIn(reason, appointment.language).title,
    agentName: agent ? nameForVisitors(agent) : appointment.agent.name,
    link: linkTo(appointment, publicUrl),
    organiser: { name: organisation, email: addressOf(mailFrom) },
    host: publicUrl.hostname,
  }
}

/** Of `Comptoir <comptoir@verdier.example>`, the address. */
export const addressOf = (mailFrom: string): string => /<([^>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom

/** The secret stands behind the #: no server on the way writes it down. */
export const linkTo = ({ linkToken }: Pick<Appointment, 'linkToken'>, publicUrl: URL): string =>
  new URL(`/appointment#${linkToken}`, publicUrl).href

const localeOf = ({ language }: Appointment): Locale => (language.split('-', 1)[0] === 'fr' ? 'fr' : 'en')

export const reminderJob = 'appointments.remind'
const Reminder = z.object({ organisationId: OrganisationId, id: AppointmentId, sequence: z.int() })

/** Each reminder is of one time: what moves it makes others. */
async function remindLater(
  tx: OrganisationTransaction,
  { id, startsAt, sequence }: Appointment,
  { reminders }: Reason,
  { jobs, clock }: TellingNeeds,
): Promise<void> {
  const { organisationId } = tx
  for (const minutes of reminders) {
    const startAfter = new Date(startsAt.getTime() - minutes * minuteMs)
    if (startAfter > clock.now()) await jobs.enqueue(tx, reminderJob, { organisationId, id, sequence }, { startAfter })
  }
}

/** The job: a reminder of a time that still stands. */
export async function remind(payload: unknown, needs: TellingNeeds & Pick<Platform, 'database'>): Promise<void> {
  const { organisationId, id, sequence } = Reminder.parse(payload)
  await needs.database.transaction(organisationId, async (tx) => {
    const appointment = await lockAppointment(tx, id)
    if (!appointment || appointment.sequence !== sequence || !isUpcoming(appointment, needs.clock.now())) return
    const reason = await findReason(tx, appointment.reasonId)
    if (reason) await writeToVisitor(tx, appointment, { reason, telling: 'reminder' }, needs)
  })
}

/** Registers the job. Before jobs start. */
export const appointmentReactions = (needs: TellingNeeds & Pick<Platform, 'database'>): void =>
  needs.jobs.work(reminderJob, (payload) => remind(payload, needs))
