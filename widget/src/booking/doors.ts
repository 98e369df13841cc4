import type { Api } from '#client/api.ts'
import { cleanLine, cleanProse } from '#client/prose.ts'
import type { AppointmentForVisitor } from '#contract/appointments/booking.ts'
import type { AgentId, ReasonId } from '#contract/ids.ts'
import { visitorLimits } from '#contract/limits.ts'
import type { Draft } from './draft.ts'
import { ownZone } from './moments.ts'

/** Free times of a window. */
export type LookForTimes = (window: { from: string; to: string }, signal: AbortSignal) => Promise<string[]>

export interface BookingDoors {
  times(reasonId: ReasonId, agentId: AgentId | null): LookForTimes
  book(draft: Draft, language: string): Promise<AppointmentForVisitor>
  /** What this browser has booked, and is to come. */
  own(): Promise<AppointmentForVisitor[]>
}

/** The doors of a channel that somebody books at. `beKnown`: makes the visitor's secret, if there is none yet. */
export function bookingDoors(api: Api, channelKey: string, beKnown: () => Promise<unknown>): BookingDoors {
  return {
    times: (reasonId, agentId) => async (window, signal) => {
      const { slots } = await api.call('GET /widget/:channelKey/booking/reasons/:reasonId/slots', {
        params: { channelKey, reasonId },
        query: { ...window, ...(agentId && { agentId }) },
        signal,
      })
      return slots
    },
    async own() {
      await beKnown()
      return (await api.call('GET /widget/:channelKey/bookings', { params: { channelKey } })).appointments
    },
    async book({ reason, agentId, startsAt, bookingId, name, email, phone, words }, language) {
      if (!reason || !startsAt) throw new Error('nothing was chosen')
      await beKnown()
      return api.call('PUT /widget/:channelKey/bookings/:bookingId', {
        params: { channelKey, bookingId },
        body: {
          reasonId: reason.id,
          ...(agentId && { agentId }),
          startsAt,
          name: cleanLine(name, visitorLimits.nameLength),
          email: email.trim(),
          phone: cleanLine(phone, visitorLimits.phoneLength),
          words: cleanProse(words),
          language,
          zone: ownZone(),
        },
      })
    },
  }
}
