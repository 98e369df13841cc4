import type { ReasonId, SubAccountId } from '#contract/ids.ts'
import { dayMs, minuteMs, type WallTime } from '#contract/wall-clock.ts'
import { changeCalendar } from '#server/domains/appointments/calendars/change-calendar.ts'
import { addOpening } from '#server/domains/appointments/calendars/change-openings.ts'
import { archiveReason } from '#server/domains/appointments/reasons/change-reason.ts'
import { makeReason } from '#server/domains/appointments/reasons/make-reason.ts'
import type { Actor } from '#server/domains/callers.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type CastKey, castKeys, managerOf } from '../cast.ts'
import type { Stage } from '../play-talk.ts'
import { createRandom } from '../random.ts'
import { give } from '../set-up-access.ts'
import { today, zoneOf } from './clocks.ts'
import { fillCalendar } from './fill-calendar.ts'
import { archivedReason, type ReasonKey, reasonKeys, reasons } from './reasons.ts'
import { absences, receivers } from './receivers.ts'

/** What may be booked, who receives and when, and what was booked in the weeks around now. Returns what for. */
export async function makeAppointments(stage: Stage, needs: Platform): Promise<Record<ReasonKey, ReasonId>> {
  await letReceive(stage, needs)
  const made = await makeReasons(stage, needs)
  for (const key of receiving) await openCalendar(key, stage, needs)
  for (const { of, inDays, days, label } of absences) {
    const from = today(of, needs) + inDays * dayMs
    const wish = {
      kind: 'absence',
      from: wallText(from),
      to: wallText(from + days * dayMs),
      rule: null,
      label,
    } as const
    await addOpening(stage.actors[of], { agentId: stage.actors[of].agentId, wish }, needs)
  }
  // Each with chances of their own: they are filled side by side.
  await Promise.all(
    receiving.map((key, index) => fillCalendar(key, createRandom(4_100 + index), { stage, reasons: made, needs })),
  )
  return made
}

const receiving = castKeys.filter((key) => receivers[key] !== undefined)

/** Agents begin without the module. */
async function letReceive({ actors }: Stage, needs: Platform): Promise<void> {
  for (const key of receiving) {
    const { modules } = actors[key]
    if (!modules.includes('appointments'))
      await give(actors.helene, actors[key], { modules: [...modules, 'appointments'] }, needs)
  }
}

async function makeReasons({ actors, channels }: Stage, needs: Platform): Promise<Record<ReasonKey, ReasonId>> {
  const make = async (key: ReasonKey) => {
    const { shop, takers, settings } = reasons[key]
    const takerIds = takers === null ? null : takers.map((taker) => actors[taker].agentId)
    const wish = { ...settings, texts: [...settings.texts], reminders: [...settings.reminders], takerIds }
    // Who has every sub-account may be chosen by somebody who knows them.
    const { id } = await makeReason(actors.helene, { ...wish, subAccountId: channels[shop].subAccountId }, needs)
    return [key, id] as const
  }
  const entries: (readonly [ReasonKey, ReasonId])[] = []
  for (const key of reasonKeys) entries.push(await make(key))
  const past = { ...archivedReason, takerIds: null, subAccountId: subAccountOf(actors[managerOf.nantes]) }
  const { id } = await makeReason(actors.camille, past, needs)
  await archiveReason(actors.camille, id, needs)
  // One entry for each key.
  return Object.fromEntries(entries) as Record<ReasonKey, ReasonId>
}

function subAccountOf({ subAccountId }: Actor): SubAccountId {
  if (!subAccountId) throw new Error('managers have one')
  return subAccountId
}

/** Their zone and holidays, and their week, from some weeks ago on. */
async function openCalendar(key: CastKey, { actors }: Stage, needs: Platform): Promise<void> {
  const receiver = receivers[key]
  if (!receiver) return
  const { agentId } = actors[key]
  const { holidays, openings } = receiver
  // None of them has another calendar to be read.
  const changing = { ...needs, trustedCalendars: [] }
  await changeCalendar(actors[key], { agentId, version: 0, zone: zoneOf(key), holidays }, changing)
  for (const { days, from, to } of openings) {
    const first = firstOf(days, today(key, needs) - 5 * 7 * dayMs)
    const rule = `FREQ=WEEKLY;BYDAY=${days.join()}`
    const wish = { kind: 'opening', from: at(first, from), to: at(first, to), rule, label: '' } as const
    await addOpening(actors[key], { agentId, wish }, needs)
  }
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** The first day, from one on, that is one of these. */
function firstOf(days: readonly string[], from: WallTime): WallTime {
  let day = from
  while (!days.includes(weekdays[new Date(day).getUTCDay()] ?? '')) day += dayMs
  return day
}

const wallText = (wall: WallTime): string => new Date(wall).toISOString().slice(0, 16)

/** A time of day as it is written: 09:30. */
function at(day: WallTime, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return wallText(day + (hours * 60 + minutes) * minuteMs)
}
