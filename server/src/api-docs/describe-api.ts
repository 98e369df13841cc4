import { apiRoot } from '#contract/addresses.ts'
import { apiKeyPrefix, keyRights } from '#contract/key-rights.ts'
import { refusalCodes } from '#contract/refusals.ts'
import { routes } from '#contract/routes.ts'
import { describeDoor, type Operation } from './describe-door.ts'
import { type Place, placeOf, tagOf } from './names.ts'
import { createShapes, type JsonSchema } from './shapes.ts'

/** An OpenAPI 3.1 document, as much of it as ours says. */
export interface ApiDocument {
  openapi: '3.1.1'
  info: {
    title: string
    version: string
    summary: string
    description: string
    license: { name: string; identifier: string }
  }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Partial<Record<Place['method'], Operation>>>
  components: {
    schemas: Record<string, JsonSchema>
    securitySchemes: Record<string, Record<string, string>>
  }
}

const about: Record<string, string> = {
  account: 'The person who is signed in: signing in and out, sessions, password. Never by API key.',
  agents: 'People of an organisation.',
  'API keys': 'Keys for programs. Only a person makes and revokes them.',
  appointments: 'What is booked with agents, for which reasons, and when they receive.',
  billing: 'Plan, seats and requests to the sales department.',
  channels: 'Where conversations come from, and how the widget looks.',
  conversations: 'What visitors and agents say.',
  invitations: 'Bringing people in.',
  journal: 'Who did what to whom.',
  letters: 'E-mails of the organisation on their way out.',
  live: 'What happens now: by socket, or by asking again and again.',
  organisation: 'The organisation, its sub-accounts and roles.',
  queue: 'What waits, and why nobody could take it.',
  questionnaires: 'What visitors are asked before somebody answers.',
  search: 'Finding visitors and what was said, over all history in reach.',
  shortcuts: 'Replies that are used again.',
  widget: 'What the widget on a website speaks. A visitor says who they are by a secret of their own.',
}

/** The whole API, made of the contract and of nothing else: a door that is not in its table is not here, and the other way round. */
export function describeApi(): ApiDocument {
  const shapes = createShapes()
  const paths: ApiDocument['paths'] = {}
  for (const [key, route] of Object.entries(routes)) {
    const place = placeOf(key)
    paths[place.path] = { ...paths[place.path], [place.method]: describeDoor(place, route, shapes) }
  }
  const tags = [...new Set(Object.keys(paths).map(tagOf))].sort((a, b) => a.localeCompare(b))
  return {
    openapi: '3.1.1',
    info: {
      title: 'Comptoir',
      version: '1',
      summary: 'Everything the console and the widget do, for programs.',
      description: introduction,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: apiRoot }],
    tags: tags.map((name) => ({ name, description: about[name] ?? '' })),
    paths,
    components: { schemas: { ...shapes.components, Refusal: refusal }, securitySchemes },
  }
}

const introduction = `Every answer is JSON unless said otherwise; times are RFC 3339 in UTC with milliseconds; ids are UUIDs.

A program knocks with an API key: \`Authorization: Bearer ${apiKeyPrefix}…\`. A key acts as its owner, within the rights it was given
(${keyRights.map((right) => `\`${right}\``).join(', ')}) and within what its owner may do at that moment. It works in one organisation.

A no has a code that never changes its meaning, and a sentence in the language of Accept-Language (fr or en). What does not exist and what
is out of reach answer alike.

Within version 1, fields and doors may be added; a reader ignores what it does not know.`

const securitySchemes: ApiDocument['components']['securitySchemes'] = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: `A personal API key (${apiKeyPrefix}…), made in the console under API keys. The role named beside it is the right it needs.`,
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'comptoir_session',
    description: 'The cookie of a browser that signed in.',
  },
  visitor: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`Visitor <secret>`: 256 bits in base64url, made and kept by the widget.',
  },
}

const refusal: JsonSchema = {
  type: 'object',
  description: 'A no.',
  properties: {
    code: { type: 'string', enum: refusalCodes },
    message: { type: 'string', description: 'A sentence for the reader, in the language the request asked for.' },
    field: { type: 'string', description: 'The field the no is about, as a path in the body.' },
    details: { type: 'object', additionalProperties: true },
  },
  required: ['code', 'message'],
}
