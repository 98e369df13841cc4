import * as z from 'zod'
import { Count } from './counts.ts'
import { flowLimits } from './flow/flow.ts'
import { problemCodes } from './flow/problems.ts'
import { Flow } from './flow/shape.ts'
import { OrganisationId, QuestionnaireId, ReasonId, SubAccountId } from './ids.ts'
import { QuestionnaireForAgent } from './questionnaires.ts'
import { defineRoutes } from './route.ts'
import { Instant, Name } from './text.ts'

/** One thing to mend before publishing, and its place. Words: `questionnaires.problems` of the catalogues. */
export const FlowProblem = z.object({
  code: z.enum(problemCodes),
  stepId: z.string().nullable(),
  optionId: z.string().optional(),
  language: z.string().optional(),
  field: z.string().optional(),
})

/** What will be published next, as the builder edits it. */
export const Draft = z.object({
  flow: Flow,
  /** Grows by one with each saving. */
  version: z.int(),
  /** Null: never. */
  savedAt: Instant.nullable(),
  /** Who saved it; null when they are gone. */
  savedBy: z.string().nullable(),
  /** What publishing it now would be refused for, by the languages, sub-accounts and reasons that there are. */
  problems: z.array(FlowProblem),
  /** Languages of the channels that begin with it: each must have its texts. */
  languages: z.array(z.string()),
  /** What visitors of its sub-account may book an appointment for, by name: an end may lead to one of them. */
  reasons: z.array(z.object({ id: ReasonId, name: z.string() })),
  /** The version visitors answer; null: none yet. */
  published: z.object({ number: z.int(), at: Instant, by: z.string().nullable() }).nullable(),
  /** Whether the draft is other than what is published. */
  differs: z.boolean(),
  may: z.object({ change: z.boolean() }),
})
export type Draft = z.infer<typeof Draft>

/** A version that was published: it never changes. Visitors go on with the one they began with. */
export const PublishedVersion = z.object({
  number: z.int(),
  publishedAt: Instant,
  /** Null when they are gone. */
  publishedBy: z.string().nullable(),
  steps: z.int(),
})
export type PublishedVersion = z.infer<typeof PublishedVersion>

/** A questionnaire as a file, to keep or to take elsewhere. */
export const QuestionnaireFile = z.strictObject({
  format: z.literal('comptoir-questionnaire'),
  formatVersion: z.literal(1),
  name: Name,
  flow: Flow,
})
export type QuestionnaireFile = z.infer<typeof QuestionnaireFile>

/**
 * What an import could not take over: an end to a sub-account that is not here, or not the reader's, is to the channel's own; an
 * appointment for what is not booked in the sub-account is for whatever the visitor chooses.
 */
export const ImportNote = z.object({ code: z.enum(['sub-account-unset', 'reason-unset']), stepId: z.string() })
export type ImportNote = z.infer<typeof ImportNote>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofQuestionnaire = inOrganisation.extend({ questionnaireId: QuestionnaireId })
const ofVersion = ofQuestionnaire.extend({ number: z.coerce.number().int().min(1).max(1_000_000) })

/** What a questionnaire asks: written as a draft, published as numbered versions. */
export const draftRoutes = defineRoutes({
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/draft': {
    summary: 'What is being written, with what is to be mended before it can be published',
    who: 'agent',
    key: 'organisation:read',
    params: ofQuestionnaire,
    reply: Draft,
    refuses: ['access.refused'],
  },
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft': {
    summary: 'Save what is being written, finished or not',
    who: 'agent',
    key: 'organisation:write',
    params: ofQuestionnaire,
    body: z.strictObject({
      flow: Flow,
      /** The draft's version that was read: saving over somebody else's is refused. */
      version: Count,
    }),
    bodyBytes: flowLimits.bytes,
    reply: Draft,
    refuses: ['access.refused', 'questionnaires.changed-meanwhile'],
  },
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication': {
    summary: 'Publish the draft: visitors who begin from now on answer it',
    who: 'agent',
    key: 'organisation:write',
    params: ofQuestionnaire,
    /** The draft's version that was read. */
    body: z.strictObject({ version: Count }),
    reply: Draft,
    // details.problems: what is to be mended first, as FlowProblem
    refuses: ['access.refused', 'questionnaires.changed-meanwhile', 'questionnaires.not-publishable'],
  },
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions': {
    summary: 'Versions that were published, the newest first',
    who: 'agent',
    key: 'organisation:read',
    params: ofQuestionnaire,
    reply: z.object({ versions: z.array(PublishedVersion) }),
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number': {
    summary: 'A version that was published, whole',
    who: 'agent',
    key: 'organisation:read',
    params: ofVersion,
    reply: PublishedVersion.extend({ flow: Flow }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration': {
    summary: 'Make a version that was published the draft; visitors see nothing of it before it is published',
    who: 'agent',
    key: 'organisation:write',
    params: ofVersion,
    /** The draft's version that was read. */
    body: z.strictObject({ version: Count }),
    reply: Draft,
    refuses: ['access.refused', 'questionnaires.changed-meanwhile'],
  },
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/export': {
    summary: 'The draft as a file',
    who: 'agent',
    key: 'organisation:read',
    params: ofQuestionnaire,
    reply: QuestionnaireFile,
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/questionnaires/import': {
    summary: 'Make a questionnaire from a file: its draft, not published',
    who: 'agent',
    key: 'organisation:write',
    params: inOrganisation,
    body: z.strictObject({ subAccountId: SubAccountId, file: QuestionnaireFile }),
    bodyBytes: flowLimits.bytes,
    reply: z.object({ questionnaire: QuestionnaireForAgent, notes: z.array(ImportNote) }),
    refuses: ['access.refused', 'questionnaires.name-taken', 'questionnaires.too-many'],
  },
})
