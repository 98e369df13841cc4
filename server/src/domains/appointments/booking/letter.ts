import type { Locale } from '#contract/vocabulary.ts'
import { markup } from '#server/platform/markup.ts'
import { withFirst } from '#words/first-of-month.ts'
import { letterWords } from '#words/letters.ts'
import { type CalendarEntry, invitationFile } from '../calendar-file.ts'
import type { Appointment } from './appointment.ts'

/** What a letter about an appointment tells. */
export type Telling = 'booked' | 'moved' | 'reassigned' | 'cancelled' | 'reminder' | 'asked-to-move'

export interface Around {
  locale: Locale
  organisation: string
  /** What it is for, in the visitor's language. */
  title: string
  /** Who receives, as visitors read them. */
  agentName: string
  /** Where it is moved or cancelled. */
  link: string
  organiser: { name: string; email: string }
  /** Of this server: makes the entry's id the world's only one. */
  host: string
}

/** The letter, as text and as a page, with the file that enters, changes or takes out the one entry in its reader's calendar. */
export function appointmentLetter(
  appointment: Appointment,
  telling: Telling,
  around: Around,
): { subject: string; text: string; html: string; calendar: string } {
  const words = letterWords(around.locale).appointment
  const isOff = telling === 'cancelled'
  const why = appointment.cancelled?.why ?? ''
  const facts = [
    { name: words.what, value: around.title },
    { name: words.when, value: whenIn(appointment, around.locale) },
    { name: words.withWhom, value: around.agentName },
    ...(isOff ? [] : [{ name: words.place[appointment.place], value: whereOf(appointment, words.calledAt) }]),
  ].filter(({ value }) => value !== '')
  const parts = {
    subject: words.subject[telling](around.organisation),
    hello: words.hello(appointment.name),
    lead: words.lead[telling],
    why: isOff && why !== '' ? words.why(why) : null,
    facts,
    link: isOff ? null : { lead: telling === 'asked-to-move' ? words.otherTime : words.link, address: around.link },
    foot: isOff ? words.footCancelled(around.organisation) : words.foot(around.organisation),
  }
  const attendee = { name: appointment.name, email: appointment.email }
  return {
    subject: parts.subject,
    text: asText(parts, around.locale),
    html: asPage(parts, around.locale),
    calendar: invitationFile(entryOf(appointment, around), attendee),
  }
}

/** The world's only entry of it, in whatever calendar. `host`: of this server. */
export const uidOf = ({ id }: Pick<Appointment, 'id'>, host: string): string => `appointment-${id}@${host}`

/** The entry that calendars outside keep of it. */
export const entryOf = (
  appointment: Appointment,
  around: Omit<Around, 'locale'> & { locale: Locale },
): CalendarEntry => ({
  uid: uidOf(appointment, around.host),
  sequence: appointment.sequence,
  from: appointment.startsAt,
  to: appointment.endsAt,
  changedAt: appointment.changedAt,
  title: letterWords(around.locale).appointment.entry(around.title, around.organisation),
  description: around.agentName,
  location: appointment.place === 'phone' ? appointment.phone : appointment.placeDetail,
  link: appointment.cancelled ? null : around.link,
  organiser: around.organiser,
  cancelled: appointment.cancelled !== null,
})

/** "lundi 24 novembre 2026, 09:00 – 09:30 (heure d’Europe centrale)": by the visitor's clocks. */
function whenIn({ startsAt, endsAt, zone }: Appointment, locale: Locale): string {
  const date = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full' })
  const day = (at: Date) => withFirst(date.format(at), locale)
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' })
  const named = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(startsAt)
  const zoneName = named.find(({ type }) => type === 'timeZoneName')?.value ?? zone
  const end = day(startsAt) === day(endsAt) ? time.format(endsAt) : `${day(endsAt)}, ${time.format(endsAt)}`
  return `${day(startsAt)}, ${time.format(startsAt)} – ${end} (${zoneName})`
}

const whereOf = ({ place, placeDetail, phone }: Appointment, calledAt: (phone: string) => string): string =>
  place === 'phone' ? (phone === '' ? '' : calledAt(phone)) : placeDetail

interface Parts {
  subject: string
  hello: string
  lead: string
  why: string | null
  facts: readonly { name: string; value: string }[]
  link: { lead: string; address: string } | null
  foot: string
}

/** Values of several lines are set in, so that nobody's words can pose as the letter's. */
function asText({ hello, lead, why, facts, link, foot }: Parts, locale: Locale): string {
  const colon = locale === 'fr' ? '\u00a0:' : ':'
  const told = facts.map(({ name, value }) => `${name}${colon} ${value.replaceAll('\n', '\n    ')}`)
  return [
    hello,
    lead,
    ...(why === null ? [] : [why.replaceAll('\n', '\n    ')]),
    told.join('\n'),
    ...(link === null ? [] : [`${link.lead}\n${link.address}`]),
    `--\n${foot}`,
  ]
    .join('\n\n')
    .concat('\n')
}

const asPage = ({ subject, hello, lead, why, facts, link, foot }: Parts, locale: Locale): string =>
  markup`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="margin:0;padding:24px 16px;font:15px/1.5 system-ui,sans-serif">
<div style="max-width:600px;margin:0 auto">
<p style="margin:0 0 16px" dir="auto">${hello}</p>
<p style="margin:0 0 16px">${lead}</p>
${why !== null && markup`<p style="margin:0 0 16px;white-space:pre-wrap;overflow-wrap:anywhere" dir="auto">${why}</p>`}
<table style="border-collapse:collapse;margin:0 0 24px">
${facts.map(
  ({ name, value }) =>
    markup`<tr><th style="text-align:left;vertical-align:top;padding:4px 16px 4px 0;font-weight:600">${name}</th><td style="padding:4px 0;white-space:pre-wrap;overflow-wrap:anywhere" dir="auto">${value}</td></tr>
`,
)}</table>
${
  link !== null &&
  markup`<p style="margin:0 0 24px">${link.lead}<br><a href="${link.address}" style="overflow-wrap:anywhere">${link.address}</a></p>`
}
<p style="margin:32px 0 0;font-size:13px" dir="auto">${foot}</p>
</div>
</body>
</html>
`.text
