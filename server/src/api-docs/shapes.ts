import * as z from 'zod'
import * as about from '#contract/about.ts'
import * as accounts from '#contract/accounts.ts'
import * as agents from '#contract/agents.ts'
import * as answers from '#contract/answers.ts'
import * as apiKeys from '#contract/api-keys.ts'
import * as appointments from '#contract/appointments/appointments.ts'
import * as booking from '#contract/appointments/booking.ts'
import * as openings from '#contract/appointments/openings.ts'
import * as reasons from '#contract/appointments/reasons.ts'
import * as reassigning from '#contract/appointments/reassigning.ts'
import * as billing from '#contract/billing.ts'
import * as channels from '#contract/channels.ts'
import * as closings from '#contract/closings.ts'
import * as conversations from '#contract/conversations.ts'
import * as drafts from '#contract/drafts.ts'
import * as files from '#contract/files.ts'
import * as invitations from '#contract/invitations.ts'
import * as journal from '#contract/journal.ts'
import * as letters from '#contract/letters.ts'
import * as live from '#contract/live.ts'
import * as messages from '#contract/messages.ts'
import * as notifications from '#contract/notifications.ts'
import * as organisations from '#contract/organisations.ts'
import * as preferences from '#contract/preferences.ts'
import * as questionnaires from '#contract/questionnaires.ts'
import * as roles from '#contract/roles.ts'
import * as routing from '#contract/routing.ts'
import * as search from '#contract/search.ts'
import * as shortcuts from '#contract/shortcuts.ts'
import * as subAccounts from '#contract/sub-accounts.ts'
import * as transfers from '#contract/transfers.ts'
import * as visitors from '#contract/visitors.ts'
import * as words from '#contract/words.ts'

/** JSON Schema 2020-12, as much of it as the contract's shapes become. */
export interface JsonSchema {
  $ref?: string
  type?: string | readonly string[]
  title?: string
  description?: string
  enum?: readonly unknown[]
  const?: unknown
  format?: string
  contentMediaType?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, JsonSchema>
  required?: readonly string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  anyOf?: readonly JsonSchema[]
  oneOf?: readonly JsonSchema[]
  allOf?: readonly JsonSchema[]
  default?: unknown
  $defs?: Record<string, JsonSchema>
  $schema?: string
}

const rooms = [
  about,
  accounts,
  agents,
  apiKeys,
  reassigning,
  booking,
  appointments,
  openings,
  reasons,
  billing,
  channels,
  closings,
  answers,
  conversations,
  drafts,
  files,
  invitations,
  journal,
  letters,
  live,
  messages,
  notifications,
  organisations,
  preferences,
  questionnaires,
  roles,
  routing,
  search,
  shortcuts,
  subAccounts,
  transfers,
  visitors,
  words,
]

/** The contract's objects go by the names they have there; what has none stands where it is used. */
const named = z.registry<{ id: string }>()
for (const room of rooms)
  for (const [name, shape] of Object.entries(room)) if (shape instanceof z.ZodObject) named.add(shape, { id: name })

const inDocument = '#/components/schemas/'

/** Collects what it meets on the way, for `components.schemas`. */
export function createShapes() {
  const components: Record<string, JsonSchema> = {}

  /**
   * A shape of the contract as JSON Schema. What is handed in is described as it is kept, after trimming: the limits that count.
   * Where the contract fills in what is left out, nothing is required.
   */
  function describe(shape: z.ZodType): JsonSchema {
    // JSON Schema says more than JsonSchema names; what it names is said so.
    const whole = z.toJSONSchema(shape, { metadata: named, io: 'output', unrepresentable: 'any' }) as JsonSchema
    const { $defs, $schema: _, ...rest } = whole
    for (const [name, definition] of Object.entries($defs ?? {})) components[name] ??= tidy(definition)
    return tidy(rest)
  }

  return { describe, components }
}

function tidy(schema: JsonSchema): JsonSchema {
  const { id: _, ...known } = schema as JsonSchema & { id?: string }
  const tidied = mapSchemas(known, tidy)
  if (tidied.$ref) return { ...tidied, $ref: tidied.$ref.replace('#/$defs/', inDocument) }
  const { properties, required } = tidied
  if (!properties || !required) return tidied
  return { ...tidied, required: required.filter((name) => properties[name]?.default === undefined) }
}

function mapSchemas(schema: JsonSchema, change: (inner: JsonSchema) => JsonSchema): JsonSchema {
  const many = (inner: readonly JsonSchema[] | undefined) => inner?.map(change)
  return dropAbsent({
    ...schema,
    properties:
      schema.properties &&
      Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, change(inner)])),
    items: schema.items && change(schema.items),
    additionalProperties:
      typeof schema.additionalProperties === 'object'
        ? change(schema.additionalProperties)
        : schema.additionalProperties,
    anyOf: many(schema.anyOf),
    oneOf: many(schema.oneOf),
    allOf: many(schema.allOf),
  })
}

const dropAbsent = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined))
