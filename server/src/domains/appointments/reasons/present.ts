import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import { may } from '../../access/index.ts'
import type { Agent } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import type { Reason } from './reason.ts'

/** A reason as this reader may act on it. `known`: those of the chosen whom they know. */
export const forAgent = (reason: Reason, reader: Actor, known: readonly Agent[]): ReasonForAgent => ({
  id: reason.id,
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
  noticeMinutes: reason.noticeMinutes,
  aheadDays: reason.aheadDays,
  reminders: reason.reminders,
  takerIds: reason.takerIds,
  takers:
    reason.takerIds && known.filter(({ id }) => reason.takerIds?.includes(id)).map(({ id, name }) => ({ id, name })),
  visitorsChoose: reason.visitorsChoose,
  version: reason.version,
  archivedAt: reason.archivedAt?.toISOString() ?? null,
  may: { change: may(reader, 'reasons.change', reason) },
})
