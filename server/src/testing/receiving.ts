import type { BodyOf } from '#contract/routes.ts'
import type { Cast } from './cast.ts'
import type { Engaged } from './staff.ts'
import { engage } from './staff.ts'
import { grant } from './wish.ts'

type ReasonWish = BodyOf<'POST /organisations/:organisationId/appointment-reasons'>

/** What a reason is unless a test says otherwise: half an hour in the shop, with everybody, at once and for two months. */
export const usualReason = {
  name: 'Conseil',
  texts: [
    { language: 'fr', title: 'Un conseil en boutique', description: 'Une demi-heure rien que pour vous.' },
    { language: 'en', title: 'Advice in the shop', description: '' },
  ],
  colour: '#0f6b4f',
  place: 'on-site',
  placeDetail: '12 rue de la République, Lyon',
  minutes: 30,
  everyMinutes: 30,
  beforeMinutes: 0,
  afterMinutes: 0,
  noticeMinutes: 0,
  aheadDays: 60,
  reminders: [1_440],
  takerIds: null,
  visitorsChoose: true,
} as const satisfies Omit<ReasonWish, 'subAccountId'>

let made = 0

/** Reasons, and people who receive for them. */
export function receivingAt(cast: Cast) {
  const { verdier, lyon, ada, origin } = cast
  return {
    reason: (wish: Partial<ReasonWish> = {}) =>
      grant(origin, {
        route: 'POST /organisations/:organisationId/appointment-reasons',
        by: ada,
        params: { organisationId: verdier.id },
        body: {
          ...usualReason,
          texts: [...usualReason.texts],
          reminders: [...usualReason.reminders],
          subAccountId: lyon.id,
          name: `${usualReason.name} ${++made}`,
          ...wish,
        },
      }),

    /** Somebody of a sub-account who holds the module. */
    engage: (name: string, subAccountId = lyon.id) =>
      engage(cast.comptoir, verdier.id, name, {
        role: 'agent',
        subAccountId,
        modules: ['conversations', 'appointments'],
      }),

    /** Gives somebody an opening, or an absence, by the clocks of their zone. */
    open: (
      agent: Engaged,
      wish: Partial<BodyOf<'POST /organisations/:organisationId/agents/:agentId/calendar/openings'>> & {
        from: string
        to: string
      },
    ) =>
      grant(origin, {
        route: 'POST /organisations/:organisationId/agents/:agentId/calendar/openings',
        by: ada,
        params: { organisationId: verdier.id, agentId: agent.agentId },
        body: { kind: 'opening', rule: null, label: '', ...wish },
      }),
  }
}
