import * as z from 'zod'
import { Count } from './counts.ts'
import { AgentId, ChannelId, OrganisationId, QuestionnaireId, SubAccountId } from './ids.ts'
import { defineRoutes } from './route.ts'
import { Instant, Name } from './text.ts'

/** What visitors of some channels begin with. Only its advisors, or roles above, take what waits with it. */
export const QuestionnaireForAgent = z.object({
  id: QuestionnaireId,
  subAccountId: SubAccountId,
  name: z.string(),
  version: z.int(),
  /** Null: on offer. Conversations that began with it keep it, and its advisors still take them. */
  archivedAt: Instant.nullable(),
  /** What its visitors answer now; null: never published, its channels begin without questions. */
  published: z
    .object({
      number: z.int(),
      at: Instant,
      /** Whether the draft says something else by now. */
      draftDiffers: z.boolean(),
    })
    .nullable(),
  /** Those that begin with it. */
  channels: z.array(z.object({ id: ChannelId, name: z.string() })),
  /** By name. Roles that reach every questionnaire are not among them. */
  advisors: z.array(z.object({ id: AgentId, name: z.string() })),
  may: z.object({ change: z.boolean() }),
})
export type QuestionnaireForAgent = z.infer<typeof QuestionnaireForAgent>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofQuestionnaire = inOrganisation.extend({ questionnaireId: QuestionnaireId })

export const questionnaireRoutes = defineRoutes({
  'GET /organisations/:organisationId/questionnaires': {
    summary: 'The questionnaires the reader may see, archived ones included',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: z.object({
      questionnaires: z.array(QuestionnaireForAgent),
      /** Whether the reader may make one. */
      mayMake: z.boolean(),
    }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/questionnaires': {
    summary: 'Make a questionnaire of a sub-account',
    who: 'agent',
    key: 'organisation:write',
    params: inOrganisation,
    body: z.strictObject({ name: Name, subAccountId: SubAccountId }),
    reply: QuestionnaireForAgent,
    refuses: ['access.refused', 'questionnaires.name-taken', 'questionnaires.too-many'],
  },
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId': {
    summary: 'Rename a questionnaire',
    who: 'agent',
    key: 'organisation:write',
    params: ofQuestionnaire,
    body: z.strictObject({
      name: Name,
      /** The version that was read: saving over somebody else's change is refused. */
      version: Count,
    }),
    reply: QuestionnaireForAgent,
    refuses: ['access.refused', 'questionnaires.name-taken', 'questionnaires.changed-meanwhile'],
  },
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving': {
    summary: 'Archive a questionnaire: channels no longer begin with it',
    who: 'agent',
    key: 'organisation:write',
    params: ofQuestionnaire,
    reply: QuestionnaireForAgent,
    refuses: ['access.refused'],
  },
  'DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving': {
    summary: 'Offer an archived questionnaire again',
    who: 'agent',
    key: 'organisation:write',
    params: ofQuestionnaire,
    reply: QuestionnaireForAgent,
    refuses: ['access.refused', 'questionnaires.too-many'],
  },
})
