import type * as z from 'zod'
import { type RefusalCode, refusalStatus } from '#contract/refusals.ts'
import type { Route } from '#contract/route.ts'
import { sentenceOf } from '#words/refusals.ts'
import { exampleOf, examplesOfDoors } from './examples.ts'
import { operationIdOf, type Place, tagOf } from './names.ts'
import type { createShapes, JsonSchema } from './shapes.ts'

export interface Parameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  schema: JsonSchema
  example?: unknown
}

export interface Content {
  [media: string]: { schema: JsonSchema; example?: unknown }
}

export interface Response {
  description: string
  headers?: Record<string, { description: string; schema: JsonSchema }>
  content?: Content
}

/** An operation of OpenAPI 3.1. */
export interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, Response>
  /** Calls in a minute, of one person or address; absent: no limit of its own. */
  'x-calls-per-minute'?: number
  /** What an API key needs to come in by this door; `never`: not for keys. Absent where no agent is asked for. */
  'x-key-right'?: string
}

type Shapes = ReturnType<typeof createShapes>

/** One door of the contract as an operation: what it takes, answers and refuses, and who may knock. */
export function describeDoor(place: Place, route: Route, shapes: Shapes): Operation {
  const parameters = [...parametersOf('path', route.params, shapes), ...parametersOf('query', route.query, shapes)]
  return {
    operationId: operationIdOf(place),
    tags: [tagOf(place.path)],
    summary: route.summary,
    security: securityOf(route),
    ...(route.who === 'agent' && { 'x-key-right': route.key }),
    ...(route.perMinute !== undefined && { 'x-calls-per-minute': route.perMinute }),
    ...(parameters.length > 0 && { parameters }),
    ...requestBodyOf(place, route, shapes),
    responses: { 200: answerOf(route, shapes), ...refusalsOf(place, route) },
  }
}

function requestBodyOf({ path }: Place, { body, file }: Route, shapes: Shapes): Pick<Operation, 'requestBody'> {
  if (file) {
    const content = file.media.map((media) => [media, { schema: { type: 'string', contentMediaType: media } }])
    return { requestBody: { required: true, content: Object.fromEntries(content) } }
  }
  if (!body) return {}
  const schema = shapes.describe(body)
  const example = examplesOfDoors[path] ?? exampleOf(schema, shapes.components)
  const content = { 'application/json': { schema, example } }
  return { requestBody: { required: true, content } }
}

function parametersOf(at: Parameter['in'], shape: z.ZodObject | undefined, shapes: Shapes): Parameter[] {
  if (!shape) return []
  const { properties = {}, required = [] } = shapes.describe(shape)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: at,
    required: at === 'path' || required.includes(name),
    schema,
    ...(at === 'path' && { example: exampleOf(schema, shapes.components, name) }),
  }))
}

function answerOf(route: Route, shapes: Shapes): Response {
  if (route.media) {
    const [media = route.media] = route.media.split(';')
    const isText = media.startsWith('text/')
    const schema: JsonSchema = isText ? { type: 'string' } : { type: 'string', contentMediaType: media }
    return { description: isText ? 'Text, sent as it is made' : 'A file', content: { [media]: { schema } } }
  }
  return { description: 'Done', content: { 'application/json': { schema: shapes.describe(route.reply) } } }
}

function securityOf(route: Route): Operation['security'] {
  switch (route.who) {
    case 'anyone':
      return []
    case 'user':
      return [{ session: [] }]
    case 'visitor':
      return [{ visitor: [] }]
    case 'agent':
      return route.key === 'never' ? [{ session: [] }] : [{ session: [] }, { apiKey: [route.key] }]
  }
}

/** The door's own, and those that stand before every door of its kind. */
function codesOf({ method, path }: Place, route: Route): RefusalCode[] {
  const codes: (RefusalCode | false | undefined)[] = [
    ...(route.refuses ?? []),
    (route.body || route.query) && 'request.invalid',
    route.body && 'request.too-large',
    route.file?.tooLarge,
    route.params && 'request.not-found',
    route.who !== 'anyone' && 'accounts.sign-in-required',
    route.who === 'agent' && 'api-keys.unknown',
    route.who === 'agent' && (route.key === 'never' ? 'api-keys.not-here' : 'api-keys.right-missing'),
    method !== 'get' && !path.startsWith('/widget/') && 'request.origin-refused',
    route.perMinute !== undefined && 'request.too-many',
    'request.fault',
    'request.unavailable',
  ]
  return [...new Set(codes.filter((code) => typeof code === 'string'))]
}

function refusalsOf(place: Place, route: Route): Record<string, Response> {
  const byStatus = Map.groupBy(codesOf(place, route), (code) => refusalStatus[code])
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [status, refused(status, codes)]),
  )
}

const refused = (status: number, codes: RefusalCode[]): Response => ({
  description: codes.map((code) => `\`${code}\`: ${sentenceOf(code, {}, 'en')}`).join('\n\n'),
  ...(status === 429 && {
    headers: { 'Retry-After': { description: 'Seconds until it is worth trying again', schema: { type: 'integer' } } },
  }),
  content: {
    'application/json': {
      schema: {
        allOf: [{ $ref: '#/components/schemas/Refusal' }, { type: 'object', properties: { code: { enum: codes } } }],
      },
      ...(codes[0] && { example: { code: codes[0], message: sentenceOf(codes[0], {}, 'en') } }),
    },
  },
})
