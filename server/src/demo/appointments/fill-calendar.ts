import type { BookingId, ReasonId } from '#contract/ids.ts'
import { dayMs, momentsOf } from '#contract/wall-clock.ts'
import type { Appointment } from '#server/domains/appointments/booking/appointment.ts'
import { type BookingNeeds, bookByAgent, bookByVisitor } from '#server/domains/appointments/booking/book.ts'
import { freeTimes } from '#server/domains/appointments/booking/free-times.ts'
import { cancelAppointment, concludeAppointment } from '#server/domains/appointments/booking/keep.ts'
import { findReason } from '#server/domains/appointments/index.ts'
import type { Actor } from '#server/domains/callers.ts'
import { uuid7 } from '#server/platform/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { type CastKey, organisationName, site, visitorHours } from '../cast.ts'
import { emailOf, type Guest, voices } from '../fill-slots.ts'
import { nextWithin } from '../hours.ts'
import { type Stage, visitorOn } from '../play-talk.ts'
import type { Random } from '../random.ts'
import { today, zoneOf } from './clocks.ts'
import { type ReasonKey, reasons } from './reasons.ts'
import { receivers } from './receivers.ts'

interface Filling {
  stage: Stage
  reasons: Record<ReasonKey, ReasonId>
  needs: Platform
}

const hourMs = 60 * 60 * 1000
/** Days around now. */
const span = { from: -11, to: 16 }

/** What was booked with somebody of the cast, day by day, and what came of it. */
export async function fillCalendar(key: CastKey, random: Random, filling: Filling): Promise<void> {
  const receiver = receivers[key]
  if (!receiver) return
  const { fill, takes, mostADay = 4 } = receiver
  for (let day = span.from; day <= span.to; day++)
    for (let count = 0; count < mostADay && random.chance(fill); count++) {
      const what = random.weigh(takes)
      // No zone of theirs skips a midnight.
      const [from] = momentsOf(zoneOf(key), today(key, filling.needs) + day * dayMs)
      if (from !== undefined) await bookOne({ key, what, from }, random, filling)
    }
}

/** In one of the times that are free on a day, as of when it would have been booked; none, where none is. */
async function bookOne(
  { key, what, from }: { key: CastKey; what: ReasonKey; from: number },
  random: Random,
  { stage, reasons: made, needs }: Filling,
): Promise<void> {
  const { shop, words } = reasons[what]
  const actor = stage.actors[key]
  const now = needs.clock.now().getTime()
  const asked = nextWithin(
    Math.min(from - random.whole(1, 6) * dayMs, now - random.whole(2, 60) * hourMs),
    visitorHours(shop),
  )
  const then = new Date(Math.min(asked, now - 1))
  const free = await timesOn(from, { actor, reasonId: made[what], needs: at(then, needs) })
  if (free.length === 0) return
  const startsAt = random.pick(free)
  const language = shop === 'nantes' ? 'fr' : 'en'
  const guest: Guest = {
    firstName: random.pick(voices[language].firstNames),
    surname: random.pick(voices[language].surnames),
    isNamed: true,
  }
  const wish = {
    // What a device would have made.
    bookingId: uuid7() as BookingId,
    reasonId: made[what],
    agentId: actor.agentId,
    startsAt: new Date(startsAt).toISOString(),
    name: `${guest.firstName} ${guest.surname}`,
    phone: phoneOf[language](random),
    words: random.pick(words),
    language,
    zone: language === 'fr' ? 'Europe/Paris' : 'Europe/London',
  }
  const ofThen = at(then, needs)
  // Nothing of a demo leaves by mail: with a mail server, what tells visitors of theirs would.
  const isByVisitor = startsAt > now && !needs.mailer && reasons[what].settings.visitorsChoose && random.chance(0.35)
  const { appointment } = isByVisitor
    ? await bookByVisitor(
        visitorOn(stage.channels[shop], hashToken(newToken()), stage),
        { ...wish, email: emailOf(guest) },
        ofThen,
      )
    : await bookByAgent(actor, { ...wish, email: null, despite: [], conversationId: null }, ofThen)
  await live(appointment, { by: actor, now, bookedAt: then.getTime() }, random, needs)
}

/** When somebody is free on a day, as of then. */
export const timesOn = (
  from: number,
  { actor, reasonId, needs }: { actor: Actor; reasonId: ReasonId; needs: BookingNeeds },
): Promise<number[]> =>
  needs.database.transaction(actor.organisationId, async (tx) => {
    const reason = await findReason(tx, reasonId)
    if (!reason) return []
    const asked = { window: { from, to: from + dayMs }, agentId: actor.agentId, now: needs.clock.now() }
    return (await freeTimes(tx, reason, asked)).map((slot) => slot.from)
  })

/** Some are called off; those that are over were honoured, mostly. */
async function live(
  { id, version, startsAt, endsAt }: Appointment,
  { by, now, bookedAt }: { by: Actor; now: number; bookedAt: number },
  random: Random,
  needs: Platform,
): Promise<void> {
  const of = { appointmentId: id, version }
  if (random.chance(0.08)) {
    const soon = Math.min(bookedAt + 5 * hourMs, startsAt.getTime() - 1, now)
    await cancelAppointment(by, { ...of, why: '' }, at(new Date(soon), needs))
  } else if (endsAt.getTime() < now) {
    const state = random.chance(0.88) ? ('honoured' as const) : ('missed' as const)
    await concludeAppointment(by, { ...of, state }, at(endsAt, needs))
  }
}

/** As of then. */
export const at = (then: Date, needs: Platform): BookingNeeds => ({
  ...needs,
  clock: { now: () => then },
  mailFrom: `${organisationName} <bonjour@${site}>`,
})

/** Numbers that are kept for stories, and ring nowhere. */
export const phoneOf = {
  fr: (random: Random): string => `06 39 98 ${pair(random)} ${pair(random)}`,
  en: (random: Random): string => `07700 9000${pair(random)}`,
}

const pair = (random: Random): string => String(random.whole(0, 99)).padStart(2, '0')
