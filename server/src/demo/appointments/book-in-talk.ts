import type { BookingId, ReasonId } from '#contract/ids.ts'
import { dayMs, momentsOf } from '#contract/wall-clock.ts'
import { bookByAgent } from '#server/domains/appointments/booking/book.ts'
import type { Conversation } from '#server/domains/conversations/conversation.ts'
import { uuid7 } from '#server/platform/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Case } from '../cases/case.ts'
import type { Stage } from '../play-talk.ts'
import { today, zoneOf } from './clocks.ts'
import { at, timesOn } from './fill-calendar.ts'
import type { ReasonKey } from './reasons.ts'

/** What somebody books for the visitor they talk with: the first time that is free from a day on, a minute after the last words. */
export async function bookInTalk(
  { by, what, inDays, words }: NonNullable<Case['books']>,
  { id, lastActivityAt, visitor }: Conversation,
  { stage, reasons, needs }: { stage: Stage; reasons: Record<ReasonKey, ReasonId>; needs: Platform },
): Promise<void> {
  const actor = stage.actors[by]
  const ofThen = at(new Date(lastActivityAt.getTime() + 60_000), needs)
  for (let day = inDays; day < inDays + mostDays; day++) {
    const [from = 0] = momentsOf(zoneOf(by), today(by, needs) + day * dayMs)
    const [startsAt] = await timesOn(from, { actor, reasonId: reasons[what], needs: ofThen })
    if (startsAt === undefined) continue
    const wish = {
      // What a device would have made.
      bookingId: uuid7() as BookingId,
      ...{ reasonId: reasons[what], agentId: actor.agentId, startsAt: new Date(startsAt).toISOString(), despite: [] },
      ...{ name: visitor.name ?? '', email: null, phone: '06 39 98 41 07', words, conversationId: id },
      ...{ language: 'fr', zone: zoneOf(by) },
    }
    await bookByAgent(actor, wish, ofThen)
    return
  }
  throw new Error(`${actor.name} is never free`)
}

const mostDays = 30
