import type { Cast } from '../cast.ts'
import { engage } from '../staff.ts'
import { grant } from '../wish.ts'
import type { Specimens } from './stage.ts'

/** Of how somebody is told. */
export const notificationSpecimens = {
  'GET /organisations/:organisationId/me/notifications': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/me/notifications',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/me/notifications': async ({ cast: { ben, verdier } }) => ({
    route: 'PUT /organisations/:organisationId/me/notifications',
    by: ben,
    params: { organisationId: verdier.id },
    body: {
      ways: { offered: loud, waiting: loud, message: loud, transferred: loud, mention: loud, appointment: loud },
      quietHours: { from: '22:00', to: '07:30', timeZone: 'Europe/Paris', days: [1, 2, 3, 4, 5] },
    },
  }),
  'POST /organisations/:organisationId/me/push-subscriptions': async ({ cast }) => {
    // Not the first of the house, with whom looking begins.
    const { by } = await subscriber(cast)
    return {
      route: 'POST /organisations/:organisationId/me/push-subscriptions',
      by,
      params: { organisationId: cast.verdier.id },
      body: cast.pushService.subscribe().subscription,
    }
  },
  'DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId',
    ...(await subscriber(cast)),
  }),
  'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial',
    ...(await subscriber(cast)),
  }),
} satisfies Specimens

const loud = { sound: true, desktop: true, push: true }

/** Somebody new with a browser that is pushed to: nobody subscribes too often. */
async function subscriber({ comptoir, origin, lyon, verdier, pushService }: Cast) {
  const by = await engage(comptoir, verdier.id, 'Pia Pousse', { role: 'agent', subAccountId: lyon.id })
  const { id } = await grant(origin, {
    route: 'POST /organisations/:organisationId/me/push-subscriptions',
    by,
    params: { organisationId: verdier.id },
    body: pushService.subscribe().subscription,
  })
  return { by, params: { organisationId: verdier.id, subscriptionId: id } }
}
