import type { AppointmentNotice } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Actor } from '../callers.ts'
import { commitChange } from './commit-change.ts'
import { asAssignee, asAuthor, type Conversation, toldOfAppointments } from './conversation.ts'
import type { AppointmentTold } from './message.ts'

/**
 * Says in a conversation what became of appointments that stand in it, in whatever state it is. Its row must be held. `by` null: its
 * visitor did it.
 */
export function tellOfAppointments(
  tx: OrganisationTransaction,
  conversation: Conversation,
  { by, told }: { by: Actor | null; told: readonly { notice: AppointmentNotice; appointment: AppointmentTold }[] },
  { events, clock, ids }: Pick<Platform, 'events' | 'clock' | 'ids'>,
): void {
  const author = by && asAuthor(asAssignee(by))
  const moment = { now: clock.now(), newMessageId: ids.message }
  commitChange(tx, events, conversation, toldOfAppointments(conversation, { author, told }, moment))
}
