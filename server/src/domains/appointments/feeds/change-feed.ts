import { apiRoot } from '#contract/addresses.ts'
import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import type { Actor } from '../../callers.ts'
import { type CalendarNeeds, holdCalendar, tellCalendarChange } from '../calendars/hold-calendar.ts'
import { keepZone } from '../calendars/store.ts'
import { setFeed } from './store.ts'

/**
 * Gives one's own calendar a secret address, told this once; only its fingerprint is kept. An earlier address is over.
 *
 * @refuses request.not-found | access.refused | access.inactive
 */
export async function openFeed(
  by: Actor,
  agentId: AgentId,
  needs: CalendarNeeds & Pick<Platform, 'publicUrl'>,
): Promise<{ url: string }> {
  const secret = newToken()
  await changeFeed(by, { agentId, hash: hashToken(secret) }, needs)
  return { url: new URL(`${apiRoot}/calendars/${secret}.ics`, needs.publicUrl).href }
}

/** @refuses request.not-found | access.refused | access.inactive */
export const closeFeed = (by: Actor, agentId: AgentId, needs: CalendarNeeds): Promise<void> =>
  changeFeed(by, { agentId, hash: null }, needs)

async function changeFeed(
  by: Actor,
  { agentId, hash }: { agentId: AgentId; hash: Buffer | null },
  needs: CalendarNeeds,
): Promise<void> {
  await needs.database.transaction(by.organisationId, async (tx: OrganisationTransaction) => {
    const held = await holdCalendar(tx, by, agentId)
    // Whoever knows the address reads it from anywhere: it is for its owner to give.
    if (held.actor.agentId !== agentId) throw refusal('access.refused')
    await keepZone(tx, held.calendar)
    await setFeed(tx, agentId, hash)
    tellCalendarChange(tx, held, {}, needs)
  })
}
