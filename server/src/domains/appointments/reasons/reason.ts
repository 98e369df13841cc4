import type { ReasonSettings } from '#contract/appointments/reasons.ts'
import type { ReasonId, SubAccountId } from '#contract/ids.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import { limits } from '#contract/limits.ts'
import type { WhyNotFree } from '#contract/vocabulary.ts'
import { refusal } from '#server/platform/refusal.ts'
import { isSameName } from '#server/platform/same-name.ts'
import type { Agent } from '../../agents/index.ts'
import type { SlotRule } from '../slots/slots.ts'

/** What visitors of a sub-account book an appointment for. */
export interface Reason extends ReasonSettings {
  id: ReasonId
  subAccountId: SubAccountId
  version: number
  /** Null: offered. */
  archivedAt: Date | null
}

/** What it asks of the time it is booked in. */
export const slotRuleOf = (reason: Reason): SlotRule => ({
  minutes: reason.minutes,
  everyMinutes: reason.everyMinutes,
  before: reason.beforeMinutes,
  after: reason.afterMinutes,
  noticeMinutes: reason.noticeMinutes,
  aheadMinutes: reason.aheadDays * 24 * 60,
})

/**
 * Why somebody who belongs here does not receive for a reason, whatever the time; null: they do. Everybody is everybody of its
 * sub-account: who has all of them receives where they were chosen.
 */
export function whyUnfit(agent: Agent, { subAccountId, takerIds }: Reason): WhyNotFree | null {
  if (!agent.active) return 'inactive'
  if (!agent.modules.includes('appointments')) return 'no-module'
  if (agent.subAccountId !== null && agent.subAccountId !== subAccountId) return 'sub-account'
  const isTaker = takerIds === null ? agent.subAccountId !== null : takerIds.includes(agent.id)
  return isTaker ? null : 'reason'
}

/** Whether somebody may be chosen for reasons of a sub-account. Who is inactive for a while may: they receive once they are back. */
export const mayBeChosen = (agent: Agent, subAccountId: SubAccountId): boolean =>
  agent.modules.includes('appointments') && (agent.subAccountId === null || agent.subAccountId === subAccountId)

/** What was filled in, without what says nothing: an address for the phone, a reminder twice. @refuses reasons.place-missing */
export function settled(settings: ReasonSettings): ReasonSettings {
  const { place, placeDetail, reminders, takerIds } = settings
  if (place === 'on-site' && placeDetail === '') throw refusal('reasons.place-missing', { field: 'placeDetail' })
  if (place === 'video' && !isTalkLink(placeDetail)) throw refusal('reasons.place-missing', { field: 'placeDetail' })
  return {
    ...settings,
    placeDetail: place === 'phone' ? '' : placeDetail,
    reminders: [...new Set(reminders)].sort((one, other) => other - one),
    takerIds: takerIds && [...new Set(takerIds)],
  }
}

/** Visitors are sent there: nothing but a page, over an encrypted line, without somebody's password in its address. */
function isTalkLink(text: string): boolean {
  if (/\s/.test(text) || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return protocol === 'https:' && username === '' && password === ''
}

/** `others`: of its sub-account, archived ones too. @refuses reasons.name-taken */
export function refuseTakenName(others: readonly Reason[], name: string): void {
  if (others.some((other) => isSameName(other.name, name))) throw refusal('reasons.name-taken', { field: 'name' })
}

/** @refuses reasons.too-many */
export function refuseOneMore(others: readonly Reason[]): void {
  const limit = limits.reasonsPerSubAccount
  if (others.filter(({ archivedAt }) => archivedAt === null).length >= limit)
    throw refusal('reasons.too-many', { details: { limit } })
}

/** What a name becomes beside others that have it already: `Conseil (2)`, `Conseil (3)`, … */
export function freeName(name: string, others: readonly Pick<Reason, 'name'>[]): string {
  const isTaken = (free: string) => others.some((other) => isSameName(other.name, free))
  for (let number = 2, free = name; ; number++) {
    if (!isTaken(free)) return free
    const ending = ` (${number})`
    free = `${name.slice(0, limits.nameLength - ending.length).trimEnd()}${ending}`
  }
}

/** As the journal names it. */
export const asTarget = ({ id, name }: Pick<Reason, 'id' | 'name'>) => ({ kind: 'reason', id, name }) as const

/** `takers`: by name. */
export const inWords = (reason: ReasonSettings, takers: readonly string[]): JournalChanges => ({
  name: reason.name,
  texts: reason.texts.map(({ language, title, description }) => `${language} ${title} ${description}`.trim()),
  colour: reason.colour,
  place: reason.place,
  placeDetail: reason.placeDetail,
  minutes: reason.minutes,
  everyMinutes: reason.everyMinutes,
  beforeMinutes: reason.beforeMinutes,
  afterMinutes: reason.afterMinutes,
  noticeMinutes: reason.noticeMinutes,
  aheadDays: reason.aheadDays,
  reminders: reason.reminders.map(String),
  takers: reason.takerIds === null ? 'everybody' : [...takers],
  visitorsChoose: reason.visitorsChoose,
})
