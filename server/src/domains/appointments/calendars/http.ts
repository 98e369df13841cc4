import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../../access/index.ts'
import { findAgent, readAs } from '../../agents/index.ts'
import type { Actor, HandlersOf } from '../../callers.ts'
import { listHolidayPlaces } from '../holidays.ts'
import { type ChangeCalendarNeeds, changeCalendar } from './change-calendar.ts'
import { addOpening, changeOpening, removeOpening, type Saved } from './change-openings.ts'
import { forAgent, openingForAgent } from './present.ts'
import { allOpeningsOf, calendarsOf } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/holiday-places'
  | 'GET /organisations/:organisationId/agents/:agentId/calendar'
  | 'PUT /organisations/:organisationId/agents/:agentId/calendar'
  | 'POST /organisations/:organisationId/agents/:agentId/calendar/openings'
  | 'PUT /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId'
  | 'DELETE /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId'

export function calendarHandlers(needs: Platform & ChangeCalendarNeeds): HandlersOf<Doors> {
  return {
    'GET /organisations/:organisationId/holiday-places': async ({ caller, knock }) => {
      authorise(caller, 'reasons.list', null)
      return { places: [...(await listHolidayPlaces(knock.locale))] }
    },

    'GET /organisations/:organisationId/agents/:agentId/calendar': ({ caller, params }) =>
      readAs(caller, needs, (tx, reader) => readCalendar(tx, params.agentId, { reader, ...needs })),

    'PUT /organisations/:organisationId/agents/:agentId/calendar': async ({ caller, params, body }) => {
      await changeCalendar(caller, { ...body, agentId: params.agentId }, needs)
      return needs.database.transaction(caller.organisationId, (tx) =>
        readCalendar(tx, params.agentId, { reader: caller, ...needs }),
      )
    },

    'POST /organisations/:organisationId/agents/:agentId/calendar/openings': async ({ caller, params, body }) =>
      saved(await addOpening(caller, { agentId: params.agentId, wish: body }, needs)),

    'PUT /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': async ({
      caller,
      params: { agentId, openingId },
      body: { version, ...wish },
    }) => saved(await changeOpening(caller, { agentId, openingId, wish, version }, needs)),

    'DELETE /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': async ({
      caller,
      params: { agentId, openingId },
    }) => {
      await removeOpening(caller, { agentId, openingId }, needs)
      return { done: true }
    },
  }
}

/** @refuses request.not-found | access.refused | access.inactive */
async function readCalendar(
  tx: OrganisationTransaction,
  agentId: AgentId,
  { reader, clock }: { reader: Actor } & Pick<Platform, 'clock'>,
) {
  authorise(reader, 'reasons.list', null)
  const agent = await findAgent(tx, agentId)
  if (!agent) throw refusal('request.not-found')
  authorise(reader, 'calendars.read', { agentId, subAccountId: agent.subAccountId })
  const [[calendar], theirs] = await Promise.all([calendarsOf(tx, [agentId]), allOpeningsOf(tx, agentId)])
  if (!calendar) throw new Error('an agent without a calendar')
  return forAgent(calendar, { agent, theirs, reader, now: clock.now() })
}

const saved = ({ opening, booked }: Saved) => ({ ...openingForAgent(opening), booked })
