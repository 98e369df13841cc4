import { uuid7 } from '#client/uuid7.ts'
import type { BookingId } from '#contract/ids.ts'
import type { Cast } from '../cast.ts'
import { receivingAt } from '../receiving.ts'
import type { Engaged } from '../staff.ts'
import { grant, passerBy } from '../wish.ts'
import type { Specimens } from './stage.ts'

const feedOf = '/organisations/:organisationId/agents/:agentId/calendar/feed' as const

/** Of what goes from one who receives to another, and of calendars that others read. */
export const reassigningSpecimens = {
  'POST /organisations/:organisationId/agents/:agentId/reassignment/plan': async ({ cast }) => {
    const { agent, appointment, heir } = await twoWhoReceive(cast)
    return {
      route: 'POST /organisations/:organisationId/agents/:agentId/reassignment/plan',
      by: cast.marc,
      params: paramsOf(agent),
      body: { appointmentIds: [appointment.id], agentId: heir.agentId },
    }
  },
  'POST /organisations/:organisationId/agents/:agentId/reassignment': async ({ cast }) => {
    const { agent, appointment, heir } = await twoWhoReceive(cast)
    return {
      route: 'POST /organisations/:organisationId/agents/:agentId/reassignment',
      by: cast.marc,
      params: paramsOf(agent),
      body: { moves: [{ appointmentId: appointment.id, version: appointment.version, agentId: heir.agentId }] },
    }
  },
  'POST /organisations/:organisationId/agents/:agentId/calendar/feed': async ({ cast }) => {
    const agent = await receivingAt(cast).engage('Léa Lang')
    return { route: `POST ${feedOf}`, by: agent, params: paramsOf(agent) }
  },
  'DELETE /organisations/:organisationId/agents/:agentId/calendar/feed': async ({ cast }) => {
    const agent = await receivingAt(cast).engage('Léa Lang')
    await openFeed(cast, agent)
    return { route: `DELETE ${feedOf}`, by: agent, params: paramsOf(agent) }
  },
  'GET /calendars/:file': async ({ cast }) => {
    const url = await openFeed(cast, await receivingAt(cast).engage('Léa Lang'))
    return { route: 'GET /calendars/:file', by: passerBy, params: { file: url.slice(url.lastIndexOf('/') + 1) } }
  },
} satisfies Specimens

const paramsOf = ({ organisationId, agentId }: Engaged) => ({ organisationId, agentId })

const openFeed = async ({ origin }: Cast, agent: Engaged): Promise<string> =>
  (await grant(origin, { route: `POST ${feedOf}`, by: agent, params: paramsOf(agent) })).url

/** Somebody with an appointment to come, and somebody who could take it over. */
async function twoWhoReceive(cast: Cast) {
  const receiving = receivingAt(cast)
  const [agent, heir] = [await receiving.engage('Léa Lang'), await receiving.engage('Max Moll')]
  for (const one of [agent, heir])
    await receiving.open(one, { from: '2026-01-05T00:00', to: '2026-01-06T00:00', rule: 'FREQ=DAILY' })
  const reason = await receiving.reason({ takerIds: [agent.agentId, heir.agentId], reminders: [] })
  const tomorrow = new Date(cast.comptoir.platform.clock.now().getTime() + 24 * 60 * 60 * 1000)
  const appointment = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments',
    by: cast.marc,
    params: { organisationId: agent.organisationId },
    body: {
      ...{ bookingId: uuid7() as BookingId, reasonId: reason.id, agentId: agent.agentId, despite: [] },
      ...{ name: 'Vera Lind', email: null, phone: '', words: '', language: 'fr', zone: 'Europe/Paris' },
      startsAt: tomorrow.toISOString(),
      conversationId: null,
    },
  })
  return { agent, heir, appointment }
}
