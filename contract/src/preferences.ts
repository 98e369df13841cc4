import * as z from 'zod'
import { OrganisationId, SubAccountId } from './ids.ts'
import { defineRoutes } from './route.ts'

/** What somebody chose for their own console in one organisation, wherever they sign in. */
export const Preferences = z.object({
  /** The sub-account that the pages show; null: all in reach. */
  shownSubAccountId: SubAccountId.nullable(),
})
export type Preferences = z.infer<typeof Preferences>

const inOrganisation = z.object({ organisationId: OrganisationId })

export const preferenceRoutes = defineRoutes({
  'GET /organisations/:organisationId/me/preferences': {
    summary: 'One’s own choices for the console',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    reply: Preferences,
  },
  'PUT /organisations/:organisationId/me/preferences': {
    summary: 'Choose for one’s own console',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    body: z.strictObject(Preferences.shape),
    reply: Preferences,
  },
})
