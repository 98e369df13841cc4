import type { MessageForVisitor } from '#contract/messages.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { type Markup, markup } from '#server/platform/markup.ts'
import { withFirst } from '#words/first-of-month.ts'
import { letterWords } from '#words/letters.ts'
import { widgetWords } from '#words/widget.ts'
import type { Talk } from './present-talk.ts'

interface Reading {
  organisation: string
  locale: Locale
  /** By whose clocks: an IANA name. */
  zone: string
}

/** What happened within one day there. */
interface Day {
  name: string
  lines: Line[]
}

interface Line {
  time: string
  /** Null: a notice. */
  author: string | null
  text: string
  files: readonly string[]
}

/** The letter of a talk: who said what when, as text and as a page. Text is text in both. */
export function transcriptLetter(talk: Talk, reading: Reading): { subject: string; text: string; html: string } {
  const words = letterWords(reading.locale).transcript
  const days = daysOf(talk.messages, reading)
  const head = {
    title: words.title(reading.organisation),
    zone: words.zone(zoneIn(reading, talk.messages.at(-1)?.sentAt)),
    cut: talk.cut ? words.cut : null,
    foot: words.foot(reading.organisation),
  }
  return { subject: head.title, text: asText(head, days, words.file), html: asPage(head, days, words.file, reading) }
}

interface Head {
  title: string
  zone: string
  cut: string | null
  foot: string
}

type FileWords = (name: string) => string

function daysOf(messages: readonly MessageForVisitor[], { locale, zone }: Reading): Day[] {
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full' })
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' })
  const days: Day[] = []
  for (const message of messages) {
    const at = new Date(message.sentAt)
    const name = day.format(at)
    const line = { time: time.format(at), ...saidIn(message, { locale, zone }) }
    const last = days.at(-1)
    if (last?.name === name) last.lines.push(line)
    else days.push({ name, lines: [line] })
  }
  return days
}

/** As the widget says it. */
function saidIn(
  { author, notice, subject, appointment, text, files }: MessageForVisitor,
  { locale, zone }: Pick<Reading, 'locale' | 'zone'>,
): Omit<Line, 'time'> {
  const words = widgetWords[locale]
  const agent = author.kind === 'agent' ? author.name : null
  if (notice !== null) {
    const when = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full', timeStyle: 'short' })
    const on = appointment ? withFirst(when.format(new Date(appointment.startsAt)), locale) : ''
    return { author: null, text: words.notice[notice](appointment?.agent ?? subject ?? agent, on), files: [] }
  }
  return { author: agent ?? words.you, text, files: files.map(({ name }) => name) }
}

/** "Europe/Paris (UTC+1)", as it was then. */
function zoneIn({ locale, zone }: Reading, at: string | undefined): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
    at === undefined ? 0 : new Date(at),
  )
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value
  return offset === undefined || offset === zone ? zone : `${zone.replaceAll('_', ' ')} (${offset})`
}

/** Every line of what was said is set in, so that nobody's words can pose as another's. */
function asText({ title, zone, cut, foot }: Head, days: readonly Day[], file: FileWords): string {
  const written = days.map(({ name, lines }) => {
    const said = lines.map(({ time, author, text, files }) => {
      if (author === null) return `${time}  * ${text}`
      const all = [...(text === '' ? [] : text.split('\n')), ...files.map(file)]
      return [`${time}  ${author}`, ...all.map((line) => `    ${line}`.trimEnd())].join('\n')
    })
    return [`-- ${name} --`, ...said].join('\n\n')
  })
  return [title, zone, ...(cut === null ? [] : [cut]), ...written, `--\n${foot}`].join('\n\n').concat('\n')
}

function asPage({ title, zone, cut, foot }: Head, days: readonly Day[], file: FileWords, { locale }: Reading): string {
  return markup`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body style="margin:0;padding:24px 16px;font:15px/1.5 system-ui,sans-serif">
<div style="max-width:600px;margin:0 auto">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 8px" dir="auto">${title}</h1>
<p style="margin:0 0 16px;font-size:13px">${zone}</p>
${cut !== null && markup`<p style="margin:0 0 16px;font-size:13px">${cut}</p>`}
${days.map(
  ({ name, lines }) =>
    markup`<h2 style="font-size:13px;margin:24px 0 12px">${name}</h2>
${lines.map((line) => (line.author === null ? noticeOnPage(line) : wordsOnPage(line, line.author, file)))}`,
)}
<p style="margin:32px 0 0;font-size:13px" dir="auto">${foot}</p>
</div>
</body>
</html>
`.text
}

const noticeOnPage = ({ time, text }: Line): Markup =>
  markup`<p style="margin:0 0 12px;font-size:13px;font-style:italic">${time} · ${text}</p>
`

const wordsOnPage = ({ time, text, files }: Line, author: string, file: FileWords): Markup =>
  markup`<div style="margin:0 0 12px;padding-left:12px;border-left:3px solid #0f6b4f">
<p style="margin:0;font-size:13px"><b dir="auto">${author}</b> · ${time}</p>
${text !== '' && markup`<p style="margin:0;white-space:pre-wrap;overflow-wrap:anywhere" dir="auto">${text}</p>`}
${files.map((name) => markup`<p style="margin:0" dir="auto">${file(name)}</p>`)}
</div>
`
