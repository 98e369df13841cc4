import * as z from 'zod'
import { OrganisationId } from './ids.ts'
import { defineRoutes } from './route.ts'
import { Name } from './text.ts'

const inOrganisation = z.object({ organisationId: OrganisationId })

export const organisationRoutes = defineRoutes({
  'PUT /organisations/:organisationId/name': {
    summary: 'Rename the organisation',
    who: 'agent',
    key: 'organisation:write',
    params: inOrganisation,
    body: z.strictObject({ name: Name }),
    reply: z.object({ name: z.string() }),
    refuses: ['access.refused'],
  },
})
