import type { ReasonForAgent, ReasonSettings, ReasonText } from '#contract/appointments/reasons.ts'
import type { AgentId, SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { AppointmentPlace } from '#contract/vocabulary.ts'
import type { ReasonWords } from '#words/reasons.ts'

export const noticeUnits = ['minutes', 'hours', 'days'] as const
export type NoticeUnit = (typeof noticeUnits)[number]
const minutesPer: Record<NoticeUnit, number> = { minutes: 1, hours: 60, days: 1_440 }

/** A reason as its form holds it: some of it is not yet what could be saved. */
export interface ReasonWish extends Record<string, unknown> {
  /** Of a new one. */
  subAccountId: SubAccountId | null
  name: string
  texts: readonly ReasonText[]
  colour: string
  place: AppointmentPlace
  placeDetail: string
  minutes: number | null
  everyMinutes: number | null
  beforeMinutes: number | null
  afterMinutes: number | null
  noticeCount: number | null
  noticeUnit: NoticeUnit
  aheadDays: number | null
  /** Minutes before the beginning. */
  reminders: readonly number[]
  whoTakes: 'all' | 'some'
  takerIds: readonly AgentId[]
  visitorsChoose: boolean
}

/** As the theme has them, so that they stand well beside each other. */
export const colours = ['#0f6b4f', '#2a5bb8', '#8a5a00', '#6a47b0', '#9c4221', '#a3316b', '#0b6b7a', '#5e594f'] as const

/** Half an hour, an hour, three, a day, two, a week. */
const usualReminders = [30, 60, 180, 1_440, 2_880, 10_080]

/** Those to choose among: the usual ones, and whatever else is chosen. */
export const offeredReminders = (chosen: readonly number[]): number[] =>
  [...new Set([...usualReminders, ...chosen])].sort((one, other) => one - other)

/** A new one, in the language its maker speaks, of a colour that the others leave. */
export const newReason = (
  language: string,
  { subAccountId, others }: { subAccountId: SubAccountId | null; others: readonly { colour: string }[] },
): ReasonWish => ({
  subAccountId,
  name: '',
  texts: [{ language, title: '', description: '' }],
  colour: colours.find((colour) => !others.some((other) => other.colour === colour)) ?? colours[0],
  place: 'on-site',
  placeDetail: '',
  minutes: 30,
  everyMinutes: 30,
  beforeMinutes: 0,
  afterMinutes: 0,
  noticeCount: 12,
  noticeUnit: 'hours',
  aheadDays: 60,
  reminders: [1_440],
  whoTakes: 'all',
  takerIds: [],
  visitorsChoose: false,
})

export function wishOf(reason: ReasonForAgent): ReasonWish {
  const { noticeMinutes } = reason
  const noticeUnit = [...noticeUnits].reverse().find((unit) => noticeMinutes % minutesPer[unit] === 0) ?? 'minutes'
  const unit = noticeMinutes === 0 ? 'hours' : noticeUnit
  return {
    subAccountId: reason.subAccountId,
    name: reason.name,
    texts: reason.texts,
    colour: reason.colour,
    place: reason.place,
    placeDetail: reason.placeDetail,
    minutes: reason.minutes,
    everyMinutes: reason.everyMinutes,
    beforeMinutes: reason.beforeMinutes,
    afterMinutes: reason.afterMinutes,
    noticeCount: noticeMinutes / minutesPer[unit],
    noticeUnit: unit,
    aheadDays: reason.aheadDays,
    reminders: reason.reminders,
    whoTakes: reason.takerIds === null ? 'all' : 'some',
    takerIds: reason.takerIds ?? [],
    visitorsChoose: reason.visitorsChoose,
  }
}

/** What is sent. Asked of a wish without faults alone. */
export const settingsOf = (wish: ReasonWish): ReasonSettings => ({
  name: wish.name.trim(),
  texts: wish.texts.map(({ language, title, description }) => ({
    language,
    title: title.trim(),
    description: description.trim(),
  })),
  colour: wish.colour,
  place: wish.place,
  placeDetail: wish.place === 'phone' ? '' : wish.placeDetail.trim(),
  minutes: wish.minutes ?? 0,
  everyMinutes: wish.everyMinutes ?? 0,
  beforeMinutes: wish.beforeMinutes ?? 0,
  afterMinutes: wish.afterMinutes ?? 0,
  noticeMinutes: noticeOf(wish) ?? 0,
  aheadDays: wish.aheadDays ?? 0,
  reminders: [...wish.reminders],
  takerIds: wish.whoTakes === 'all' ? null : [...wish.takerIds],
  visitorsChoose: wish.visitorsChoose,
})

const noticeOf = ({ noticeCount, noticeUnit }: ReasonWish): number | null =>
  noticeCount === null ? null : noticeCount * minutesPer[noticeUnit]

export const mostNotice = (unit: NoticeUnit): number => Math.floor(limits.noticeMinutesMax / minutesPer[unit])

/** What cannot be saved, a sentence per field; `nameOf`: what a language is called. */
export function faultsOfWish(wish: ReasonWish, words: ReasonWords['form'], nameOf: (language: string) => string) {
  const number = (value: number | null, least: number, most: number) =>
    value === null || !Number.isInteger(value) || value < least || value > most
      ? words.needNumber(least, most)
      : undefined
  const length = (value: number | null) => number(value, limits.reasonMinutesMin, limits.reasonMinutesMax)
  const buffer = (value: number | null) => number(value, 0, limits.bufferMinutesMax)
  const untitled = wish.texts.find(({ title }) => title.trim() === '')
  return {
    name: wish.name.trim() === '' ? words.needName : undefined,
    texts: untitled && words.texts.need(nameOf(untitled.language)),
    placeDetail: faultOfPlace(wish, words),
    minutes: length(wish.minutes),
    everyMinutes: length(wish.everyMinutes),
    beforeMinutes: buffer(wish.beforeMinutes),
    afterMinutes: buffer(wish.afterMinutes),
    noticeCount: number(wish.noticeCount, 0, mostNotice(wish.noticeUnit)),
    aheadDays: number(wish.aheadDays, 1, limits.aheadDaysMax),
    takerIds: wish.whoTakes === 'some' && wish.takerIds.length === 0 ? words.needTaker : undefined,
  }
}

function faultOfPlace({ place, placeDetail }: ReasonWish, words: ReasonWords['form']): string | undefined {
  if (place === 'on-site') return placeDetail.trim() === '' ? words.needAddress : undefined
  if (place === 'video') return /^https:\/\/[^\s@/]+(\/\S*)?$/i.test(placeDetail.trim()) ? undefined : words.needLink
  return undefined
}

/** The beginnings that are offered from nine o'clock on, as an example. */
export function exampleStarts(everyMinutes: number, tag: string): string[] {
  const nine = Date.UTC(2026, 0, 5, 9)
  return [0, 1, 2, 3].map((step) =>
    new Date(nine + step * everyMinutes * 60_000).toLocaleTimeString(tag, {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'UTC',
    }),
  )
}

/** The field of the form that a path in the body is about. */
export function fieldOf(path: string | undefined): string | undefined {
  const [first] = path?.split('.') ?? []
  return first === 'noticeMinutes' ? 'noticeCount' : first
}
