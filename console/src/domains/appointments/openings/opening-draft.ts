import type { OpeningWish } from '#contract/appointments/openings.ts'
import { dayMs, minuteMs, type WallTime } from '#contract/wall-clock.ts'
import type { OpeningWords } from '#words/openings.ts'
import { dateText, type Repeat, readRule, weekdayOf, writeRule } from './repeat.ts'

/** An opening or an absence as its form holds it: some are not yet what could be saved. */
export interface OpeningDraft extends Record<string, unknown> {
  kind: OpeningWish['kind']
  /** Absences alone: from midnight to midnight. */
  isWholeDays: boolean
  fromDate: string
  fromTime: string
  /** Of absences the day they end on; of whole days the last one. */
  toDate: string
  toTime: string
  /** Of openings, which have no other day to end on. */
  endsNextDay: boolean
  repeat: Repeat
  label: string
}

export const mostEvery = 99
export const mostCount = 999

export const wallOf = (date: string, time: string): WallTime => Date.parse(`${date}T${time}Z`)
const timeText = (wall: WallTime): string => new Date(wall).toISOString().slice(11, 16)

export function draftOf({ kind, from, to, rule, label }: OpeningWish): OpeningDraft {
  const [begins, ends] = [Date.parse(`${from}Z`), Date.parse(`${to}Z`)]
  const isWholeDays = kind === 'absence' && begins % dayMs === 0 && ends % dayMs === 0
  const lastDay = isWholeDays || isMidnightAfter(begins, ends) ? ends - dayMs : ends
  return {
    kind,
    isWholeDays,
    fromDate: dateText(begins),
    fromTime: isWholeDays ? '09:00' : timeText(begins),
    toDate: dateText(kind === 'absence' && !isWholeDays ? ends : lastDay),
    toTime: isWholeDays ? '18:00' : timeText(ends),
    endsNextDay: kind === 'opening' && !isMidnightAfter(begins, ends) && dateText(ends) !== dateText(begins),
    repeat: readRule(rule, begins),
    label,
  }
}

/** A new one on a day. */
export const newDraft = (kind: OpeningDraft['kind'], date: string): OpeningDraft => ({
  kind,
  isWholeDays: kind === 'absence',
  fromDate: date,
  fromTime: '09:00',
  toDate: date,
  toTime: kind === 'opening' ? '12:00' : '18:00',
  endsNextDay: false,
  repeat:
    kind === 'opening'
      ? { kind: 'weekly', every: 1, days: [weekdayOf(wallOf(date, '00:00'))], ending: null }
      : { kind: 'once' },
  label: '',
})

/** What is sent. Asked of a draft without faults alone. */
export function wishOf(draft: OpeningDraft): OpeningWish {
  const { from, to } = spanOf(draft)
  const { kind, repeat, label } = draft
  return { kind, from: wallText(from), to: wallText(to), rule: writeRule(repeat), label: label.trim() }
}

/** From when to when, the first time; not a number as long as a date or time is missing. */
export function spanOf(draft: OpeningDraft): { from: WallTime; to: WallTime } {
  const { kind, isWholeDays, fromDate, fromTime, toDate, toTime, endsNextDay } = draft
  if (isWholeDays) return { from: wallOf(fromDate, '00:00'), to: wallOf(toDate, '00:00') + dayMs }
  const from = wallOf(fromDate, fromTime)
  if (kind === 'absence') return { from, to: wallOf(toDate, toTime) }
  const to = wallOf(fromDate, toTime)
  // Midnight is the end of the day, as hours are written everywhere.
  return { from, to: to + (endsNextDay || toTime === '00:00' ? dayMs : 0) }
}

/** Whether an opening's end reads as if it came before its beginning: the day after may be meant. */
export const mayEndNextDay = ({ kind, fromTime, toTime, endsNextDay }: OpeningDraft): boolean =>
  kind === 'opening' && (endsNextDay || (toTime !== '' && toTime !== '00:00' && toTime <= fromTime))

/** Another first day: what repeats by it goes along. */
export function onDate(draft: OpeningDraft, fromDate: string): OpeningDraft {
  const next = { ...draft, fromDate, toDate: movedAlong(draft, fromDate) }
  if (fromDate === '' || draft.fromDate === '') return next
  const [before, after] = [weekdayOf(wallOf(draft.fromDate, '00:00')), weekdayOf(wallOf(fromDate, '00:00'))]
  const { repeat } = draft
  if (repeat.kind === 'weekly' && repeat.days.length === 1 && repeat.days[0] === before)
    return { ...next, repeat: { ...repeat, days: [after] } }
  if (repeat.kind === 'monthly' && 'day' in repeat.on && repeat.on.day === dateOfText(draft.fromDate))
    return { ...next, repeat: { ...repeat, on: { day: dateOfText(fromDate) } } }
  return next
}

const dateOfText = (text: string): number => Number(text.slice(8))

/** As long as before. */
function movedAlong({ fromDate, toDate }: OpeningDraft, nextDate: string): string {
  const by = wallOf(nextDate, '00:00') - wallOf(fromDate, '00:00')
  return Number.isNaN(by) || toDate === '' ? toDate || nextDate : dateText(wallOf(toDate, '00:00') + by)
}

/** Another way to come again, from what is chosen. */
export function repeating(kind: Repeat['kind'], { repeat, fromDate }: OpeningDraft): Repeat {
  if (kind === repeat.kind || kind === 'other') return repeat
  if (kind === 'once') return { kind }
  const start = fromDate === '' ? 0 : wallOf(fromDate, '00:00')
  const weekday = weekdayOf(start)
  const same =
    repeat.kind === 'once' || repeat.kind === 'other' ? { every: 1, ending: null } : { every: 1, ending: repeat.ending }
  if (kind === 'weekly') return { kind, days: [weekday], ...same }
  if (kind === 'monthly') return { kind, on: { nth: ranked(start), weekday }, ...same }
  return { kind, ...same }
}

/** The first, second, … of its weekday in its month; a fifth, which few months have, is the last. */
function ranked(wall: WallTime): number {
  const rank = Math.floor((new Date(wall).getUTCDate() - 1) / 7) + 1
  return rank === 5 ? -1 : rank
}

/** What cannot be saved, a sentence per field. */
export function faultsOfDraft(draft: OpeningDraft, words: OpeningWords['form']['faults']) {
  const { kind, isWholeDays, fromDate, fromTime, toDate, toTime, repeat } = draft
  const { from, to } = spanOf(draft)
  const needsTime = !isWholeDays
  const ends = isWholeDays || kind === 'absence' ? 'toDate' : 'toTime'
  return {
    fromDate: fromDate === '' ? words.date : undefined,
    fromTime: needsTime && fromTime === '' ? words.time : undefined,
    toDate:
      kind === 'absence' && toDate === '' ? words.date : ends === 'toDate' && to <= from ? words.backwards : undefined,
    toTime: needsTime && toTime === '' ? words.time : ends === 'toTime' && to <= from ? words.backwards : undefined,
    repeat: faultOfRepeat(repeat, from, words),
  }
}

function faultOfRepeat(repeat: Repeat, from: WallTime, words: OpeningWords['form']['faults']): string | undefined {
  if (repeat.kind === 'once' || repeat.kind === 'other') return undefined
  const { every, ending } = repeat
  if (every === null || every < 1 || every > mostEvery) return words.every(mostEvery)
  if (repeat.kind === 'weekly' && repeat.days.length === 0) return words.days
  if (ending && 'until' in ending) {
    if (ending.until === '') return words.date
    return wallOf(ending.until, '23:59') < from ? words.until : undefined
  }
  const count = ending?.count
  return count === null || (count !== undefined && (count < 1 || count > mostCount))
    ? words.count(mostCount)
    : undefined
}

/** Only once, instead of an opening that comes again: the day it is closed after all. */
export const closedFor = ({ from, to }: { from: WallTime; to: WallTime }): OpeningWish => ({
  kind: 'absence',
  from: wallText(from),
  to: wallText(to),
  rule: null,
  label: '',
})

const wallText = (wall: WallTime): string => new Date(wall).toISOString().slice(0, 16)
const isMidnightAfter = (from: WallTime, to: WallTime): boolean =>
  to % dayMs === 0 && to - from <= dayMs && to - from >= minuteMs
