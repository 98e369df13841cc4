import { uuid7 } from '#client/uuid7.ts'
import type { AppointmentForVisitor, ReasonForVisitor } from '#contract/appointments/booking.ts'
import type { AgentId, BookingId, ReasonId } from '#contract/ids.ts'

/** What somebody has chosen and written so far. It outlives the screen that shows it. */
export interface Draft {
  step: 'reason' | 'when' | 'who' | 'booked'
  reason: ReasonForVisitor | null
  /** Null: whoever is free. */
  agentId: AgentId | null
  startsAt: string | null
  name: string
  email: string
  phone: string
  words: string
  /** Of one booking, however often it is sent. */
  bookingId: BookingId
  booked: AppointmentForVisitor | null
}

/** What leads to booking: a reason, or whichever they choose, and what is known of who comes. */
export interface BookingWish {
  reasonId: ReasonId | null
  known?: { name?: string; email?: string; phone?: string }
}

/** `reasonId`: the one a link asks for. */
export function newDraft(
  reasons: readonly ReasonForVisitor[],
  known: { name?: string; email?: string; phone?: string; reasonId?: string | null },
): Draft {
  const { reasonId, name = '', email = '', phone = '' } = known
  const asked = reasons.find(({ id }) => id === reasonId)
  // Where there is one reason, nobody is asked which.
  const reason = asked ?? (reasons.length === 1 ? reasons[0] : undefined) ?? null
  return {
    step: reason ? 'when' : 'reason',
    reason,
    agentId: null,
    startsAt: null,
    name,
    email,
    phone,
    words: '',
    bookingId: uuid7() as BookingId,
    booked: null,
  }
}

/** One step back; null: there is none. */
export function stepBack({ step }: Draft, reasons: readonly unknown[]): Draft['step'] | null {
  if (step === 'who') return 'when'
  return step === 'when' && reasons.length > 1 ? 'reason' : null
}
