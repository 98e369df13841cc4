import * as z from 'zod'
import { Count } from './counts.ts'
import { OrganisationId, SubAccountId } from './ids.ts'
import { defineRoutes } from './route.ts'
import { Instant, Name } from './text.ts'

/** A part of the organisation as everybody in it knows it. */
export const SubAccount = z.object({ id: SubAccountId, name: z.string() })
export type SubAccount = z.infer<typeof SubAccount>

/** A row of Settings → Sub-accounts, and what an archive asks about. */
export const SubAccountForAgent = SubAccount.extend({
  version: z.int(),
  /** Null: in use. */
  archivedAt: Instant.nullable(),
  /** What goes to another one when this is archived. */
  holds: z.object({
    people: z.int(),
    /** Open and expired ones. */
    invitations: z.int(),
    channels: z.int(),
    questionnaires: z.int(),
    shortcuts: z.int(),
    /** What appointments are booked for, archived ones too. */
    reasons: z.int(),
    /** Waiting and open ones. */
    openConversations: z.int(),
    closedConversations: z.int(),
  }),
  /** Nothing refers to it, so that nothing has to go elsewhere; people who were removed count too. */
  isEmpty: z.boolean(),
})
export type SubAccountForAgent = z.infer<typeof SubAccountForAgent>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofSubAccount = inOrganisation.extend({ subAccountId: SubAccountId })

export const subAccountRoutes = defineRoutes({
  'GET /organisations/:organisationId/sub-accounts': {
    summary: 'The sub-accounts in use that the reader reaches',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: z.object({ subAccounts: z.array(SubAccount) }),
  },
  'GET /organisations/:organisationId/sub-accounts/holdings': {
    summary: 'Every sub-account, archived ones included, with what it holds',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: z.object({ subAccounts: z.array(SubAccountForAgent) }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/sub-accounts': {
    summary: 'Add a sub-account',
    who: 'agent',
    key: 'organisation:write',
    params: inOrganisation,
    body: z.strictObject({ name: Name }),
    reply: SubAccountForAgent,
    refuses: ['access.refused', 'sub-accounts.name-taken', 'sub-accounts.too-many'],
  },
  'PUT /organisations/:organisationId/sub-accounts/:subAccountId': {
    summary: 'Rename a sub-account',
    who: 'agent',
    key: 'organisation:write',
    params: ofSubAccount,
    body: z.strictObject({
      name: Name,
      /** The version that was read: saving over somebody else's change is refused. */
      version: Count,
    }),
    reply: SubAccountForAgent,
    refuses: ['access.refused', 'sub-accounts.name-taken', 'sub-accounts.changed-meanwhile'],
  },
  'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving': {
    summary:
      'Archive a sub-account: its people, channels, questionnaires and conversations go to another one, all at once',
    who: 'agent',
    key: 'organisation:write',
    params: ofSubAccount,
    body: z.strictObject({
      /** Who takes everything. Null only where there is nothing to take. */
      heirSubAccountId: SubAccountId.nullable(),
    }),
    reply: SubAccountForAgent,
    refuses: ['access.refused', 'sub-accounts.last', 'sub-accounts.heir-required', 'sub-accounts.heir-refused'],
  },
  'DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving': {
    summary: 'Bring an archived sub-account back, empty: what went elsewhere stays there',
    who: 'agent',
    key: 'organisation:write',
    params: ofSubAccount,
    reply: SubAccountForAgent,
    refuses: ['access.refused', 'sub-accounts.too-many'],
  },
})
