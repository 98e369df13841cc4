import type { ChannelTexts } from '#contract/channels.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import type { OpeningHours } from '#contract/opening.ts'
import type { ChannelSettings } from './channel.ts'

/** A channel's settings, as the journal tells them: lists of what stands there, in codes that its page reads out. */
export const inWords = (settings: ChannelSettings): JournalChanges => ({
  name: settings.name,
  sites: settings.sites,
  colour: settings.colour,
  position: `${settings.position.side} ${settings.position.sidePx} ${settings.position.bottomPx}`,
  languages: settings.languages,
  titles: said(settings, 'title'),
  greetings: said(settings, 'greeting'),
  awayTexts: said(settings, 'away'),
  hours: hoursOf(settings.hours),
  closedDays: settings.hours.closedDays.map(({ date, label }) => `${date} ${label}`.trim()),
  whenNobody: settings.whenNobody,
  ratingQuestions: said(settings, 'rating'),
  asksRating: settings.asksRating,
})

const said = ({ languages, texts }: ChannelSettings, part: keyof ChannelTexts): string[] =>
  languages.flatMap((language) => (texts[language]?.[part] ? [`${language} ${texts[language][part]}`] : []))

/** `always`, or the zone, then each open day by its number from Monday: "1 09:00-12:00 14:00-18:00". */
function hoursOf({ opens, zone, week }: OpeningHours): string | string[] {
  if (opens === 'always') return 'always'
  const days = week.map((day) => day.map(({ fromMinute, toMinute }) => `${timeOf(fromMinute)}-${timeOf(toMinute)}`))
  return [zone, ...days.flatMap((day, index) => (day.length > 0 ? [`${index + 1} ${day.join(' ')}`] : []))]
}

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
