import * as z from 'zod'
import { AgentId, JournalEntryId, OrganisationId } from './ids.ts'
import { journalActNames, journalFields, journalGroups, journalTargetKinds } from './journal-acts.ts'
import { limits } from './limits.ts'
import { refusalCodes } from './refusals.ts'
import { defineRoutes } from './route.ts'
import { Instant, Line, Locale } from './text.ts'

const JournalChanges = z.partialRecord(
  z.enum(journalFields),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
)

/** Who did what to whom, when and from where. Written once; nothing changes or deletes it. */
export const JournalEntry = z.object({
  id: JournalEntryId,
  at: Instant,
  act: z.enum(journalActNames),
  actor: z.object({
    /** `stranger`: somebody who was not signed in. `operator`: who runs the server. `system`: Comptoir itself. */
    kind: z.enum(['agent', 'stranger', 'operator', 'system']),
    id: AgentId.nullable(),
    /** As it was then; empty for all but agents. */
    name: z.string(),
  }),
  /** The name of the API key it was done with; null: by hand, in a browser. */
  apiKey: z.string().nullable(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** What it was done to, as it was called then; of a forged request, what it named. */
  target: z.object({ kind: z.enum(journalTargetKinds), id: z.string().nullable(), name: z.string() }).nullable(),
  /** Only what the act changed. */
  before: JournalChanges.nullable(),
  after: JournalChanges.nullable(),
  /** Of a forged request: the door it knocked at, and the answer it got. */
  refusal: z.object({ door: z.string(), code: z.enum(refusalCodes) }).nullable(),
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** What is looked for; all of it at once. */
const filters = {
  group: z.enum(journalGroups).optional(),
  /** Who did it, or to whom it was done. */
  personId: AgentId.optional(),
  /** From this instant on. */
  from: Instant.optional(),
  /** Before this instant. */
  until: Instant.optional(),
  /** In the names of who and what, and in the address. */
  text: Line(limits.nameLength, 0).optional(),
}

const inOrganisation = z.object({ organisationId: OrganisationId })

export const journalRoutes = defineRoutes({
  'GET /organisations/:organisationId/journal': {
    summary: 'The journal, newest first',
    who: 'agent',
    key: 'journal:read',
    params: inOrganisation,
    query: z.strictObject({
      ...filters,
      /** Entries older than this one. */
      beforeId: JournalEntryId.optional(),
    }),
    reply: z.object({ entries: z.array(JournalEntry), more: z.boolean() }),
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/journal.csv': {
    summary: 'The journal as a table: RFC 4180, UTF-8 with a byte order mark, newest first',
    who: 'agent',
    key: 'journal:read',
    params: inOrganisation,
    query: z.strictObject({ ...filters, locale: Locale.optional() }),
    reply: z.custom<AsyncIterable<string>>((reply) => typeof reply === 'object' && reply !== null),
    media: 'text/csv; charset=utf-8',
    perMinute: 20,
    refuses: ['access.refused'],
  },
})
