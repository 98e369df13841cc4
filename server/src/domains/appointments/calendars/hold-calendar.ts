import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../../access/index.ts'
import { type Agent, lockReceiver } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { type Deed, recordDeed } from '../../journal/index.ts'
import { appointmentsChanged } from '../booking/events.ts'
import type { Calendar } from './calendar.ts'
import { calendarsOf } from './store.ts'

export type CalendarNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/** Somebody's calendar about to be changed, and by whom. */
export interface Held {
  actor: Actor
  agent: Agent
  calendar: Calendar
}

/**
 * Holds an agent until the commit, and with them everything of their calendar: bookings that ask for a time of theirs come before
 * this change or after it.
 *
 * @refuses request.not-found | access.refused | access.inactive
 */
export async function holdCalendar(tx: OrganisationTransaction, by: Actor, agentId: AgentId): Promise<Held> {
  const { actor, receiver: agent } = await lockReceiver(tx, by, agentId)
  authorise(actor, 'reasons.list', null)
  if (!agent) throw refusal('request.not-found')
  authorise(actor, 'calendars.change', { agentId, subAccountId: agent.subAccountId })
  const [calendar] = await calendarsOf(tx, [agentId])
  if (!calendar) throw new Error('an agent without a calendar')
  return { actor, agent, calendar }
}

/** Tells whoever looks, and writes down whose calendar was changed for them: what one does with one's own is no news. */
export function tellCalendarChange(
  tx: OrganisationTransaction,
  { actor, agent }: Held,
  changes: Pick<Deed, 'before' | 'after'>,
  needs: CalendarNeeds,
): void {
  needs.events.append(tx, appointmentsChanged([{ agentId: agent.id, subAccountId: agent.subAccountId }]))
  if (actor.agentId === agent.id) return
  const target = { kind: 'agent', id: agent.id, name: agent.name } as const
  recordDeed(tx, actor, { act: 'calendars.changed', target, ...changes }, needs)
}
