import * as z from 'zod'
import { OrganisationId, SubAccountId } from './ids.ts'
import { defineRoutes } from './route.ts'
import { Name } from './text.ts'

export const SubAccount = z.object({ id: SubAccountId, name: z.string() })
export type SubAccount = z.infer<typeof SubAccount>

const inOrganisation = z.object({ organisationId: OrganisationId })

export const organisationRoutes = defineRoutes({
  'GET /organisations/:organisationId/sub-accounts': {
    summary: 'The sub-accounts the reader reaches',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: z.object({ subAccounts: z.array(SubAccount) }),
  },
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
