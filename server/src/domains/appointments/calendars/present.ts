import type { CalendarForAgent, Opening as OpeningForAgent } from '#contract/appointments/openings.ts'
import { wallClock } from '#contract/wall-clock.ts'
import { may } from '../../access/index.ts'
import type { Agent } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { type Calendar, endOf, isOver, type Opening, wallText } from './calendar.ts'

/** A calendar as this reader may act on it. `theirs`: all openings and absences of the agent. */
export const forAgent = (
  calendar: Calendar,
  { agent, theirs, reader, now }: { agent: Agent; theirs: readonly Opening[]; reader: Actor; now: Date },
): CalendarForAgent => ({
  agentId: agent.id,
  zone: calendar.zone,
  holidays: calendar.holidays,
  outsideUrl: agent.id === reader.agentId ? calendar.outsideUrl : null,
  openings: theirs.filter((opening) => !isOver(opening, wallClock(calendar.zone, now.getTime()))).map(openingForAgent),
  outside: {
    isSet: calendar.outsideUrl !== null,
    readAt: calendar.outsideReadAt?.toISOString() ?? null,
    fault: calendar.outsideFault,
  },
  hasFeed: calendar.hasFeed,
  version: calendar.version,
  may: { change: may(reader, 'calendars.change', { agentId: agent.id, subAccountId: agent.subAccountId }) },
})

export const openingForAgent = (opening: Opening): OpeningForAgent => ({
  id: opening.id,
  kind: opening.kind,
  from: wallText(opening.from),
  to: wallText(endOf(opening)),
  rule: opening.rule,
  label: opening.label,
  version: opening.version,
})
