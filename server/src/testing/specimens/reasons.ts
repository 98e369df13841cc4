import type { Cast } from '../cast.ts'
import { newClientMessageId } from '../visitor.ts'
import { grant, type WishOf } from '../wish.ts'
import { newcomer, type Specimens } from './stage.ts'

/** Of what appointments are booked for, and when agents receive: Marc's work, at his own sub-account. */
export const reasonSpecimens = {
  'GET /organisations/:organisationId/appointment-reasons': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/appointment-reasons',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/appointment-reasons': async ({ cast }) => reasonWish(cast),
  'PUT /organisations/:organisationId/appointment-reasons/:reasonId': async ({ cast }) => {
    const { subAccountId: _, ...settings } = reasonWish(cast).body
    return {
      route: 'PUT /organisations/:organisationId/appointment-reasons/:reasonId',
      by: cast.marc,
      params: await newReason(cast),
      body: { ...settings, name: `Suivi ${newClientMessageId()}`, version: 1 },
    }
  },
  'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving',
    by: cast.marc,
    params: await newReason(cast),
  }),
  'DELETE /organisations/:organisationId/appointment-reasons/:reasonId/archiving': async ({ cast }) => {
    const params = await newReason(cast)
    const archiving = 'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving'
    await grant(cast.origin, { route: archiving, by: cast.marc, params })
    return {
      route: 'DELETE /organisations/:organisationId/appointment-reasons/:reasonId/archiving',
      by: cast.marc,
      params,
    }
  },
  'GET /organisations/:organisationId/holiday-places': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/holiday-places',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/agents/:agentId/calendar': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/agents/:agentId/calendar',
    by: cast.marc,
    params: bens(cast),
  }),
  // Of somebody who has chosen nothing yet.
  'PUT /organisations/:organisationId/agents/:agentId/calendar': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/agents/:agentId/calendar',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: true })).agentId },
    body: { zone: 'Europe/Brussels', holidays: 'FR-57', version: 0 },
  }),
  'POST /organisations/:organisationId/agents/:agentId/calendar/openings': async ({ cast }) => openingWish(cast),
  'PUT /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId',
    by: cast.marc,
    params: await newOpening(cast),
    body: { kind: 'absence', from: '2098-01-06T09:00', to: '2098-01-06T17:00', rule: null, label: 'Foire', version: 1 },
  }),
  'DELETE /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId',
    by: cast.marc,
    params: await newOpening(cast),
  }),
} satisfies Specimens

const reasonWish = ({
  marc,
  verdier,
  lyon,
}: Cast): WishOf<'POST /organisations/:organisationId/appointment-reasons'> => ({
  route: 'POST /organisations/:organisationId/appointment-reasons',
  by: marc,
  params: { organisationId: verdier.id },
  body: {
    subAccountId: lyon.id,
    name: `Conseil ${newClientMessageId()}`,
    texts: [{ language: 'fr', title: 'Conseil en boutique', description: 'Une heure pour choisir.' }],
    colour: '#1d6b4f',
    place: 'on-site',
    placeDetail: '3 rue des Tanneurs, Lyon',
    minutes: 60,
    everyMinutes: 30,
    beforeMinutes: 0,
    afterMinutes: 15,
    noticeMinutes: 120,
    aheadDays: 60,
    reminders: [1_440],
    takerIds: [marc.agentId],
    visitorsChoose: true,
  },
})

/** A reason of Lyon. */
const newReason = async (cast: Cast) => ({
  organisationId: cast.verdier.id,
  reasonId: (await grant(cast.origin, reasonWish(cast))).id,
})

const bens = ({ verdier, ben }: Cast) => ({ organisationId: verdier.id, agentId: ben.agentId })

const openingWish = (cast: Cast): WishOf<'POST /organisations/:organisationId/agents/:agentId/calendar/openings'> => ({
  route: 'POST /organisations/:organisationId/agents/:agentId/calendar/openings',
  by: cast.marc,
  params: bens(cast),
  body: { kind: 'opening', from: '2026-01-05T09:00', to: '2026-01-05T12:00', rule: 'FREQ=WEEKLY', label: '' },
})

/** An opening of Ben. */
const newOpening = async (cast: Cast) => ({
  ...bens(cast),
  openingId: (await grant(cast.origin, openingWish(cast))).id,
})
