import { openingOf } from '#contract/opening.ts'
import type { PlaceInQueue } from '#contract/routing.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { VisitorCaller } from '../callers.ts'
import { findChannel } from '../channels/index.ts'
import {
  type Conversation,
  countBefore,
  findByVisitor,
  lastWaitsMs,
  scopeOf,
  whoCouldTake,
} from '../conversations/index.ts'
import { findVisitor } from '../visitors/index.ts'
import { askAgainMs, estimateMs, usualWaitMs, waitsCounted, waitsRecentMs } from './place.ts'

const notWaiting: PlaceInQueue = { place: null, estimateMs: null, opensAt: null, askAgainMs: askAgainMs(1) }

/** Where the visitor's conversation waits: how many are before it, how long it usually takes, or when somebody is there again. */
export async function readPlace(
  caller: VisitorCaller,
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
): Promise<PlaceInQueue> {
  const now = clock.now()
  return database.snapshot(caller.organisationId, async (tx) => {
    const visitor = await findVisitor(tx, caller)
    const conversation = visitor && (await findByVisitor(tx, visitor.id))
    if (conversation?.state !== 'pending') return notWaiting
    const place = (await countBefore(tx, conversation)) + 1
    const channel = await findChannel(tx, caller.channelId)
    const opening = channel && openingOf(channel.hours, now)
    const opensAt = opening?.open === false ? (opening.until?.toISOString() ?? null) : null
    // Out of hours, or with nobody there, how long it usually takes would be no honest word.
    const isOpen = opening?.open !== false && (await somebodyIsThere(tx, conversation, now))
    return {
      place,
      estimateMs: isOpen ? await estimate(tx, conversation, now) : null,
      opensAt,
      askAgainMs: askAgainMs(place),
    }
  })
}

async function estimate(tx: OrganisationTransaction, { channelId, stateSince }: Conversation, now: Date) {
  const after = new Date(now.getTime() - waitsRecentMs)
  const waits = await lastWaitsMs(tx, { channelId, after, limit: waitsCounted })
  return estimateMs(usualWaitMs(waits), now.getTime() - stateSince.getTime())
}

/** Who is full will be free again: they are there all the same. */
const somebodyIsThere = async (tx: OrganisationTransaction, conversation: Conversation, now: Date): Promise<boolean> =>
  (await whoCouldTake(tx, scopeOf(conversation), now)).some(({ why }) => why.every((reason) => reason === 'full'))
