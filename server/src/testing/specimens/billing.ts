import { grant } from '../wish.ts'
import type { Specimens } from './stage.ts'

/** Of plan and seats. */
export const billingSpecimens = {
  'GET /organisations/:organisationId/subscription': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/subscription',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/subscription': async ({ cast: { origin, ada, verdier } }) => {
    const params = { organisationId: verdier.id }
    const was = await grant(origin, { route: 'GET /organisations/:organisationId/subscription', by: ada, params })
    return {
      route: 'PUT /organisations/:organisationId/subscription',
      by: ada,
      params,
      // Room for everybody whom other specimens bring in, and each time another number.
      body: { plan: 'pro', seats: was.seats === 5_000 ? 6_000 : 5_000, version: was.version },
    }
  },
  'GET /organisations/:organisationId/subscription/changes': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/subscription/changes',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/seats': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/seats',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/sales-requests': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/sales-requests',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/sales-requests': async ({ cast: { comptoir, ada, verdier } }) => {
    // Only some may wait at once: the operator has answered those before.
    await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
      db
        .updateTable('sales_requests')
        .set({ answered_at: new Date() })
        .where('organisation_id', '=', verdier.id)
        .execute(),
    )
    return {
      route: 'POST /organisations/:organisationId/sales-requests',
      by: ada,
      params: { organisationId: verdier.id },
      body: { message: 'Nous serons bientôt quarante.', phone: '+33 1 23 45 67 89', seats: 40 },
    }
  },
} satisfies Specimens
