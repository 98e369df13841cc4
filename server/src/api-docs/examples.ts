import type { JsonSchema } from './shapes.ts'

/** What people and things are called in examples, by the name of the field. */
const known: Record<string, unknown> = {
  name: 'Boutique de Lyon',
  organisationName: 'Maison Verdier',
  subAccountName: 'Lyon',
  channelName: 'Boutique',
  firstName: 'Ben',
  lastName: 'Klein',
  shownName: 'Ben',
  email: 'ben@verdier.example',
  emails: ['chloe@verdier.example'],
  password: 'quatre mots sans rapport',
  current: 'quatre mots sans rapport',
  next: 'une phrase bien plus longue',
  text: 'Bonjour, je regarde cela tout de suite.',
  title: 'Bonjour',
  greeting: 'Une question ?',
  url: 'https://shop.example/paniers',
  site: 'shop.example',
  sites: ['shop.example'],
  colour: '#0f6b4f',
  languages: ['fr', 'en'],
  language: 'fr',
  token: 'hG3sd0Z8xQm1Kc7VbN5pLrT2yWfJ4uEaXoRiPzCkDqs',
  channelKey: 'Qm1Kc7VbN5pLrT2yWfJ4uE',
  phone: '+33 4 72 00 00 00',
  stepId: 'your-order',
  start: 'your-order',
  zone: 'Europe/Paris',
  timeZone: 'Europe/Paris',
  placeDetail: '12 rue de la République, Lyon',
  holidays: 'FR',
  rule: 'FREQ=WEEKLY;BYDAY=MO,TU',
  outsideUrl: 'https://calendar.example/ben/basic.ics',
  from: '20:00',
  to: '08:00',
  endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/hG3sd0Z8xQm1Kc7VbN5p',
  p256dh: `B${'hG3sd0Z8xQm1Kc7VbN5pLrT2yWfJ4uEaXoRiPzCkDqs'.repeat(2)}`,
  auth: 'Qm1Kc7VbN5pLrT2yWfJ4uE',
  file: 'hG3sd0Z8xQm1Kc7VbN5pLrT2yWfJ4uEaXoRiPzCkDqs.ics',
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  waitMs: 0,
  stream: 'organisation',
  epoch: '01931f6e-5a2c-7c3e-9b1d-2f4a6c8e0b12',
}

const uuid = '01931f6e-5a2c-7c3e-9b1d-2f4a6c8e0b12'

const opening = {
  ...{ kind: 'opening', from: '2027-01-04T09:00', to: '2027-01-04T12:00' },
  ...{ rule: 'FREQ=WEEKLY;BYDAY=MO,TU', label: '' },
}

/** Of doors, by path, where a value for every field would not fit. */
export const examplesOfDoors: Record<string, unknown> = {
  '/organisations/{organisationId}/conversations/{conversationId}/transfer': {
    agentId: uuid,
    subAccountId: null,
    note: 'À vous ?',
  },
  '/organisations/{organisationId}/agents/{agentId}/calendar/openings': opening,
  '/organisations/{organisationId}/agents/{agentId}/calendar/openings/{openingId}': { ...opening, version: 1 },
}
const instant = '2027-01-31T09:30:00.000Z'

/** A value that fits the shape, made of what it says of itself. */
export function exampleOf(schema: JsonSchema, components: Record<string, JsonSchema>, name = ''): unknown {
  if (schema.$ref) return exampleOf(components[schema.$ref.split('/').at(-1) ?? ''] ?? {}, components, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return exampleOf(choices.find(({ type }) => type !== 'null') ?? {}, components, name)
  if (schema.format === 'uuid') return uuid
  if (schema.format === 'date-time') return instant
  if (schema.format === 'date') return instant.slice(0, 10)
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([field, inner]) => [field, exampleOf(inner, components, field)]),
    )
  const own = known[name]
  if (own !== undefined && Array.isArray(own) === (schema.type === 'array') && fits(own, schema)) return own
  if (schema.type === 'array')
    return Array.from({ length: Math.min(Math.max(schema.minItems ?? 1, 1), schema.maxItems ?? 1_000) }, () =>
      exampleOf(schema.items ?? {}, components, name),
    )
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (schema.type !== 'string') return null
  const words = 'Boutique de Lyon'.slice(0, schema.maxLength)
  return matches(words, schema) ? words : 'your-order'.slice(0, schema.maxLength)
}

function fits(value: unknown, schema: JsonSchema): boolean {
  const { type, maxLength = Number.POSITIVE_INFINITY } = schema
  if (type === 'array') return true
  if (type !== 'string') return typeof value === 'number'
  return typeof value === 'string' && value.length <= maxLength && matches(value, schema)
}

const matches = (text: string, { pattern }: JsonSchema): boolean =>
  pattern === undefined || new RegExp(pattern).test(text)
